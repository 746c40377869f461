import { copyFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { draftMapping, readInterviews, readMapping } from "../../../../src/importer/index.js";
import { LANGUAGES } from "../../../../src/messages/language.js";
import { inputError, phraseWith } from "../../support/phrases.js";
import { APPLICATION, getFixturePath, readAll } from "../reading.js";
import { formatTextRows, writeWorkbook } from "../xlsx/make-workbook.js";
import { draft, writeFiles } from "./mapping.js";

describe("a draft", () => {
  it("of scorecards imports them once its blanks are filled in", async () => {
    const table = getFixturePath("mapping/scorecards.csv");
    const { text, blanks, understood, columns } = await draftMapping(table, { format: "csv" });
    expect({ blanks, understood, columns }).toEqual({ blanks: 4, understood: 9, columns: 18 });
    const filled = text
      .replace("lookup:", "lookup: applications.csv")
      .replace("Leaning Yes:", "Leaning Yes: Passed")
      .replace("time_zone:", "time_zone: UTC")
      .replace("date_order:", "date_order: month/day/year")
      .replace("external_id: Interview ID", 'external_id:\n  text: "greenhouse:{Interview ID}"')
      .replace("#dimensions:", "dimensions:")
      .replace(/#( {2}- column: Frameworks)(.*\n)#(.*?)Description/, "$1$2$3SingleChoice");
    const mapping = await writeFiles({ "map.yaml": filled });
    await copyFile(getFixturePath("mapping/applications.csv"), join(dirname(mapping), "applications.csv"));
    const rows = await readAll(readInterviews(table, { format: "csv", mapping: await readMapping(mapping) }));
    expect(
      rows.map(({ body }) =>
        body?.interview_assessments?.map(({ username, conclusion }) => [username, conclusion]),
      ),
    ).toEqual([
      [
        ["Iris Novak", 2],
        ["Tom Berg", 3],
      ],
      undefined,
      [["Ana Olsen", 2]],
      undefined,
    ]);
    expect(rows[0]?.body?.interview_assessments?.[0]?.assessment_dimension_list).toEqual([
      { title: "Frameworks", assessment_type: 2, option: "javascript, node" },
    ]);
  });

  it("lists every word with its count, and leaves blank what is not certain", async () => {
    const text = await draft(
      `外部投递ID,面试官,面试结果,状态\n${["强烈推荐", "1", "A, B", "通过", '=""通过""'].map((word) => `="${APPLICATION}",张三,"${word}",已完成\n`).join("")}`,
    );
    expect(text.split("\n")).toEqual(
      expect.arrayContaining([
        `external_application_id: 外部投递ID`,
        "username: 面试官",
        "    强烈推荐: Passed  # 1 row",
        "    1:  # 1 row",
        '    "A, B":  # 1 row',
        "    通过: Passed  # 2 rows",
      ]),
    );
  });

  it("asks for no lookup because of a row of totals, or of cells for no value", async () => {
    const text = await draft(`外部投递ID,面试官\n${APPLICATION},张三\n#N/A,李四\n合计,2\n`);
    expect(text.split("\n")).toContain("external_application_id: 外部投递ID");
    expect(await draft(`外部投递ID,面试官\n17,张三\n`)).not.toContain("external_application_id: 外部投递ID");
  });

  it("lists every column that it does not understand, and does not guess between two that are alike", async () => {
    const text = await draft(`App,Interviewer,面试官,Skill #1,沟通\n1,张三,李四,5,4\n`);
    expect(text).not.toMatch(/^username/m);
    for (const name of ["App", "Interviewer", "面试官", '"Skill #1"', "沟通"])
      expect(text).toMatch(new RegExp(`^# {2}- column: ${name} `, "m"));
    expect(text).toMatch(/^external_application_id: {2}#/m);
  });

  it("recognizes verdicts, attendance, and talents, whose applications are looked up", async () => {
    for (const verdict of ["推荐意见", "Verdict"]) {
      const text = await draft(`人才编号,是否到场,${verdict}\n${APPLICATION},是,推荐\n`);
      expect(text.replace(/ +#.*/g, "").split("\n")).toEqual(
        expect.arrayContaining([
          "external_application_id:",
          "  column: 人才编号",
          "  lookup:",
          "participate_status:",
          "  column: 是否到场",
          "    是:",
          "conclusion:",
          `  column: ${verdict}`,
          "    推荐: Passed",
        ]),
      );
    }
  });

  it.each([
    ["Interview Start", "Interview End"],
    ["start_at", "end_at"],
  ])("recognizes the end of an interview like its beginning: %s, %s", async (begin, end) => {
    const times = "2021-04-15 14:00,2021-04-15 15:00";
    const text = await draft(`投递ID,${begin},${end}\n${APPLICATION},${times}\n`);
    expect(text.split("\n")).toEqual(expect.arrayContaining([`begin_time: ${begin}`, `end_time: ${end}`]));
  });

  it.each([
    ["2021-04-15 14:00:00+08", false],
    ["2021-04-15T14:00:00.000Z", false],
    ["2021-04-15 14:00-0330", false],
    ["2021-04-15t14:00z", false],
    ["2021-04-15 14:00", true],
    ["2021-04-15", true], // the day of a time that has a column of its own
    ["15-04-2021", true],
    ["1618500278000", false],
    ["before 2021-04-15", false],
  ])("asks for the zone of times only if they need one: %s", async (time, needsZone) => {
    const text = await draft(`投递ID,begin_time\n${APPLICATION},${time}\n`);
    expect(/^time_zone: {2}#/m.test(text)).toBe(needsZone);
  });

  it("asks for the order of a date's parts, with the first that has one", async () => {
    const rows = ["2021-04-15 14:00", "15/4/2021 14:00", "16/4/2021 14:00"];
    const text = await draft(`投递ID,begin_time\n${rows.map((time) => `${APPLICATION},${time}\n`).join("")}`);
    expect(text).toMatch(/^date_order: {2}# .*15\/4\/2021/m);
    expect(await draft(`投递ID,begin_time\n${APPLICATION},${rows[0]}\n`)).not.toContain("date_order");
  });

  it.each(["69606632409259564371", "5960663240925956437", "1"])(
    "has ids that cannot be of an application looked up: %s",
    async (id) => {
      const text = await draft(`投递ID\n${APPLICATION}\n="${id}"\n`);
      expect(text).toMatch(/^external_application_id:\n {2}column: 投递ID\n {2}lookup: {2}#/m);
    },
  );

  it.each([
    [
      "Interviewer First Name,Interviewer's Last Name",
      /^username:\n {2}text: "\{Interviewer First Name\} \{/m,
      2,
    ],
    ["Interviewer First Name,Interviewer", /^username: Interviewer$/m, 1],
    ["Interviewer First Name,Interviewer Last Name,Interviewer", /^username: Interviewer$/m, 1],
    ["begin_time,面试时长", /^end_time:\n {2}minutes: 面试时长 /m, 2],
    ["begin_time,end_time,Duration", /^end_time: end_time$/m, 2],
    ["Duration", /^# {2}- column: Duration /m, 0],
    ["人才编号", /^external_application_id:\n {2}column: 人才编号$/m, 1],
    ["人才编号,投递ID", /^# {2}- column: 人才编号 /m, 1],
    [" 面试官 ,,评语", /^username: 面试官$/m, 2],
  ])("understands the columns %j", async (names, line, understood) => {
    const count = names.split(",").length;
    const cells = Array.from({ length: count }, () => APPLICATION).join(",");
    const table = await writeFiles({ "table.csv": `${names}\n${cells}\n` });
    const drafted = await draftMapping(table, { format: "csv" });
    expect(drafted.text).toMatch(line);
    const unused = drafted.text.match(/^# {2}- column:/gm) ?? [];
    expect([drafted.understood, unused.length]).toEqual([understood, drafted.columns - understood]);
  });

  it("leaves out interviews that were cancelled or are still to come, and counts them", async () => {
    const words = ["Canceled", "Upcoming", "canceled", "已完成"];
    const text = await draft(
      `投递ID,participate_status\n${words.map((word) => `${APPLICATION},${word}\n`).join("")}`,
    );
    expect(text).toMatch(
      /^leave_out: .*\n {2}participate_status: \[Canceled, Upcoming, canceled\] {2}# 3 rows$/m,
    );
    expect(text).toMatch(/^ {4}已完成: Participated {2}# 1 row$/m);
    expect(text).not.toMatch(/^ {4}canceled/im);
  });

  it("is not made of a table that begins with a title", async () => {
    const error = inputError("titleAbove", { place: phraseWith("line", { line: 1 }) });
    await expect(draft(`面试记录,,\n编号,投递,面试官\n7,${APPLICATION},张三\n`)).rejects.toThrow(error);
    expect(await draft(`投递\n${APPLICATION}\n`)).toContain("投递");
  });

  it("prefers applications to talents if the table has both", async () => {
    const text = await draft(`人才编号,外部投递ID\n1,${APPLICATION}\n`);
    expect(text).toMatch(/^external_application_id: 外部投递ID$/m);
    expect(text).not.toContain("lookup:");
  });

  it("has its remarks in one language, and is the same otherwise", async () => {
    const table = getFixturePath("mapping/scorecards.csv");
    const [en, zh] = await Promise.all(
      LANGUAGES.map((language) => draftMapping(table, { format: "csv", language })),
    );
    const remarks = (text = "") =>
      text.split("\n").flatMap((line) => /(?:^| )# (.*)$/.exec(line.replace(/^#(?= {2})/, ""))?.[1] ?? []);
    const words = (text = "") => text.replace(/^# (?! ).*$| +# .*$/gm, "").trim();
    expect(words(zh?.text)).toBe(words(en?.text));
    // A choice has both names, in brackets.
    expect(
      remarks(en?.text)
        .join("\n")
        .replace(/\(.*?\)/g, ""),
    ).not.toMatch(/\p{Script=Han}/u);
    const withoutCommand = remarks(zh?.text).filter((remark) => !remark.includes("feishu-hire "));
    expect(withoutCommand.filter((remark) => /[a-z]+ [a-z]+ [a-z]+/.test(remark))).toEqual([]);
  });

  it("names the sheet that was chosen, so that the next command finds it", async () => {
    const rows = formatTextRows([["Id"], ["1"]]);
    const sheets = [
      { name: "One", rows },
      { name: "Two", rows },
    ];
    const { text } = await draftMapping(writeWorkbook({ sheets }), { format: "xlsx", sheet: "Two" });
    expect(text).toMatch(/^sheet: Two$/m);
  });

  it("can be made of a workbook, but not of a table without rows", async () => {
    const rows = formatTextRows([
      ["投递ID", "评语"],
      [APPLICATION, "好"],
    ]);
    const workbook = writeWorkbook({ sheets: [{ rows }] });
    expect((await draftMapping(workbook, { format: "xlsx" })).text).toContain("comment: 评语");
    const empty = await writeFiles({ "table.csv": "投递ID,评语\n" });
    await expect(draftMapping(empty, { format: "csv" })).rejects.toThrow(inputError("noInterviews"));
    await writeFile(empty, "[]");
    await expect(draftMapping(empty, { format: "json" })).rejects.toThrow(inputError("mappingOfTable"));
  });
});

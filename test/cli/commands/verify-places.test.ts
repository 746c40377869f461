import { writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { readInterviews } from "../../../src/importer/index.js";
import type { ExternalInterviewUpdate } from "../../../src/index.js";
import type { TestFeishu } from "../../../src/testing/index.js";
import { openMapped } from "../../importer/input/mapping/mapping.js";
import { readAll } from "../../importer/input/reading.js";
import { formatTextRows, writeWorkbook } from "../../importer/input/xlsx/make-workbook.js";
import { getEnvironment } from "../../support/program.js";
import { startTestFeishu } from "../../testing/feishu.js";
import { createFolder } from "../support/command.js";
import { runHere } from "../support/run-in-process.js";

const APPLICATION = "6960663240925956437";

function edit(feishu: TestFeishu, content: Omit<ExternalInterviewUpdate, "external_application_id">): void {
  const [first] = feishu.interviews;
  feishu.editInterview(first?.interview.id ?? "", content);
}

describe("a valid row of a table knows where its values come from", () => {
  const dimensions = "/interview_assessments/0/assessment_dimension_list";

  it("in the person's own columns, if it is mapped", async () => {
    const input = await openMapped(
      `编号,投递,面试官姓,面试官名,沟通\n1,${APPLICATION},张,三,5\n`,
      `external_id: 编号\nexternal_application_id: 投递\nusername:\n  text: "{面试官姓}{面试官名}"\ndimensions:\n  - column: 沟通\n    type: Score\n`,
    );
    const [row] = await readAll(input);
    const locate = (pointer: string) => row?.body && row.locate?.(pointer);
    expect(locate("")).toMatchObject({ line: 2, field: "" });
    expect(locate("/external_id")).toMatchObject({ line: 2, column: 1, field: "编号" });
    expect(locate(`${dimensions}/0/score`)).toMatchObject({ line: 2, column: 5, field: "沟通" });
    expect(locate("/interview_assessments/0/username")).toMatchObject({ line: 2, field: "username" });
    expect(locate("/interview_assessments/-")).toBeUndefined();
    expect(locate(`${dimensions}/0`)).toBeUndefined();
  });

  it("in the rows of an interview, by cell in a workbook", async () => {
    const path = writeWorkbook({
      sheets: [
        {
          name: "面试",
          rows: formatTextRows([
            ["external_id", "external_application_id", "comment", "dimension_type", "dimension_value"],
            ["1", APPLICATION, "好", "1", "5"],
            ["1", APPLICATION, "", "1", "4"],
          ]),
        },
      ],
    });
    const [row] = await readAll(readInterviews(path, { format: "xlsx" }));
    const locate = (pointer: string) => row?.body && row.locate?.(pointer);
    expect(locate("/interview_assessments/0/content")).toMatchObject({ sheet: "面试", cell: "C2" });
    expect(locate(`${dimensions}/1/score`)).toMatchObject({ line: 3, sheet: "面试", cell: "E3" });
  });
});

describe("verify names what differs", () => {
  it("by sheet, cell and the person's own columns", async () => {
    const feishu = await startTestFeishu({ rateLimit: false });
    const path = writeWorkbook({
      sheets: [
        {
          name: "面试",
          rows: formatTextRows([
            ["编号", "投递", "评语", "结论"],
            ["1", APPLICATION, "好", "通过"],
          ]),
        },
      ],
    });
    const mapping = "external_id: 编号\nexternal_application_id: 投递\ncomment: 评语\nconclusion: 结论\n";
    await writeFile(`${path}.map.yaml`, mapping);
    const run = (...args: string[]) =>
      runHere([...args], { cwd: dirname(path), env: getEnvironment(feishu) });
    expect(await run("import", path)).toMatchObject({ code: 0 });
    edit(feishu, { interview_assessments: [{ content: "坏", conclusion: 1 }] });
    const { stderr } = await run("verify", path);
    const [line = ""] = stderr.split("\n").filter((text) => text.includes("(C2)"));
    expect(line).toContain("面试");
    expect(line).toContain("评语 (C2)");
    expect(line).toContain("结论 (D2)");
    const { stdout } = await run("verify", path, "--json");
    expect(JSON.parse(stdout.split("\n")[0] ?? "")).toEqual({
      event: "interview",
      line: 2,
      key: "1",
      id: feishu.interviews[0]?.interview.id,
      result: "different",
      fields: ["/interview_assessments/0/conclusion", "/interview_assessments/0/content"],
    });
  });

  it("by line, if it is on another than the interview's first", async () => {
    const feishu = await startTestFeishu({ rateLimit: false });
    const { run } = await createFolder(
      "a.csv",
      `external_id,external_application_id,username,conclusion\n1,${APPLICATION},张三,2\n1,${APPLICATION},李四,2\n`,
    );
    await run(["import", "a.csv"], feishu);
    edit(feishu, {
      interview_assessments: [
        { username: "张三", conclusion: 2 },
        { username: "李四", conclusion: 1 },
      ],
    });
    expect((await run(["verify", "a.csv"], feishu)).stderr).toContain("conclusion (line 3)");
  });
});

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type InterviewInput, readInterviews } from "../../../src/importer/index.js";
import { assertColumnsKnown } from "../../../src/importer/input/assert-columns-known.js";
import { createEmptyDirectory } from "../support/job-directory.js";
import { inputError, listValues, phraseWith } from "../support/phrases.js";
import { APPLICATION, listInputWarnings, openText, readAll } from "./reading.js";

async function openFile(...lines: string[]): Promise<InterviewInput> {
  const path = join(await createEmptyDirectory(), "rows.csv");
  await writeFile(path, lines.map((line) => `${line}\n`).join(""));
  return readInterviews(path, { format: "csv" });
}

describe("unknown columns", () => {
  const header = "external_application_id,编程能力,面试评价,空列";

  it("are listed before the first row, with the column they may mean and whether they have values", async () => {
    const input = await openFile(
      header,
      `${APPLICATION},,张三,`,
      `${APPLICATION},5,, `,
      `${APPLICATION},5,,=" "`,
    );
    await input[Symbol.asyncIterator]().next();
    expect(input.unknownColumns).toMatchObject([
      { name: "编程能力", meant: undefined, hasValues: true },
      { name: "面试评价", meant: "comment", hasValues: true },
      { name: "空列", meant: undefined, hasValues: false },
    ]);
  });

  it("are listed by number if they have values but no name", async () => {
    const input = await openFile("external_application_id,,,username", `${APPLICATION},,lost,张三`);
    await readAll(input);
    expect(input.unknownColumns).toEqual([
      {
        name: "column 3",
        number: 3,
        label: phraseWith("namelessColumn", { column: 3 }),
        meant: undefined,
        hasValues: true,
      },
    ]);
  });

  it("can be ignored by number, in either language", async () => {
    const input = await openFile("external_application_id,,username", `${APPLICATION},lost,`);
    await readAll(input);
    expect(() => assertColumnsKnown(input)).toThrow(
      inputError("columnsWouldBeLost", {
        columns: [phraseWith("namelessColumn", { column: 2 })],
        flags: { en: '--ignore-columns "column 2"', zh: '--ignore-columns "第 2 列"' },
      }),
    );
    for (const name of ["column 2", "第 2 列", "第2列"])
      expect(() => assertColumnsKnown(input, [name])).not.toThrow();
  });

  it.each(["column 7", "第 7 列"])("can be ignored by a name that reads like a number: %s", async (name) => {
    const input = await openFile(`external_application_id,${name}`, `${APPLICATION},lost`);
    await readAll(input);
    const flags = `--ignore-columns "${name}"`;
    expect(() => assertColumnsKnown(input)).toThrow(
      inputError("columnsWouldBeLost", { flags: { en: flags, zh: flags } }),
    );
    expect(() => assertColumnsKnown(input, [name])).not.toThrow();
  });

  it("count as having values if the input can be read only once", async () => {
    const input = openText(`${header}\n${APPLICATION},,,\n`, { format: "csv" });
    await readAll(input);
    expect(input.unknownColumns?.map(({ hasValues }) => hasValues)).toEqual([true, true, true]);
  });

  it("are named in one warning, at most ten of them, without control characters", async () => {
    const names = Array.from({ length: 1000 }, (_, index) => `c${index}`);
    const input = await openFile(
      `external_application_id,"a\u001b[31m\u202eb",${names.join(",")}`,
      APPLICATION,
    );
    await readAll(input);
    const names10 = ["a\\u001b[31m\\u202eb", ...names.slice(0, 9)];
    expect(listInputWarnings(input)).toEqual([phraseWith("unknownColumns")]);
    expect(listInputWarnings(input).flatMap(listValues)).toEqual([...names10, 991]);
  });

  it("are rejected if they are more than a spreadsheet can have", async () => {
    const input = openText(`external_application_id${",x".repeat(1_000_000)}\n`, { format: "csv" });
    await expect(readAll(input)).rejects.toThrow(inputError("tooManyColumns", { count: 1_000_001 }));
  });
});

describe("conclusions that are all bare numbers", () => {
  const header = "external_application_id,conclusion";

  it("cause a warning, since other systems number them in another order", async () => {
    const bare = await openFile(header, `${APPLICATION},1`, header, `${APPLICATION},2`);
    await readAll(bare);
    const failed = { value: 1, name: "Failed", label: "不通过" };
    const passed = { value: 2, name: "Passed", label: "通过" };
    expect(bare.warnings).toEqual([
      phraseWith("bareNumbers", {
        column: "conclusion",
        meanings: [
          phraseWith("bareNumber", { number: "1", meaning: phraseWith("choice", failed), count: 1 }),
          phraseWith("bareNumber", { number: "2", meaning: phraseWith("choice", passed), count: 1 }),
        ],
      }),
      phraseWith("repeatedHeader"),
    ]);
    const words = await openFile(header, `${APPLICATION},1`, `${APPLICATION},通过`);
    await readAll(words);
    expect(words.warnings).toEqual([]);
  });
});

describe("columns with other names", () => {
  it("are read without a mapping if their meaning is certain, with a warning", async () => {
    const header =
      "外部投递 ID,面试编号,面试官,面试结论,Begin Time,参与状态,综合评价,维度名称,维度类型,维度评价";
    const input = await openFile(
      header,
      `${APPLICATION},A-1,张三,通过,2021-04-15T23:24:38+08:00,参与,不错,沟通,打分题,90`,
    );
    const [row] = await readAll(input);
    expect(row?.body).toEqual({
      external_id: "A-1",
      external_application_id: APPLICATION,
      participate_status: 2,
      begin_time: 1_618_500_278_000,
      interview_assessments: [
        {
          username: "张三",
          conclusion: 2,
          content: "不错",
          assessment_dimension_list: [{ title: "沟通", assessment_type: 1, score: 90 }],
        },
      ],
    });
    expect(input.unknownColumns).toEqual([]);
    const named = new Set(header.split(","));
    expect(listInputWarnings(input)).toEqual([phraseWith("columnsUnderstood")]);
    const [understood] = listInputWarnings(input);
    expect(listValues(understood)).toEqual(expect.arrayContaining([...named, "username", "begin_time"]));
  });

  it("are what the table's problems are about", async () => {
    const input = await openFile("外部投递 ID,面试结论,username", `${APPLICATION},nine,张三`);
    const [row] = await readAll(input);
    expect(row?.problems.map(({ field }) => field)).toEqual(["面试结论"]);
  });

  it("are rejected, with their names, if two may mean the same column", async () => {
    const input = await openFile("external_application_id,结论,面试结论", `${APPLICATION},通过,待定`);
    const names = [phraseWith("quoted", { text: "结论" }), phraseWith("quoted", { text: "面试结论" })];
    await expect(readAll(input)).rejects.toThrow(inputError("columnsAlike", { name: "conclusion", names }));
  });

  it("are unknown beside the column itself, or if other systems mean something else by the name", async () => {
    const input = await openFile(
      "external_application_id,Application ID,username,面试官",
      `${APPLICATION},77,a,b`,
    );
    const [row] = await readAll(input);
    expect(row?.body?.interview_assessments).toEqual([{ username: "a" }]);
    expect(input.unknownColumns?.map(({ name }) => name)).toEqual(["Application ID", "面试官"]);
  });
});

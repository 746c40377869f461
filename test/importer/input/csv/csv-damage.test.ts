import { describe, expect, it } from "vitest";
import { inputError, listValues, phraseWith } from "../../support/phrases.js";
import {
  APPLICATION,
  formatRecord,
  HEADER,
  listInputWarnings,
  listProblems,
  listWarnings,
  openText,
  readAll,
  readCsv,
} from "../reading.js";

const base = { external_id: "a", external_application_id: APPLICATION };
const csv = (...records: Readonly<Record<string, string>>[]) => readCsv(records.map(formatRecord).join("\n"));

describe("reading a damaged CSV", () => {
  it("rejects rows of one id that contradict each other", async () => {
    const [row, ...more] = await csv(
      { ...base, begin_time: "1618500278638" },
      { ...base, begin_time: "1618500278639", username: "王小明" },
      { ...base, begin_time: "1618500278640", username: "王小明" },
    );
    expect(more).toEqual([]);
    expect(listProblems(row)).toEqual([
      [3, "begin_time", "sameInEachRow", "quoted"],
      [4, "begin_time", "sameInEachRow", "quoted"],
    ]);
    const [problem] = row?.problems ?? [];
    expect(problem?.expected.params.line).toBe(2);
    expect(listValues(problem?.expected)).toContain("1618500278638");
    expect(listValues(problem?.received)).toEqual(["1618500278639"]);
  });

  it("rejects rows that do not identify their interview, and the interview above them", async () => {
    const anonymous = await csv({ ...base, username: "王小明" }, { username: "李小红" });
    expect(anonymous).toHaveLength(1);
    expect(listProblems(anonymous[0])).toEqual([[3, "external_application_id", "cellsInEachRow", "nothing"]]);
    const { external_id: _, ...without } = base;
    const idLost = await csv({ ...base, username: "王小明" }, { ...without, username: "李小红" });
    expect(idLost).toHaveLength(1);
    expect(listProblems(idLost[0])).toEqual([[3, "external_id", "sameInEachRow", "nothing"]]);
  });

  it("ignores blank rows and unknown columns, and warns of the columns", async () => {
    const input = openText(`Candidate,external_application_id,,备注\n,,,\n小王,${APPLICATION},,x\n\n,,,\n`, {
      format: "csv",
    });
    expect((await readAll(input)).map((row) => row.body)).toEqual([{ external_application_id: APPLICATION }]);
    expect(listInputWarnings(input)).toEqual([phraseWith("unknownRatings")]);
    expect(listInputWarnings(input).flatMap(listValues)).toEqual(["Candidate", "备注"]);
  });

  it("ignores the line in which some programs name the separator for Excel", async () => {
    const rows = await readAll(
      openText(`sep=,\nexternal_application_id\n${APPLICATION}\n`, { format: "csv" }),
    );
    expect(rows.map((row) => row.body)).toEqual([{ external_application_id: APPLICATION }]);
  });

  it("warns of several options that are not joined by a bar", async () => {
    const [row] = await csv({ ...base, dimension_type: "4", dimension_value: "后端、数据库" });
    expect(row?.body).toBeDefined();
    expect(listWarnings(row)).toEqual([[2, "dimension_value", "optionsByBar", "otherSeparator"]]);
    const [joined] = await csv({ ...base, dimension_type: "4", dimension_value: "前端/后端|数据库" });
    expect(listWarnings(joined)).toEqual([]);
  });

  it("reads options on lines of their own within a cell", async () => {
    const [row] = await csv({ ...base, dimension_type: "4", dimension_value: '"后端\n数据库\r\n 网络 "' });
    const [assessment] = row?.body?.interview_assessments ?? [];
    expect(assessment?.assessment_dimension_list?.[0]?.options).toEqual(["后端", "数据库", "网络"]);
    expect(listWarnings(row)).toEqual([]);
  });

  it("reads names that differ only in surrounding blanks as one interviewer", async () => {
    const [row] = await csv(
      { ...base, username: "王小明 ", dimension_title: "技术" },
      { ...base, username: "王小明", dimension_title: "沟通" },
      { ...base, username: "　王小明", dimension_title: "英语" },
    );
    const assessments = row?.body?.interview_assessments ?? [];
    expect(assessments.map(({ username }) => username)).toEqual(["王小明"]);
    expect(assessments[0]?.assessment_dimension_list).toHaveLength(3);
  });

  it("rejects an id behind an apostrophe", async () => {
    const [row] = await readAll(
      openText("external_application_id\n'6960663240925956437\n", { format: "csv" }),
    );
    expect(listProblems(row)).toEqual([[2, "external_application_id", "idAlone", "markedAsText"]]);
  });

  it("rejects a dimension in a row above its possible interviewer", async () => {
    const [row] = await csv(
      { ...base, dimension_title: "技术" },
      { ...base, username: "王小明", dimension_title: "沟通" },
    );
    expect(listProblems(row)).toEqual([[2, "username", "interviewerFirst", "nothing"]]);
    const [anonymous] = await csv({ ...base, dimension_title: "技术" }, { ...base, dimension_title: "沟通" });
    expect(anonymous?.body?.interview_assessments).toHaveLength(1);
  });

  it("warns of a dimension with a type, but without a value", async () => {
    const [row] = await csv({ ...base, username: "王小明", dimension_title: "技术", dimension_type: "1" });
    expect(row?.body).toBeDefined();
    expect(listWarnings(row)).toEqual([[2, "dimension_value", "valueOfType", "nothing"]]);
  });

  it("warns of a row that adds nothing to its interview", async () => {
    const [row] = await csv({ ...base, username: "王小明" }, base);
    expect(row?.body?.interview_assessments).toHaveLength(1);
    expect(listWarnings(row)).toEqual([[3, "dimension_title", "dimensionOrComment", "neither"]]);
  });

  it.each([
    { header: "external_id,username", key: "missingHeader" },
    { header: "面试记录,,", key: "titleAbove" },
    { header: "external_id；external_application_id", key: "missingHeaderSeparator" },
    { header: "external_application_id,external_application_id", key: "columnTwice" },
    { header: 'external_id,"a"b', key: "unreadableHeader" },
    { header: '"external_id"b,a', key: "unreadableHeader" },
  ])("stops without a valid header: $header", async ({ header, key }) => {
    const rows = readAll(openText(`${header}\n1,2\n`, { format: "csv" }));
    await expect(rows).rejects.toThrow(inputError(key, { place: phraseWith("line", { line: 1 }) }));
  });

  it.each([
    { bad: `b,${APPLICATION},"1`, what: "a quote that is never closed" },
    { bad: `b,${APPLICATION},5" x,,,,,,,,`, what: "a quote in a bare cell, and a cell too few" },
    { bad: `b,${APPLICATION},,,,,,said "a, b",,,,`, what: "a separator between quotes in a bare cell" },
    { bad: `b,${APPLICATION},,,,,, "said",,,,`, what: "a quote behind a blank" },
    { bad: `b,${APPLICATION},,,,,,5" x,"a,,,`, what: "a quote in a bare cell, and one that is never closed" },
    { bad: `b,${APPLICATION},"he said "hi"",,,,,,,,,`, what: "a bare quote in a quoted cell" },
  ])("rejects only the row with $what, if its id can be read", async ({ bad }) => {
    const records = ["a", "a", "c", "d"].map((id) => formatRecord({ ...base, external_id: id }));
    records.splice(2, 0, bad);
    const rows = await readCsv(records.join("\r\n"));
    expect(
      rows.map((row) => [row.line, row.externalId, row.readRaw().length, row.body !== undefined]),
    ).toEqual([
      [2, "a", 2, true],
      [4, "b", 1, false],
      [5, "c", 1, true],
      [6, "d", 1, true],
    ]);
    expect(rows[1]?.problems.map(({ line, expected }) => [line, expected.key])).toEqual([
      [4, "quotesAroundCells"],
    ]);
  });

  it.each([`"b"x,${APPLICATION}`, `"b`, `b"`])(
    "rejects the interviews on both sides of a row whose id cannot be read: %s",
    async (bad) => {
      const records = ["a", "a", "c", "d"].map((id) => formatRecord({ ...base, external_id: id }));
      records.splice(2, 0, bad);
      const rows = await readCsv(records.join("\r\n"));
      expect(
        rows.map((row) => [row.line, row.externalId, row.readRaw().length, row.body !== undefined]),
      ).toEqual([
        [2, "a", 3, false],
        [5, "c", 1, false],
        [6, "d", 1, true],
      ]);
      expect(listProblems(rows[1])).toEqual([[5, "", "allRows", "unreadableBefore"]]);
      expect(listValues(rows[1]?.problems[0]?.received)).toEqual([4]);
    },
  );

  it("does not swallow rows whose lines end in a return alone", async () => {
    const lines = [
      "external_id,external_application_id,comment",
      `k1,${APPLICATION},"said`,
      `k2,${APPLICATION},yes"`,
      `k3,${APPLICATION},x`,
    ];
    const rows = await readAll(openText(`${lines.join("\r")}\r`, { format: "csv" }));
    expect(rows.filter(({ body }) => body).map(({ externalId }) => externalId)).toEqual(["k3"]);
  });

  it("reads the rows that a stray quote would swallow, when another one is far below", async () => {
    const ids = Array.from({ length: 50 }, (_, index) => `k${index}`);
    const lines = ids.map((id) => `${id},${APPLICATION},x`);
    lines[3] = `k3,"${APPLICATION},x`;
    lines[40] = `k40,${APPLICATION},"`;
    const rows = await readAll(
      openText(`external_id,external_application_id,comment\n${lines.join("\n")}\n`, { format: "csv" }),
    );
    expect(rows.filter(({ body }) => !body).map(({ externalId }) => externalId)).toEqual(["k3", "k40"]);
    expect(rows).toHaveLength(50);
  });

  it("rejects only the interview itself where a row has too many cells behind its id", async () => {
    const long = `${formatRecord({ ...base, external_id: "b" })},x`;
    const rows = await readCsv(
      [
        formatRecord(base),
        long,
        formatRecord({ ...base, external_id: "b" }),
        formatRecord({ ...base, external_id: "c" }),
      ].join("\n"),
    );
    expect(rows.map((row) => [row.externalId, row.body !== undefined])).toEqual([
      ["a", true],
      ["b", false],
      ["c", true],
    ]);
    expect(listProblems(rows[1])).toEqual([[3, "(cells)", "cellCount", "count"]]);
    expect(listValues(rows[1]?.problems[0]?.expected)).toEqual([12]);
    expect(listValues(rows[1]?.problems[0]?.received)).toEqual([13]);
  });

  it("rejects the neighbours too where a row of the wrong length may hide their id", async () => {
    const header = "external_application_id,external_id,username";
    const rows = await readAll(
      openText(`${header}\n${APPLICATION},a,x\n${APPLICATION},a\n${APPLICATION},b,y\n`, { format: "csv" }),
    );
    expect(rows.map((row) => [row.readRaw().length, row.body])).toEqual([
      [2, undefined],
      [1, undefined],
    ]);
  });

  it("counts the lines within a cell, whichever cells come after it, and blank ones", async () => {
    const quoted = '"a\nb\r\nc"';
    const records = [
      { ...base, comment: quoted, dimension_title: '"d"', dimension_type: "打分题" },
      { ...base, external_id: "b" },
      { ...base, external_id: "c" },
    ];
    const rows = await readCsv(records.map(formatRecord).join("\n\n"));
    expect(rows.map(({ line }) => line)).toEqual([2, 6, 8]);
  });

  it("reads a file of old Macs, where a return alone ends a line", async () => {
    const rows = await readAll(
      openText(`${HEADER}\r${formatRecord(base)}\r${formatRecord({ ...base, external_id: "b" })}\r`, {
        format: "csv",
      }),
    );
    expect(rows.map((row) => [row.line, row.externalId])).toEqual([
      [2, "a"],
      [3, "b"],
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { type InterviewRow, readMapping } from "../../../../src/importer/index.js";
import { inputError, listValues, phraseWith } from "../../support/phrases.js";
import { APPLICATION, listProblems, openText, readAll } from "../reading.js";
import { openMapped, writeFiles } from "./mapping.js";

const BASE = "external_application_id: App\nexternal_id: Id\n";

const listAllProblems = (rows: readonly InterviewRow[]) => rows.flatMap(listProblems);
/** What is named of the cells with problems. */
const listReceived = (rows: readonly InterviewRow[]) =>
  rows.flatMap(({ problems }) => problems.flatMap(({ received }) => listValues(received)));

describe("a row of a mapped table", () => {
  it("is rejected if it cannot be read, and not taken for the header again", async () => {
    const table = `,Id,App\n,1,${APPLICATION}\n,"k"2,${APPLICATION}\n,3,${APPLICATION}\n`;
    const rows = await readAll(await openMapped(table, BASE));
    expect(listAllProblems(rows)).toContainEqual([3, "", "quotesAroundCells", "misplacedQuote"]);
  });

  it("is rejected alone if its id comes before what cannot be read", async () => {
    const ids = ["1", "2", "3"].map((id) => `x,${id},${APPLICATION},${id === "2" ? '"5" x' : ""}\n`);
    const rows = await readAll(await openMapped(`X,Id,App,Note\n${ids.join("")}`, BASE));
    expect(rows.map(({ externalId, body }) => [externalId, body !== undefined])).toEqual([
      ["1", true],
      ["2", false],
      ["3", true],
    ]);
  });

  it("of the wrong length is rejected with its neighbours, whose id it may hide", async () => {
    const table = `App,Id,Who\n${APPLICATION},1,x\n${APPLICATION},1\n${APPLICATION},2,y\n`;
    const rows = await readAll(await openMapped(table, `${BASE}username: Who\n`));
    expect(rows.map((row) => [row.readRaw().length, row.body])).toEqual([
      [2, undefined],
      [1, undefined],
    ]);
  });

  it("leaves words that the mapping calls blank out of texts and durations", async () => {
    const table = `Id,App,First,Last,Begin,Dur\nN/A,${APPLICATION},Lin,N/A,2021-04-15T10:00Z,N/A\n`;
    const mapping = `blank: [N/A]\nexternal_application_id: App\nexternal_id: {text: "gh:{Id}"}\nusername: {text: "{First} {Last}"}\nbegin_time: Begin\nend_time: {minutes: Dur}\n`;
    const [row] = await readAll(await openMapped(table, mapping));
    expect(row?.body).toMatchObject({ interview_assessments: [{ username: "Lin" }] });
    expect(row?.body).not.toHaveProperty("external_id");
    expect(row?.body).not.toHaveProperty("end_time");
  });

  it("has the text of a cell that a program has made a formula of", async () => {
    const table = `Id,App,Result,Coding\n"=""1""",="${APPLICATION}",="Yes",="90"\n`;
    const mapping = `external_id: {text: "gh:{Id}"}\nexternal_application_id: App\nusername: {text: 张三}\nconclusion: {column: Result, values: {Yes: Passed}}\ndimensions: [{column: Coding, type: Score}]\n`;
    const [row] = await readAll(await openMapped(table, mapping));
    expect(row?.body).toMatchObject({
      external_id: "gh:1",
      external_application_id: APPLICATION,
      interview_assessments: [{ conclusion: 2, assessment_dimension_list: [{ score: 90 }] }],
    });
  });

  it("is rejected for a word that is not listed, in any column with words", async () => {
    const table = `Id,App,Who\n1,${APPLICATION},bob\n2,${APPLICATION},alice\n`;
    const rows = await readAll(
      await openMapped(table, `${BASE}username: {column: Who, values: {bob: Robert}}\n`),
    );
    expect(rows.map(({ body }) => body?.interview_assessments?.[0]?.username)).toEqual(["Robert", undefined]);
  });
});

it("an id stays as it is, unless the mapping has another for it", async () => {
  const mapping = "external_application_id: App\nexternal_id: {column: Id, values: {old: new}}\n";
  const rows = await readAll(await openMapped(`Id,App\ni1,${APPLICATION}\nold,${APPLICATION}\n`, mapping));
  expect(rows.map(({ body }) => body?.external_id)).toEqual(["i1", "new"]);
});

describe("bare numbers as verdicts", () => {
  const table = `Id,App,Result\ni1,${APPLICATION},1\n,,\ni2,${APPLICATION},2\n`;

  it("are rejected by a mapping that does not spell them out", async () => {
    const rows = await readAll(await openMapped(table, `${BASE}conclusion: Result\n`));
    expect(listAllProblems(rows)).toEqual([
      [2, "Result", "spelledOut", "quoted"],
      [4, "Result", "spelledOut", "quoted"],
    ]);
    expect(listReceived(rows)).toEqual(["1", "2"]);
  });

  it("become what the mapping says", async () => {
    const mapping = `${BASE}username: {text: 张三}\nconclusion:\n  column: Result\n  values: {1: Passed, 2: Failed}\n`;
    const rows = await readAll(await openMapped(table, mapping));
    expect(rows.map(({ body }) => body?.interview_assessments?.[0]?.conclusion)).toEqual([2, 1]);
  });
});

it("a blank cell becomes the default, if the mapping has one", async () => {
  const table = `Id,App,Result\ni1,${APPLICATION},\ni2,${APPLICATION},Yes\n`;
  const conclusion = "conclusion: {column: Result, values: {Yes: Passed}, default: Pending}\n";
  const rows = await readAll(await openMapped(table, `${BASE}username: {text: 张三}\n${conclusion}`));
  expect(rows.map(({ body }) => body?.interview_assessments?.[0]?.conclusion)).toEqual([3, 2]);
});

describe("rows", () => {
  it("that are left out are counted by their word", async () => {
    const table = `Id,App,Status\ni1,${APPLICATION},Cancelled\ni2,${APPLICATION},scheduled\ni3,${APPLICATION},Done\ni4,${APPLICATION},Cancelled\n`;
    const input = await openMapped(table, `${BASE}leave_out:\n  Status: [Cancelled, Scheduled]\n`);
    expect((await readAll(input)).map(({ externalId }) => externalId)).toEqual(["i3"]);
    expect(input.warnings.map(({ key }) => key)).toEqual(["leftOut"]);
    expect(input.warnings[0]?.params).toMatchObject({
      count: 3,
      words: [
        { params: { column: "Status", word: "Cancelled", count: 2 } },
        { params: { column: "Status", word: "scheduled", count: 1 } },
      ],
    });
  });

  it("of a no-show have no interviewer, unless they say something of the candidate", async () => {
    const cells = ["爽约,,,", "爽约,通过,,", "爽约,,好,", "爽约,,,5"];
    const rows = cells.map((one, i) => `i${i},${APPLICATION},张三,一楼,${one}\n`).join("");
    const dimensions = "dimensions: [{column: Room, type: Description}, {column: Code, type: Score}]\n";
    const input = await openMapped(
      `Id,App,Who,Room,Status,Result,Note,Code\n${rows}`,
      `${BASE}username: Who\nparticipate_status: Status\nconclusion: Result\ncomment: Note\n${dimensions}`,
    );
    const room = { title: "Room", assessment_type: 3, content: "一楼" };
    const score = { title: "Code", assessment_type: 1, score: 5 };
    expect((await readAll(input)).map(({ body }) => body?.interview_assessments)).toEqual([
      undefined,
      [{ username: "张三", conclusion: 2, assessment_dimension_list: [room] }],
      [{ username: "张三", content: "好", assessment_dimension_list: [room] }],
      [{ username: "张三", assessment_dimension_list: [room, score] }],
    ]);
    expect(input.warnings).toEqual([phraseWith("notAssessed", { count: 1 })]);
  });

  it("count once with their bytes, whatever is made of them, and may be another header", async () => {
    const header = "Id,App,Who,A,B,Note";
    const row = `i1,${APPLICATION},张三,5,4,${"x".repeat(9_000_000)}`;
    const mapping = `${BASE}username: Who\ncomment: Note\ndimensions: [{columns: [A, B], type: Score}]\n`;
    const rows = await readAll(await openMapped(`${header}\n${row}\n${header}\n`, mapping));
    expect(rows.map(({ bytes, readRaw, problems }) => [bytes, readRaw().length, problems])).toEqual([
      [Buffer.byteLength(row) + 1, 1, []],
    ]);
  });

  it("are written back with all of their own columns, in the order that they have", async () => {
    const input = await openMapped(`App,Id,Note,More\n${APPLICATION},i1,,\n`, BASE);
    const [row] = await readAll(input);
    expect(row && input.formatRejected(row, { reason: "no" })).toBe(`${APPLICATION},i1,,,,,,,no\r\n`);
  });

  it("are rejected for a word that neither the mapping nor this tool knows", async () => {
    const table = `Id,App,Result\ni1,${APPLICATION},Maybe\ni2,${APPLICATION},待定\ni3,${APPLICATION},YES\n`;
    const mapping = `${BASE}username: {text: 张三}\nconclusion: {column: Result, values: {Yes: Passed}}\n`;
    const rows = await readAll(await openMapped(table, mapping));
    expect(listAllProblems(rows)).toEqual([[2, "Result", "wordOfMapping", "quoted"]]);
    expect(listReceived(rows)).toEqual(["Maybe"]);
    expect(rows.map(({ body }) => body?.interview_assessments?.[0]?.conclusion)).toEqual([undefined, 3, 2]);
  });

  it("with fewer or more cells than the header are rejected, and marked for whoever fixes them", async () => {
    const input = await openMapped(
      `Id,App,Note\ni1,${APPLICATION}\ni2,${APPLICATION},x\ni3,${APPLICATION},x,,\ni4,${APPLICATION},x,y\n`,
      `${BASE}comment: Note\nusername: {text: 张三}\n`,
    );
    const rows = await readAll(input);
    expect(rows.map(listProblems)).toEqual([
      [[2, "(cells)", "cellCount", "count"]],
      [],
      [],
      [[5, "(cells)", "cellCount", "count"]],
    ]);
    const [bad] = rows;
    if (!bad) throw new Error("no rows");
    const rejected =
      input.rejectedHeader + input.formatRejected(bad, { reason: "cells", field: bad.problems[0]?.field });
    const again = await openMapped(rejected, `${BASE}comment: Note\nusername: {text: 张三}\n`);
    expect((await readAll(again)).map(({ body }) => body)).toEqual([undefined]);
  });

  it("of a long table have a dimension each", async () => {
    const table = `Id,App,Who,Topic,Kind,Answer,Status\ni1,${APPLICATION},张三,英语,打分题,90,爽约\ni1,${APPLICATION},张三,技术,描述题,好,爽约\n`;
    const mapping = `${BASE}participate_status: Status\nusername: Who\ndimension_title: Topic\ndimension_type: Kind\ndimension_value: Answer\n`;
    const rows = await readAll(await openMapped(table, mapping));
    expect(rows.map(({ body }) => body?.interview_assessments)).toEqual([
      [
        {
          username: "张三",
          assessment_dimension_list: [
            { title: "英语", assessment_type: 1, score: 90 },
            { title: "技术", assessment_type: 3, content: "好" },
          ],
        },
      ],
    ]);
  });

  it("keep the id that was derived for them when they are rejected", async () => {
    const table = `App,Note\n${APPLICATION},x\n`;
    const mapping = "external_application_id: App\ncomment: Note\nusername: {text: 张三}\n";
    const input = await openMapped(table, mapping);
    const [row] = await readAll(input);
    if (!row) throw new Error("no rows");
    const rejected =
      input.rejectedHeader + input.formatRejected(row, { reason: "no", key: "greenhouse:abc" });
    expect(await readAll(await openMapped(rejected, mapping))).toMatchObject([
      { assignedId: "greenhouse:abc" },
    ]);
  });
});

it("a mapping is for tables", async () => {
  const mapping = await readMapping(await writeFiles({ "a.yaml": BASE }));
  expect(() => openText("[]", { format: "json", mapping })).toThrow(inputError("mappingOfTable"));
  const error = inputError("cannotReadMapping", { path: "no.yaml" });
  await expect(readMapping("no.yaml")).rejects.toThrow(error);
});

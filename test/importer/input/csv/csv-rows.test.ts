import { describe, expect, it } from "vitest";
import type { InterviewRow } from "../../../../src/importer/input/rows/interview-row.js";
import { AssessmentType, Conclusion, ParticipateStatus } from "../../../../src/index.js";
import { listValues, phraseWith } from "../../support/phrases.js";
import { APPLICATION, formatRecord, listProblems, readCsv } from "../reading.js";

const base = { external_id: "a", external_application_id: APPLICATION };
const csv = (...records: Readonly<Record<string, string>>[]) => readCsv(records.map(formatRecord).join("\n"));
const readAssessments = async (...records: Readonly<Record<string, string>>[]) =>
  (await csv(...records))[0]?.body?.interview_assessments;

describe("reading CSV", () => {
  it("makes one interview of the adjacent rows with one id, an assessment per interviewer", async () => {
    const rows = await csv(
      {
        ...base,
        username: "王小明",
        conclusion: "2",
        comment: "好",
        dimension_title: "逻辑",
        dimension_type: "1",
        dimension_value: "80",
      },
      {
        ...base,
        username: "王小明",
        conclusion: "2",
        comment: "好",
        dimension_title: "沟通",
        dimension_type: "3",
        dimension_value: "清晰",
      },
      {
        ...base,
        username: "李小红",
        conclusion: "1",
        dimension_title: "英语",
        dimension_description: "口语",
        dimension_type: "2",
        dimension_value: "流利",
      },
      { ...base, external_id: "b" },
    );
    expect(rows.map((row) => [row.line, row.readRaw().length])).toEqual([
      [2, 3],
      [5, 1],
    ]);
    expect(rows.map((row) => row.body)).toEqual([
      {
        ...base,
        interview_assessments: [
          {
            username: "王小明",
            conclusion: 2,
            content: "好",
            assessment_dimension_list: [
              { assessment_type: 1, title: "逻辑", score: 80 },
              { assessment_type: 3, title: "沟通", content: "清晰" },
            ],
          },
          {
            username: "李小红",
            conclusion: 1,
            assessment_dimension_list: [
              { assessment_type: 2, title: "英语", description: "口语", option: "流利" },
            ],
          },
        ],
      },
      { ...base, external_id: "b" },
    ]);
  });

  it("without ids, puts rows together while all else of the interview is the same", async () => {
    const { external_id: _, ...without } = base;
    const rows = await csv(
      { ...without, begin_time: "1618500278638", username: "王小明" },
      { ...without, begin_time: "1618500278638", username: "李小红" },
      { ...without, begin_time: "1618500278639", username: "李小红" },
      { ...without, begin_time: "1618500278639", end_time: "1618500278640", username: "李小红" },
    );
    expect(rows.map((row) => row.body?.interview_assessments?.map((one) => one.username))).toEqual([
      ["王小明", "李小红"],
      ["李小红"],
      ["李小红"],
    ]);
  });

  it("starts another assessment with another comment of the same interviewer, but not with a blank one", async () => {
    const assessments = await readAssessments(
      { ...base, username: "王小明", comment: "一面", dimension_title: "a" },
      { ...base, username: "王小明", dimension_title: "b" },
      { ...base, dimension_title: "c" },
      { ...base, username: "王小明", comment: "二面", dimension_title: "d" },
    );
    expect(assessments?.map((one) => one.assessment_dimension_list?.map(({ title }) => title))).toEqual([
      ["a", "b", "c"],
      ["d"],
    ]);
  });

  describe("with one interviewer in rows that are not adjacent", () => {
    const lin = { ...base, username: "王小明", conclusion: "2", comment: "好" };
    const wu = { ...base, username: "李小红", conclusion: "1" };
    const score = (title: string) => ({ dimension_title: title, dimension_type: "1", dimension_value: "80" });
    const summarize = (row: InterviewRow | undefined) =>
      row?.body?.interview_assessments?.map(({ username, conclusion, assessment_dimension_list: list }) => [
        username,
        conclusion,
        list?.map(({ title }) => title).join(""),
      ]);

    it("makes one assessment of them if their cells agree or are blank", async () => {
      const [row] = await csv(
        { ...lin, ...score("a") },
        { ...wu, ...score("a") },
        { ...lin, ...score("b") },
        { ...base, ...score("c") },
        { ...base, username: "李小红", ...score("b") },
      );
      expect(summarize(row)).toEqual([
        ["王小明", 2, "abc"],
        ["李小红", 1, "ab"],
      ]);
      expect(row?.warnings).toEqual([]);
    });

    it("takes the conclusion from whichever of them has it, and names that cell", async () => {
      const name = { ...base, username: "王小明" };
      const comment = { ...name, comment: "好\u0007" };
      const [row] = await csv({ ...name, ...score("a") }, wu, { ...name, conclusion: "2" }, comment);
      expect(summarize(row)).toEqual([
        ["王小明", 2, "a"],
        ["李小红", 1, undefined],
      ]);
      expect(row?.warnings.map(({ line, field }) => [line, field])).toEqual([[5, "comment"]]);
    });

    it.each([
      [1, { conclusion: "1" }],
      [undefined, { comment: "坏" }],
    ])("makes the same of them in any order: %s, %j", async (conclusion, other) => {
      const rows = [
        { ...base, username: "王小明", conclusion: "2", ...score("a") },
        { ...base, username: "王小明", comment: "好", ...score("b") },
        { ...base, username: "王小明", ...other, ...score("c") },
      ] as const;
      const [a, b, c] = rows;
      for (const order of [rows, [a, c, b], [c, b, a], [b, a, c]]) {
        const [row] = await csv(...order);
        expect(summarize(row)?.toSorted()).toEqual(
          [
            ["王小明", undefined, "b"],
            ["王小明", conclusion, "c"],
            ["王小明", 2, "a"],
          ].toSorted(),
        );
      }
    });

    it("makes two, with a warning that names the other row, if they contradict each other", async () => {
      const [row] = await csv(
        { ...lin, ...score("a") },
        { ...wu, ...score("a") },
        { ...lin, conclusion: "1", ...score("b") },
        wu,
        { ...base, username: "王小明", ...score("c") },
      );
      expect(summarize(row)).toEqual([
        ["王小明", 2, "a"],
        ["李小红", 1, "a"],
        ["王小明", 1, "bc"],
      ]);
      expect(row?.warnings.map(({ line, field, received }) => [line, field, received.params.line])).toEqual([
        [4, "username", 2],
      ]);
    });
  });

  it.each([
    { status: "2", conclusion: "3", type: "4" },
    { status: "Participated", conclusion: "Pending", type: "MultipleChoice" },
    { status: "participated", conclusion: " PENDING ", type: "multiple choice" },
    { status: "参与", conclusion: "待定", type: "多选题" },
  ])(
    "takes a choice as number, English name or Chinese label: $status, $conclusion, $type",
    async (cells) => {
      const [row] = await csv({
        ...base,
        participate_status: cells.status,
        conclusion: cells.conclusion,
        dimension_type: cells.type,
        dimension_value: "甲 | | 乙|",
      });
      expect(row?.body).toEqual({
        ...base,
        participate_status: ParticipateStatus.Participated,
        interview_assessments: [
          {
            conclusion: Conclusion.Pending,
            assessment_dimension_list: [
              { assessment_type: AssessmentType.MultipleChoice, options: ["甲", "乙"] },
            ],
          },
        ],
      });
    },
  );

  it("rejects a choice that there is not, with the choices, and a text in its place without repeating it", async () => {
    const [unknown] = await csv({ ...base, conclusion: "优秀" });
    expect(listProblems(unknown)).toEqual([[2, "conclusion", "oneOf", "quoted"]]);
    const [problem] = unknown?.problems ?? [];
    expect(problem?.expected.params.choices).toEqual([
      phraseWith("choice", { value: 1, name: "Failed", label: "不通过" }),
      phraseWith("choice", { value: 2, name: "Passed", label: "通过" }),
      phraseWith("choice", { value: 3, name: "Pending", label: "待定" }),
    ]);
    expect(listValues(problem?.received)).toEqual(["优秀"]);
    expect(problem?.column).toBe(7);
    const [shifted] = await csv({ ...base, conclusion: "候选人".repeat(20) });
    expect(listProblems(shifted)).toEqual([[2, "conclusion", "oneOf", "longText"]]);
    expect(listValues(shifted?.problems[0]?.received)).toEqual([60]);
    expect(shifted?.problems[0]?.message).not.toContain("候选人");
  });

  it("names the line and the column of what the spec does not allow", async () => {
    const [row] = await csv(
      {
        external_id: "a",
        external_application_id: " ",
        dimension_type: "1",
        dimension_value: "80",
        participate_status: "1",
      },
      { external_id: "a", participate_status: "1", dimension_type: "1", dimension_value: "八十" },
      { external_id: "a", participate_status: "1", dimension_value: "80", dimension_title: "x" },
    );
    expect(row?.externalId).toBe("a");
    expect(listProblems(row)).toEqual([
      [3, "dimension_value", "wholeNumber", "quoted"],
      [4, "dimension_type", "dimensionType", "nothing"],
      [2, "external_application_id", "value", "nothing"],
    ]);
    expect(listValues(row?.problems[0]?.received)).toEqual(["八十"]);
  });
});

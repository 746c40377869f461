import { describe, expectTypeOf, it } from "vitest";
import {
  AssessmentType,
  Conclusion,
  dimension,
  type ExternalInterview,
  type ExternalInterviewAssessmentDimensionInput,
  FeishuHire,
  ParticipateStatus,
} from "../../src/index.js";

const { externalInterviews } = new FeishuHire();
const external_application_id = "6960663240925956437";

describe("create", () => {
  it("accepts what the spec allows", () => {
    externalInterviews.create({ external_application_id });
    externalInterviews.create({
      external_id: "greenhouse:interview:8812",
      external_application_id,
      participate_status: ParticipateStatus.Participated,
      begin_time: 1618500278638,
      end_time: 1618500278639,
      interview_assessments: [
        {
          username: "张三",
          conclusion: Conclusion.Passed,
          content: "第一次面试",
          assessment_dimension_list: [
            dimension.score({ title: "Coding", score: 92 }),
            dimension.singleChoice({ title: "Level", option: "P6" }),
            dimension.description({ title: "Notes", description: "Asked of all", content: "Clear." }),
            dimension.multipleChoice({ title: "Strengths", options: ["APIs", "SQL"] }),
            { assessment_type: AssessmentType.Score, score: 99, option: "选项1", options: ["选项1"] },
          ],
        },
      ],
    });
  });

  it("resolves to the interview", () => {
    expectTypeOf(externalInterviews.create).returns.resolves.toEqualTypeOf<ExternalInterview>();
    expectTypeOf<ExternalInterview["id"]>().toEqualTypeOf<string>();
    expectTypeOf<ExternalInterview["begin_time"]>().toEqualTypeOf<number | undefined>();
  });

  it("does not compile without a body, or without the required field", () => {
    // @ts-expect-error: no body
    externalInterviews.create();
    // @ts-expect-error: no external_application_id
    externalInterviews.create({});
    // @ts-expect-error: no external_application_id
    externalInterviews.create({ external_id: "1", begin_time: 1 });
    // @ts-expect-error: undefined is not an id
    externalInterviews.create({ external_application_id: undefined });
  });

  it("does not compile with a misspelt field, at any depth", () => {
    // @ts-expect-error: begin_tme
    externalInterviews.create({ external_application_id, begin_tme: 1 });
    // @ts-expect-error: user_name
    externalInterviews.create({ external_application_id, interview_assessments: [{ user_name: "张三" }] });
    externalInterviews.create({
      external_application_id,
      // @ts-expect-error: scores
      interview_assessments: [{ assessment_dimension_list: [{ scores: 1 }] }],
    });
  });

  it("does not compile with a value that the enum does not have", () => {
    // @ts-expect-error: 4
    externalInterviews.create({ external_application_id, participate_status: 4 });
    // @ts-expect-error: a name instead of its number
    externalInterviews.create({ external_application_id, participate_status: "Participated" });
    // @ts-expect-error: 0
    externalInterviews.create({ external_application_id, interview_assessments: [{ conclusion: 0 }] });
    // @ts-expect-error: 5
    expectTypeOf({ assessment_type: 5 }).toExtend<ExternalInterviewAssessmentDimensionInput>();
    // @ts-expect-error: no such member
    ParticipateStatus.Cancelled;
  });

  it("does not compile with a value of another type", () => {
    // @ts-expect-error: an id is a text, since a number would lose its last digits
    externalInterviews.create({ external_application_id: 6960663240925956 });
    // @ts-expect-error: a time is a number
    externalInterviews.create({ external_application_id, begin_time: new Date() });
    // @ts-expect-error: null is not "absent"
    externalInterviews.create({ external_application_id, external_id: null });
  });

  it("takes a signal, time limits and headers for one call, and nothing else", () => {
    const { signal } = new AbortController();
    const headers = { prefer: "code=200" };
    const options = { signal, timeoutMs: 1, totalTimeoutMs: 1, maxRetries: false, headers } as const;
    externalInterviews.create({ external_application_id }, options);
    // @ts-expect-error: misspelt
    externalInterviews.create({ external_application_id }, { timeout: 1 });
  });
});

describe("a dimension", () => {
  it("has the value field of its type", () => {
    expectTypeOf(dimension.score({ score: 1 })).toExtend<{ assessment_type: 1; score: number }>();
    expectTypeOf(dimension.singleChoice({ option: "" })).toExtend<{ assessment_type: 2; option: string }>();
    expectTypeOf(dimension.description({ content: "" })).toExtend<{ assessment_type: 3; content: string }>();
    expectTypeOf(dimension.multipleChoice({ options: [] })).toExtend<{
      assessment_type: 4;
      options: readonly string[];
    }>();
  });

  it("does not compile with the value field of another type", () => {
    // @ts-expect-error: option belongs to singleChoice
    dimension.score({ title: "Coding", option: "P6" });
    // @ts-expect-error: score belongs to score
    dimension.score({ title: "Coding", score: 1, option: "P6" });
    // @ts-expect-error: options belongs to multipleChoice
    dimension.singleChoice({ options: ["P6"] });
    // @ts-expect-error: score belongs to score
    dimension.description({ content: "", score: 1 });
    // @ts-expect-error: option belongs to singleChoice
    dimension.multipleChoice({ option: "P6" });
    // @ts-expect-error: the type is given by the helper
    dimension.score({ score: 1, assessment_type: 2 });
  });

  it("does not compile without its value", () => {
    // @ts-expect-error: no score
    dimension.score({ title: "Coding" });
    // @ts-expect-error: undefined is not a score
    dimension.score({ score: undefined });
  });
});

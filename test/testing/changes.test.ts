import { describe, expect, test } from "vitest";
import { ErrorCode } from "../../src/index.js";
import type { TestFeishu, UnknownIdResponse } from "../../src/testing/index.js";
import { seed } from "../fault-matrix/calls.js";
import { callPlain, create, type PlainResponse, startTestFeishu } from "./feishu.js";

function update(feishu: TestFeishu, id: string, body: object): Promise<PlainResponse> {
  return callPlain(feishu, "updateExternalInterview", { path: { external_interview_id: id }, body });
}

function remove(feishu: TestFeishu, id: string): Promise<PlainResponse> {
  return callPlain(feishu, "deleteExternalInterview", { path: { external_interview_id: id } });
}

function patch(feishu: TestFeishu, id: string, body: object): Promise<PlainResponse> {
  const path = { external_interview_assessment_id: id };
  return callPlain(feishu, "updateExternalInterviewAssessment", { path, body });
}

describe("updateExternalInterview", () => {
  const body = { external_application_id: "3", interview_assessments: [{ username: "李四" }] };

  test("overwrites the whole interview, its assessments included", async () => {
    const feishu = await startTestFeishu();
    const { id } = feishu.addInterview({
      external_application_id: "2",
      begin_time: 1,
      interview_assessments: [{ username: "张三", content: "好" }],
    });
    const { json } = await update(feishu, id, body);
    const assessment = { id: expect.any(String), username: "李四" };
    const interview = { external_application_id: "3", id, interview_assessments: [assessment] };
    expect(json.data).toEqual({ external_interview: interview });
    expect(feishu.interviews.map((stored) => stored.interview)).toEqual([interview]);
  });

  test.each(["new", "kept"] as const)("gives assessments ids that are %s", async (assessmentIdsOnUpdate) => {
    const feishu = await startTestFeishu({ assessmentIdsOnUpdate });
    const { interviewId, assessmentId } = seed(feishu);
    await update(feishu, interviewId, body);
    const [assessment] = feishu.interviews[0]?.interview.interview_assessments ?? [];
    expect(assessment?.id === assessmentId).toBe(assessmentIdsOnUpdate === "kept");
  });

  test("rejects an external_id", async () => {
    const feishu = await startTestFeishu();
    const { interviewId } = seed(feishu);
    const { json } = await update(feishu, interviewId, { ...body, external_id: "7" });
    expect(json.code).toBe(ErrorCode.BadParameter);
  });
});

describe("updateExternalInterviewAssessment", () => {
  const dimensions = [
    { title: "沟通", assessment_type: 1, score: 3 },
    { title: "编程", assessment_type: 1, score: 4 },
  ];

  test("changes the given fields and keeps the others", async () => {
    const feishu = await startTestFeishu();
    const { interviewId, assessmentId } = seed(feishu);
    await patch(feishu, assessmentId, { conclusion: 2 });
    const { json } = await patch(feishu, assessmentId, { content: "好" });
    const assessment = { id: assessmentId, username: "张三", conclusion: 2, content: "好" };
    expect(json.data).toEqual({
      external_interview_assessment: { ...assessment, external_interview_id: interviewId },
    });
    expect(feishu.interviews[0]?.interview.interview_assessments).toEqual([assessment]);
  });

  test.each([
    ["replaced", ["编程"]],
    ["merged", ["沟通", "编程"]],
  ] as const)("dimensions are %s", async (patchedDimensions, titles) => {
    const feishu = await startTestFeishu({ patchedDimensions });
    const { assessmentId } = seed(feishu);
    await patch(feishu, assessmentId, { assessment_dimension_list: dimensions });
    await patch(feishu, assessmentId, { assessment_dimension_list: [{ ...dimensions[1], score: 5 }] });
    const [assessment] = feishu.interviews[0]?.interview.interview_assessments ?? [];
    expect(assessment?.assessment_dimension_list?.map(({ title }) => title)).toEqual(titles);
    expect(assessment?.assessment_dimension_list?.at(-1)?.score).toBe(5);
  });
});

describe("deletes", () => {
  test("remove an interview, which a query no longer returns", async () => {
    const feishu = await startTestFeishu();
    const { interviewId } = seed(feishu);
    expect((await remove(feishu, interviewId)).json).toEqual({ code: 0, msg: "ok", data: {} });
    expect(feishu.interviews).toEqual([]);
    const body = { external_interview_id_list: [interviewId] };
    const { json } = await callPlain(feishu, "queryExternalInterviews", { body });
    expect(json.data).toEqual({ items: [], has_more: false });
    expect((await remove(feishu, interviewId)).json.code).toBe(ErrorCode.BadParameter);
  });

  test.each([false, true])("of an application remove its interviews: %s", async (deleteCascades) => {
    const feishu = await startTestFeishu({ deleteCascades });
    const { applicationId } = seed(feishu);
    const { id: other } = feishu.addInterview({ external_application_id: "2" });
    const path = { external_application_id: applicationId };
    const { json } = await callPlain(feishu, "deleteExternalApplication", { path });
    expect(json.data).toMatchObject({ external_application: { id: applicationId } });
    expect(feishu.interviews).toHaveLength(deleteCascades ? 1 : 2);
    expect(feishu.interviews.at(-1)?.interview.id).toBe(other);
  });
});

const unknownIds: [UnknownIdResponse, object][] = [
  [{ code: ErrorCode.BadParameter }, { status: 400, json: { code: ErrorCode.BadParameter } }],
  [
    { code: 1_002_801, status: 404 },
    { status: 404, json: { code: 1_002_801 } },
  ],
  ["emptySuccess", { status: 200, json: { code: 0, data: {} } }],
  ["http404", { status: 404, json: {} }],
];

describe.each(unknownIds)("an unknown id that gets %o", (unknownId, expected) => {
  test.each([
    ["updateExternalInterview", { external_application_id: "2" }],
    ["deleteExternalInterview", undefined],
    ["updateExternalApplication", { talent_id: "7001" }],
    ["deleteExternalApplication", undefined],
    ["createExternalInterviewAssessment", { external_interview_id: "6900000000000009999" }],
    ["updateExternalInterviewAssessment", { username: "李四" }],
  ] as const)("by %s changes nothing", async (operationId, body) => {
    const feishu = await startTestFeishu({ unknownId });
    seed(feishu);
    const before = [feishu.interviews, feishu.applications];
    const unknown = "6900000000000009999";
    const path = {
      external_interview_id: unknown,
      external_application_id: unknown,
      external_interview_assessment_id: unknown,
    };
    const response = await callPlain(feishu, operationId, { path, ...(body && { body }) });
    expect(response).toMatchObject(expected);
    expect([feishu.interviews, feishu.applications]).toEqual(before);
  });
});

test("a second delete gets the response of deletedId", async () => {
  const feishu = await startTestFeishu({ deletedId: "emptySuccess" });
  const { interviewId } = seed(feishu);
  for (const id of [interviewId, interviewId]) expect((await remove(feishu, id)).json.code).toBe(0);
  expect((await remove(feishu, "1")).json.code).toBe(ErrorCode.BadParameter);
});

test("an assessment is deleted with its interview, or by an update that replaces it", async () => {
  const feishu = await startTestFeishu({ deletedId: { code: 1_002_801 } });
  const [first, second] = [seed(feishu), seed(feishu)];
  await remove(feishu, first.interviewId);
  await update(feishu, second.interviewId, { external_application_id: "3", interview_assessments: [{}] });
  const codes = [];
  for (const id of [first.assessmentId, second.assessmentId, "1"])
    codes.push((await patch(feishu, id, { conclusion: 1 })).json.code);
  expect(codes).toEqual([1_002_801, 1_002_801, ErrorCode.BadParameter]);
});

test("a person can change and delete interviews, but not unknown ones", async () => {
  const feishu = await startTestFeishu();
  const { interviewId, assessmentId } = seed(feishu);
  const edited = feishu.editInterview(interviewId, { begin_time: 5 });
  expect(edited).toMatchObject({ begin_time: 5, interview_assessments: [{ id: assessmentId }] });
  feishu.deleteInterview(interviewId);
  expect(() => feishu.editInterview(interviewId, {})).toThrow(RangeError);
});

test("a create under an application that does not exist fails if so configured", async () => {
  const strict = await startTestFeishu({ unknownApplication: { code: 1_002_201 } });
  const { applicationId } = seed(strict);
  expect((await create(strict, { external_application_id: "2" })).json.code).toBe(1_002_201);
  expect((await create(strict, { external_application_id: applicationId })).json.code).toBe(0);
});

test("a delete of an application has a limit of 20 a minute, apart from the other limits", async () => {
  const feishu = await startTestFeishu();
  const ids = Array.from({ length: 21 }, () => feishu.addApplication({ talent_id: "1" }).id);
  const codes = [];
  for (const id of ids) {
    const path = { external_application_id: id };
    codes.push((await callPlain(feishu, "deleteExternalApplication", { path })).json.code);
  }
  expect(codes.slice(0, 20)).toEqual(Array(20).fill(0));
  expect(codes[20]).toBe(ErrorCode.RateLimited);
  feishu.clock.advance(60_000);
  const path = { external_application_id: ids[20] ?? "" };
  expect((await callPlain(feishu, "deleteExternalApplication", { path })).json.code).toBe(0);
});

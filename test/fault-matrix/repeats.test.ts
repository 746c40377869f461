import { describe, expect, test } from "vitest";
import {
  BadParameterError,
  ConnectionError,
  ErrorCode,
  FeishuApiError,
  FeishuHire,
  type FeishuHireError,
  InvalidResponseError,
} from "../../src/index.js";
import type { TestFeishu, UnknownIdResponse } from "../../src/testing/index.js";
import { catchError } from "../support/hire.js";
import { startTestFeishu } from "../testing/feishu.js";
import { seed } from "./calls.js";

/** Responses that a delete may get after an earlier attempt deleted the record, and how the call then ends. */
const failing: [UnknownIdResponse, new (...args: never[]) => FeishuHireError][] = [
  [{ code: ErrorCode.BadParameter }, BadParameterError],
  [{ code: 1_002_801, status: 400 }, FeishuApiError],
  [{ code: 1_002_801, status: 404 }, FeishuApiError],
  ["http404", InvalidResponseError],
];

function createClient(feishu: TestFeishu): FeishuHire {
  return new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock });
}

describe("a delete that is sent again after a reset, when the first attempt was applied,", () => {
  test.each(failing)("fails on %o, but may have succeeded", async (deletedId, type) => {
    const feishu = await startTestFeishu({ deletedId });
    const { interviewId } = seed(feishu);
    feishu.faults.push({ kind: "reset", applied: true });
    const error = await catchError(createClient(feishu).externalInterviews.delete(interviewId), type);
    expect(error).toMatchObject({ operationId: "deleteExternalInterview", mayHaveSucceeded: true });
    expect(feishu.interviews).toEqual([]);
  });

  test("succeeds on a success", async () => {
    const feishu = await startTestFeishu({ deletedId: "emptySuccess" });
    const { interviewId } = seed(feishu);
    feishu.faults.push({ kind: "reset", applied: true });
    await createClient(feishu).externalInterviews.delete(interviewId);
    expect(feishu.requestCounts.deleteExternalInterview).toBe(2);
  });
});

test("a delete of an unknown id is not ambiguous", async () => {
  const feishu = await startTestFeishu();
  const error = await catchError(createClient(feishu).externalInterviews.delete("1"), BadParameterError);
  expect(error).toMatchObject({ mayHaveSucceeded: false, attempts: 1 });
});

test.each([{}, { external_id: "1" }])(
  "an assessment whose create may have been applied is not created again: %j",
  async (key) => {
    const feishu = await startTestFeishu();
    const { interviewId } = seed(feishu);
    feishu.faults.push({ kind: "reset", applied: true });
    const call = createClient(feishu).externalInterviewAssessments.create({
      ...key,
      external_interview_id: interviewId,
    });
    const error = await catchError(call, ConnectionError);
    expect(error).toMatchObject({ mayHaveSucceeded: true, attempts: 1 });
  },
);

test.each([[undefined, 1, 0] as const, [false, 1, 0] as const, [true, 2, 1] as const])(
  "a change of some fields whose caller says that it is idempotent (%s) is sent again",
  async (idempotent, attempts, succeeded) => {
    const feishu = await startTestFeishu();
    const { assessmentId } = seed(feishu);
    feishu.faults.push({ kind: "reset", applied: true });
    const update = createClient(feishu).externalInterviewAssessments.update;
    const calls = await Promise.allSettled([update(assessmentId, { content: "好" }, { idempotent })]);
    expect(calls.filter(({ status }) => status === "fulfilled")).toHaveLength(succeeded);
    expect(feishu.requestCounts.updateExternalInterviewAssessment).toBe(attempts);
  },
);

test("a create whose caller says that it is idempotent may have succeeded after its last attempt", async () => {
  const feishu = await startTestFeishu();
  const { applicationId } = seed(feishu);
  feishu.faults.push({ kind: "reset", times: 5 });
  const body = { external_application_id: applicationId };
  const call = createClient(feishu).externalInterviews.create(body, { idempotent: true });
  const error = await catchError(call, ConnectionError);
  expect(error).toMatchObject({ mayHaveSucceeded: true, attempts: 5 });
});

test("a query has changed nothing, whatever its caller says", async () => {
  const feishu = await startTestFeishu();
  const { applicationId } = seed(feishu);
  feishu.faults.push({ kind: "reset", times: 5 });
  const query = { external_application_id: applicationId };
  const call = createClient(feishu).externalInterviews.query(query, { idempotent: true });
  expect(await catchError(call, ConnectionError)).toMatchObject({ mayHaveSucceeded: false, attempts: 5 });
});

test("a 404 of an operation on one record may be of its id, one of a create is of the address", async () => {
  const feishu = await startTestFeishu({ unknownId: "http404" });
  const deleting = createClient(feishu).externalInterviews.delete("1");
  expect((await catchError(deleting, InvalidResponseError)).reason).toContain("or id");
  feishu.faults.push({ kind: "raw", status: 404, body: "" });
  const creating = createClient(feishu).externalInterviews.create({ external_application_id: "1" });
  expect((await catchError(creating, InvalidResponseError)).reason).not.toContain("or id");
});

test("an update that is sent again has the effect of one update", async () => {
  const feishu = await startTestFeishu();
  const { interviewId, applicationId } = seed(feishu);
  feishu.faults.push({ kind: "reset", applied: true });
  const body = { external_application_id: applicationId, interview_assessments: [{ username: "李四" }] };
  await createClient(feishu).externalInterviews.update(interviewId, body);
  expect(feishu.requestCounts.updateExternalInterview).toBe(2);
  expect(feishu.interviewsOf(applicationId)).toMatchObject([{ id: interviewId, ...body }]);
});

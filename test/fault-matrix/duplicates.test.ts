import { describe, expect, test } from "vitest";
import { operations } from "../../generated/operations.js";
import {
  BadParameterError,
  ErrorCode,
  FeishuApiError,
  FeishuHire,
  FeishuHireError,
  InvalidResponseError,
  ServerError,
} from "../../src/index.js";
import { describeResend } from "../../src/request/resend-advice.js";
import type { DuplicateResponse, Fault } from "../../src/testing/index.js";
import { catchError } from "../support/hire.js";
import { startTestFeishu } from "../testing/feishu.js";

const CREATE = operations.createExternalInterview;
const body = { external_id: "7", external_application_id: "2" };

/** Faults after which a create is sent again although the interview exists. */
const faults: Fault[] = (["reset", "cut", "html", "empty", "truncated"] as const).map((kind) => ({
  kind,
  applied: true,
}));

/** Responses that the repeat may get, how the call then ends, and after how many attempts. */
const failing: [DuplicateResponse, new (...args: never[]) => FeishuHireError, number][] = [
  ["emptySuccess", InvalidResponseError, 5],
  [{ code: ErrorCode.BadParameter }, BadParameterError, 2],
  [{ code: ErrorCode.BadParameter, status: 200 }, BadParameterError, 2],
  [{ code: 1_002_999, status: 409 }, FeishuApiError, 2],
  [{ code: 1_002_999, status: 200 }, FeishuApiError, 2],
  [{ code: ErrorCode.SystemError, status: 500 }, ServerError, 5],
];

describe.each(faults)("a retry after $kind, when the interview exists,", (fault) => {
  test("that gets the first interview succeeds", async () => {
    const feishu = await startTestFeishu({ duplicate: "firstResult", rateLimit: false });
    feishu.faults.push(fault);
    const hire = new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock });
    const interview = await hire.externalInterviews.create(body);
    expect(feishu.interviews.map((kept) => kept.interview)).toEqual([interview]);
  });

  test.each(failing)("that gets %o fails, but may have succeeded", async (duplicate, type, attempts) => {
    const feishu = await startTestFeishu({ duplicate, rateLimit: false });
    feishu.faults.push(fault);
    const hire = new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock });
    const error = await catchError(hire.externalInterviews.create(body), type);
    expect(error).toMatchObject({ name: type.name, mayHaveSucceeded: true, attempts });
    const advice = describeResend(CREATE, { hasIdempotencyKey: true, laterAttemptRejected: true });
    expect(error.message.includes(advice)).toBe(attempts === 2);
    expect(feishu.interviewCount).toBe(1);
  });
});

test("a failure that uses up the external_id never looks like a success", async () => {
  const feishu = await startTestFeishu();
  feishu.faults.push({ kind: "reset", applied: "idOnly" });
  const hire = new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock });
  const error = await catchError(hire.externalInterviews.create(body), BadParameterError);
  expect(error.mayHaveSucceeded).toBe(true);
  expect(feishu.interviewCount).toBe(0);
});

test("a duplicate of another call's create does not make this call ambiguous", async () => {
  const feishu = await startTestFeishu({ duplicate: { code: ErrorCode.BadParameter } });
  const hire = new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock });
  await hire.externalInterviews.create(body);
  const error = await catchError(hire.externalInterviews.create(body), FeishuHireError);
  expect(error).toMatchObject({ mayHaveSucceeded: false, attempts: 1 });
});

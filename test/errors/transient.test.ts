import { expect, it } from "vitest";
import { ErrorCode, FeishuHireError } from "../../src/index.js";
import type { FaultKind } from "../../src/testing/index.js";
import { createClient } from "../importer/support/run.js";
import { catchError } from "../support/hire.js";
import { startTestFeishu } from "../testing/feishu.js";
import { PatientClock } from "../testing/patient-clock.js";

it.each([
  ["a lost connection", true, { kind: "reset" }],
  ["a gateway's page", true, { kind: "html" }],
  ["a login page", true, { kind: "html", status: 200 }],
  ["a gateway's timeout", true, { kind: "html", status: 408 }],
  ["a server's page", true, { kind: "html", status: 500 }],
  ["no response in time", true, { kind: "hang" }],
  ["an internal error", true, { kind: "failure", code: ErrorCode.InternalError }],
  ["a limit", true, { kind: "failure", code: ErrorCode.RateLimited, reset: 600 }],
  ["a bad parameter", false, { kind: "failure", code: ErrorCode.BadParameter }],
  ["a missing scope", false, { kind: "failure", code: ErrorCode.MissingScope }],
  ["a used up quota", false, { kind: "failure", code: ErrorCode.MonthlyQuotaExceeded }],
  ["a page for what a server cannot do", false, { kind: "html", status: 501 }],
  ["a wrong address", false, { kind: "html", status: 404 }],
] satisfies [string, boolean, FaultKind][])("after %s, isTransient is %s", async (_, isTransient, fault) => {
  const feishu = await startTestFeishu();
  feishu.faults.push({ ...fault, times: Infinity });
  const hire = createClient(feishu, { clock: new PatientClock(feishu), maxRetries: 1, timeoutMs: 100 });
  const call = hire.externalInterviews.create({ external_id: "i1", external_application_id: "1" });
  expect(await catchError(call, FeishuHireError)).toMatchObject({ isTransient });
});

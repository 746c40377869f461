import { expect, test } from "vitest";
import { FeishuHire, ServerError } from "../../src/index.js";
import { startFeishuProcess } from "../support/feishu-process.js";
import { catchError } from "../support/hire.js";

test("a server in another process takes options and faults, and returns what it has seen", async () => {
  const feishu = await startFeishuProcess({ rateLimit: { requests: 100 } });
  const hire = new FeishuHire({ ...feishu.clientOptions, maxRetries: false });
  await feishu.fail({ kind: "failure", code: 1_002_001 });
  await catchError(hire.externalInterviews.create({ external_application_id: "1" }), ServerError);
  await hire.externalInterviews.create({ external_application_id: "2" });
  await feishu.advance(3 * 3_600_000);
  const { requests, interviews, requestCounts, tokens } = await feishu.read();
  expect(interviews.map(({ interview }) => interview.external_application_id)).toEqual(["2"]);
  expect(requestCounts).toMatchObject({ createExternalInterview: 2, getTenantAccessToken: 1 });
  expect(requests.map(({ response }) => response?.code)).toEqual([0, 1_002_001, 0]);
  const [, first, second] = requests.map(({ receivedAtMonotonicMs }) => receivedAtMonotonicMs);
  expect(second).toBeGreaterThan(first ?? NaN);
  expect(tokens).toHaveLength(1);
});

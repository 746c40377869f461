import { expect, test } from "vitest";
import { ErrorCode } from "../../src/index.js";
import type { TestFeishu } from "../../src/testing/index.js";
import { createWithToken, requestToken, startTestFeishu } from "./feishu.js";

const MINUTE_MS = 60_000;
const body = { external_application_id: "2" };

async function issueToken(feishu: TestFeishu): Promise<string> {
  return String((await requestToken(feishu)).json.tenant_access_token);
}

async function accepts(feishu: TestFeishu, accessToken: string): Promise<boolean> {
  return (await createWithToken(feishu, accessToken, body)).json.code === 0;
}

test("issues the same token while 30 minutes of it remain", async () => {
  const feishu = await startTestFeishu();
  const first = await issueToken(feishu);
  feishu.clock.advance(89 * MINUTE_MS);
  expect(await issueToken(feishu)).toBe(first);
});

test("issues a new token below 30 minutes, and accepts both until the old one expires", async () => {
  const feishu = await startTestFeishu();
  const first = await issueToken(feishu);
  feishu.clock.advance(91 * MINUTE_MS);
  const second = await issueToken(feishu);
  expect(second).not.toBe(first);
  expect([await accepts(feishu, first), await accepts(feishu, second)]).toEqual([true, true]);
  feishu.clock.advance(30 * MINUTE_MS);
  expect([await accepts(feishu, first), await accepts(feishu, second)]).toEqual([false, true]);
});

test("returns the seconds that remain", async () => {
  const feishu = await startTestFeishu({ tokenLifetimeSeconds: 3600 });
  await issueToken(feishu);
  feishu.clock.advance(10 * MINUTE_MS);
  const { expire } = (await requestToken(feishu)).json;
  expect(expire).toBeGreaterThan(2990);
  expect(expire).toBeLessThanOrEqual(3000);
});

test("rejects revoked tokens and issues a new one", async () => {
  const feishu = await startTestFeishu({
    rejectedToken: { code: ErrorCode.InvalidAccessToken, status: 401 },
  });
  const first = await issueToken(feishu);
  feishu.revokeTokens();
  expect(await createWithToken(feishu, first, body)).toMatchObject({
    status: 401,
    json: { code: ErrorCode.InvalidAccessToken },
  });
  expect(await accepts(feishu, await issueToken(feishu))).toBe(true);
});

test("issues the revoked token again with afterRevocation: sameToken", async () => {
  const feishu = await startTestFeishu({ afterRevocation: "sameToken" });
  const first = await issueToken(feishu);
  feishu.revokeTokens();
  expect(await issueToken(feishu)).toBe(first);
  expect(await accepts(feishu, first)).toBe(false);
});

test("counts the token calls and lists the issued tokens", async () => {
  const feishu = await startTestFeishu();
  const first = await issueToken(feishu);
  await issueToken(feishu);
  expect(feishu.tokenRequests).toBe(2);
  expect(feishu.tokens).toEqual([{ token: first, expiresAtMs: expect.any(Number), revoked: false }]);
});

test("responds to wrong credentials as configured", async () => {
  const feishu = await startTestFeishu({ wrongCredentials: { code: ErrorCode.WrongAppSecret, status: 200 } });
  const response = await requestToken(feishu, { app_id: "cli_other" });
  expect(response).toMatchObject({ status: 200, json: { code: ErrorCode.WrongAppSecret } });
});

import { expect, test } from "vitest";
import { ErrorCode } from "../../src/index.js";
import type { TestFeishu } from "../../src/testing/index.js";
import { askForToken, createWith, feishuFor } from "./feishu.js";

const MINUTE_MS = 60_000;
const body = { external_application_id: "2" };

async function token(feishu: TestFeishu): Promise<string> {
  return String((await askForToken(feishu)).json.tenant_access_token);
}

async function accepts(feishu: TestFeishu, accessToken: string): Promise<boolean> {
  return (await createWith(feishu, accessToken, body)).json.code === 0;
}

test("hands out the same token while 30 minutes are left of it", async () => {
  const feishu = await feishuFor();
  const first = await token(feishu);
  feishu.clock.advance(89 * MINUTE_MS);
  expect(await token(feishu)).toBe(first);
});

test("hands out a new token below 30 minutes, and then both are good until the old one ends", async () => {
  const feishu = await feishuFor();
  const first = await token(feishu);
  feishu.clock.advance(91 * MINUTE_MS);
  const second = await token(feishu);
  expect(second).not.toBe(first);
  expect([await accepts(feishu, first), await accepts(feishu, second)]).toEqual([true, true]);
  feishu.clock.advance(30 * MINUTE_MS);
  expect([await accepts(feishu, first), await accepts(feishu, second)]).toEqual([false, true]);
});

test("tells the seconds that are left, and not those that a token has had", async () => {
  const feishu = await feishuFor({ tokenLifetimeSeconds: 3600 });
  await token(feishu);
  feishu.clock.advance(10 * MINUTE_MS);
  const { expire } = (await askForToken(feishu)).json;
  expect(expire).toBeGreaterThan(2990);
  expect(expire).toBeLessThanOrEqual(3000);
});

test("rejects revoked tokens, and hands out a new one", async () => {
  const feishu = await feishuFor({ rejectedToken: { code: ErrorCode.InvalidAccessToken, status: 401 } });
  const first = await token(feishu);
  feishu.revokeTokens();
  expect(await createWith(feishu, first, body)).toMatchObject({
    status: 401,
    json: { code: ErrorCode.InvalidAccessToken },
  });
  expect(await accepts(feishu, await token(feishu))).toBe(true);
});

test("hands the revoked token out again if it is to", async () => {
  const feishu = await feishuFor({ afterRevocation: "sameToken" });
  const first = await token(feishu);
  feishu.revokeTokens();
  expect(await token(feishu)).toBe(first);
  expect(await accepts(feishu, first)).toBe(false);
});

test("counts the token calls and tells the tokens that it handed out", async () => {
  const feishu = await feishuFor();
  const first = await token(feishu);
  await token(feishu);
  expect(feishu.tokenRequests).toBe(2);
  expect(feishu.tokens).toEqual([{ token: first, expiresAtMs: expect.any(Number), revoked: false }]);
});

test("answers wrong credentials as it is told to", async () => {
  const feishu = await feishuFor({ wrongCredentials: { code: ErrorCode.WrongAppSecret, status: 200 } });
  const answer = await askForToken(feishu, { app_id: "cli_other" });
  expect(answer).toMatchObject({ status: 200, json: { code: ErrorCode.WrongAppSecret } });
});

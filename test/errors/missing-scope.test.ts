import { describe, expect, it } from "vitest";
import { type ClientOptions, PermissionError } from "../../src/index.js";
import { APP_SECRET, catchError, createTestClient } from "../support/hire.js";
import { scriptedFetch } from "../support/scripted-fetch.js";

const URL = "https://open.larksuite.com/app/cli_test/auth?q=hire:external_application&op_from=openapi";

async function fail(envelope: object, options: ClientOptions = {}): Promise<PermissionError> {
  const { fetch } = scriptedFetch({
    create: [Response.json({ code: 99991672, msg: "no", ...envelope }, { status: 400 })],
  });
  const call = createTestClient({ fetch, baseUrl: "lark", ...options }).externalInterviews.create({
    external_application_id: "1",
  });
  return catchError(call, PermissionError);
}

describe("a missing scope", () => {
  it("has the response's own link and scopes", async () => {
    const error = { helps: [{ url: URL }], permission_violations: [{ subject: "hire:other" }] };
    expect(await fail({ error })).toMatchObject({ grantUrl: URL, missingScopes: ["hire:other"] });
  });

  it("has a link to the host of the app if the response has none", async () => {
    expect((await fail({})).grantUrl).toMatch(/^https:\/\/open\.larksuite\.com\/app\/cli_test\/auth\?q=/);
    const { grantUrl } = await fail({}, { baseUrl: "feishu" });
    expect(grantUrl).toMatch(/^https:\/\/open\.feishu\.cn\/app\/cli_test\//);
  });

  it("has a link to Feishu's console behind a gateway, with every scope", async () => {
    const msg = "requires [hire:one, hire:two]";
    expect((await fail({ msg }, { baseUrl: "http://127.0.0.1:2" })).grantUrl).toBe(
      "https://open.feishu.cn/app/cli_test/auth?q=hire:one,hire:two&op_from=openapi&token_type=tenant",
    );
  });

  it("has a link that an unusual app id does not lead elsewhere", async () => {
    expect((await fail({}, { appId: "a/?b" })).grantUrl).toContain("/app/a%2F%3Fb/auth?q=");
  });

  it("has the scopes that are listed apart rather than what is in brackets in the message", async () => {
    const permission_violations = [{ subject: "hire:one" }];
    const msg = "access denied [request 7]: [hire:two]";
    expect((await fail({ msg, error: { permission_violations } })).missingScopes).toEqual(["hire:one"]);
  });

  it("leaves out what is no scope, or holds a secret", async () => {
    const subjects = ["hire:one", "two words", "", `hire:${APP_SECRET}`, 5, "x".repeat(101)];
    const permission_violations = [...subjects.map((subject) => ({ subject })), null, "hire:text"];
    expect((await fail({ error: { permission_violations } })).missingScopes).toEqual(["hire:one"]);
  });

  it.each([
    { error: null },
    { error: "text" },
    { error: { permission_violations: { subject: "hire:one" }, helps: 1 } },
    { error: { permission_violations: [], helps: [] } },
    { msg: 5 },
  ])("has the scopes of the operation if the response lists none: %j", async (envelope) => {
    expect((await fail(envelope)).missingScopes).toEqual(["hire:external_application"]);
  });

  it.each([
    `see ${URL}。`,
    `see ${URL}，or not`,
    `see "${URL}"`,
    `see <${URL}>`,
    `https://example.com ${URL}`,
  ])("has the link in the message, without what is around it: %s", async (msg) => {
    expect((await fail({ msg })).grantUrl).toBe(URL);
  });

  it.each(["https://feishu.cn/a", "https://open.larkoffice.com/a"])("passes on the link %s", async (url) => {
    expect((await fail({ error: { helps: [{ url }] } })).grantUrl).toBe(url);
  });

  it.each([
    "http://open.feishu.cn/app",
    "https://feishu.cn.example.com/",
    "https://larkoffice.com.example.com/",
    "https://example-feishu.cn/",
    "javascript:alert(1)",
    `https://open.feishu.cn/${APP_SECRET}`,
    "https://open.feishu.cn/\u202egro",
    `https://open.feishu.cn/${"a".repeat(600)}`,
  ])("does not pass on a link that is not Feishu's, or not safe to print: %s", async (url) => {
    const { grantUrl } = await fail({ error: { helps: [{ url }] } });
    expect(grantUrl).toMatch(/^https:\/\/open\.larksuite\.com\/app\/cli_test\/auth\?q=/);
    expect((await fail({ msg: `see ${url}` })).grantUrl).not.toBe(url);
  });

  it("is not what another refusal is about", async () => {
    const msg = `your address, see ${URL} [hire:one]`;
    expect(await fail({ code: 99991401, msg })).toMatchObject({ missingScopes: [], grantUrl: undefined });
  });
});

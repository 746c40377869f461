import { describe, expect, it } from "vitest";
import { describeCheck } from "../../../src/cli/doctor/describe-check.js";
import { type Check, checkConnection, diagnose } from "../../../src/cli/doctor/diagnose.js";
import { ErrorCode } from "../../../src/index.js";
import type { Fault, TestFeishu } from "../../../src/testing/index.js";
import { createClient } from "../../importer/support/run.js";
import { startTestFeishu } from "../../testing/feishu.js";
import { stubProxy } from "../../transport/stub-proxy.js";
import { createFolder } from "../support/command.js";

const FOREVER = Infinity;

async function check(feishu: TestFeishu, clockAheadMs = 0): Promise<Check[]> {
  const client = createClient(feishu, { maxRetries: 1 });
  return diagnose({ client, createFor: () => client, now: () => Date.now() + clockAheadMs });
}

const stateOf = (checks: readonly Check[], name: Check["name"]) =>
  checks.find((one) => one.name === name)?.state;

describe("doctor", () => {
  it("finds nothing wrong where an import would run, and says what only a create can show", async () => {
    const feishu = await startTestFeishu();
    const checks = await check(feishu);
    expect(checks.map(({ name, state }) => [name, state])).toEqual([
      ["host", "ok"],
      ["credentials", "ok"],
      ["readScope", "ok"],
      ["writeScope", "unknown"],
      ["clock", "ok"],
      ["limit", "unknown"],
    ]);
    expect(feishu.requestCounts.createExternalInterview ?? 0).toBe(0);
  });

  it.each<[string, Check["name"], Fault]>([
    [
      "a wrong secret",
      "credentials",
      { kind: "failure", code: ErrorCode.WrongAppSecret, operationId: "getTenantAccessToken" },
    ],
    ["no connection", "host", { kind: "reset", operationId: "getTenantAccessToken" }],
    ["a missing scope", "readScope", { kind: "failure", code: ErrorCode.MissingScope }],
    ["an address that is not allowed", "readScope", { kind: "failure", code: ErrorCode.IpNotAllowed }],
    ["a server that fails", "readScope", { kind: "failure", code: ErrorCode.InternalError, status: 500 }],
  ])("finds %s, and says what helps without a secret", async (_, name, fault) => {
    const feishu = await startTestFeishu();
    feishu.faults.push({ ...fault, times: FOREVER });
    const checks = await check(feishu);
    expect(stateOf(checks, name)).toBe("failed");
    const lines = checks.map(describeCheck).join("\n");
    expect(lines).toContain("✗");
    expect(lines).not.toContain(feishu.appSecret);
  });

  it("blames credentials that are malformed, and not the host that was never asked", async () => {
    const feishu = await startTestFeishu();
    const client = createClient(feishu, { appSecret: "two words" });
    const checks = await diagnose({ client, createFor: () => client, now: Date.now });
    expect([stateOf(checks, "credentials"), stateOf(checks, "host")]).toEqual(["failed", undefined]);
  });

  it.each([
    [{ ALL_PROXY: "user:an-invented-password@127.0.0.1:7890" }, "127.0.0.1:7890"],
    [{ ALL_PROXY: "127.0.0.1:1", HTTP_PROXY: "127.0.0.1:7890" }, "127.0.0.1:7890"],
    [{ HTTP_PROXY: "127.0.0.1:7890", NO_PROXY: "127.0.0.1" }, undefined],
  ])("names the proxy that is used: %j", async (variables, proxy) => {
    const feishu = await startTestFeishu();
    stubProxy(variables);
    const [host] = await checkConnection(createClient(feishu, { fetch: globalThis.fetch }));
    expect(host).toEqual({
      name: "host",
      state: "ok",
      details: { host: feishu.baseUrl, ...(proxy !== undefined && { proxy }) },
    });
    expect(host && describeCheck(host).includes("127.0.0.1:7890")).toBe(proxy !== undefined);
  });

  it("blames a proxy that is not supported, and not the credentials", async () => {
    const feishu = await startTestFeishu();
    stubProxy({ ALL_PROXY: "socks5://127.0.0.1:7890" });
    const checks = await check(feishu);
    expect(checks.map(({ name, state }) => [name, state])).toEqual([["host", "failed"]]);
    expect(describeCheck(checks[0] as Check)).toContain("http://");
  });

  it("takes a rejected query for an allowed one", async () => {
    const feishu = await startTestFeishu();
    feishu.faults.push({ kind: "failure", code: ErrorCode.BadParameter });
    const checks = await check(feishu);
    expect([stateOf(checks, "readScope"), stateOf(checks, "clock")]).toEqual(["ok", "unknown"]);
  });

  it.each([
    [10 * 60_000, "failed", 600],
    [-10 * 60_000, "failed", -600],
    [50_000, "ok", 50],
  ])("finds how far the clock is off: %i ms is %s", async (aheadMs, state, seconds) => {
    const clock = (await check(await startTestFeishu(), aheadMs)).find(({ name }) => name === "clock");
    expect(clock?.state).toBe(state);
    // Feishu's date has whole seconds, and its response takes a while.
    expect(Math.abs(Number(clock?.details?.seconds) - seconds)).toBeLessThan(9);
  });

  it("names the scope that is missing", async () => {
    const feishu = await startTestFeishu();
    feishu.faults.push({ kind: "failure", code: ErrorCode.MissingScope });
    const scope = (await check(feishu)).find(({ name }) => name === "readScope");
    expect(scope?.error).toMatchObject({ code: ErrorCode.MissingScope });
    expect(scope && describeCheck(scope)).toContain("hire:external_application");
  });

  it("finds that the app belongs to the other host", async () => {
    const [own, other] = [await startTestFeishu(), await startTestFeishu()];
    own.faults.push({
      kind: "failure",
      code: ErrorCode.WrongAppSecret,
      operationId: "getTenantAccessToken",
      times: FOREVER,
    });
    const checks = await diagnose({
      client: createClient(own),
      createFor: (baseUrl) => createClient(other, { baseUrl }),
      now: Date.now,
      knownHosts: [own.baseUrl, other.baseUrl],
    });
    expect(checks.at(-1)?.details).toMatchObject({ other: other.baseUrl });
    expect(checks.map(describeCheck).at(-1)).toContain(`FEISHU_BASE_URL=${other.baseUrl}`);
  });

  it("names no other host if none accepts the credentials, or if the app's is a mock", async () => {
    const [own, other] = [await startTestFeishu(), await startTestFeishu()];
    const fault: Fault = {
      kind: "failure",
      code: ErrorCode.WrongAppSecret,
      operationId: "getTenantAccessToken",
      times: FOREVER,
    };
    own.faults.push(fault);
    const findOther = async (knownHosts: string[]) => {
      const client = createClient(own);
      const createFor = (baseUrl: string) => createClient(other, { baseUrl });
      return (await diagnose({ client, createFor, now: Date.now, knownHosts })).at(-1)?.details;
    };
    expect(await findOther([other.baseUrl])).toEqual({ app: own.appId });
    other.faults.push(fault);
    expect(await findOther([own.baseUrl, other.baseUrl])).toEqual({ app: own.appId });
  });
});

it("the command ends with 3 if one check has failed", async () => {
  const feishu = await startTestFeishu();
  const { run } = await createFolder("empty.txt", "");
  expect((await run(["doctor"], feishu)).code).toBe(0);
  feishu.faults.push({ kind: "failure", code: ErrorCode.MissingScope });
  expect((await run(["doctor"], feishu)).code).toBe(3);
});

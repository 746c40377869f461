import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { ErrorCode, FeishuHire, FeishuHireError, type Logger } from "../../src/index.js";
import type { Fault, TestFeishu } from "../../src/testing/index.js";
import { failureOf } from "../support/hire.js";
import { feishuFor } from "../testing/feishu.js";
import { PLANTED_SECRET, PLANTED_WORD, plantedBody } from "./planted.js";
import { rows } from "./rows.js";

/** What was sent, credentials included, as a careless gateway or service repeats it. */
const echo = JSON.stringify({ ...plantedBody, app_secret: PLANTED_SECRET });

const echoes: [string, Fault][] = [
  ["a page that repeats it", { kind: "raw", status: 502, body: `<html><pre>${echo}</pre></html>` }],
  [
    "a refusal whose detail repeats it",
    {
      kind: "raw",
      status: 400,
      body: `{"code":99992402,"msg":"no","error":{"message":${JSON.stringify(echo)}}}`,
    },
  ],
  [
    "a failure whose detail repeats it",
    { kind: "raw", status: 500, body: `{"code":5000,"msg":"no","error":${echo}}` },
  ],
  ["JSON that repeats it", { kind: "raw", status: 200, body: echo }],
  ["half a JSON that repeats it", { kind: "raw", status: 200, body: echo.slice(0, -2) }],
  ["a success that repeats it", { kind: "raw", status: 200, body: `{"code":0,"msg":"ok","data":${echo}}` }],
  ["a redirect that repeats it", { kind: "redirect", location: `/?${encodeURI(echo)}` }],
];

const faults: [string, Fault][] = [
  ...rows.map(({ name, trouble }): [string, Fault] => [name, { ...trouble, applied: true }]),
  ...echoes,
];

/** Everything that is told, as text. */
class Told implements Logger {
  text = "";
  readonly #tell = (...what: unknown[]): void => {
    this.text += `${describeFully(what)}\n`;
  };
  readonly debug = this.#tell;
  readonly info = this.#tell;
  readonly warn = this.#tell;
  readonly error = this.#tell;
  readonly hooks = { onRequest: this.#tell, onResponse: this.#tell, onRetry: this.#tell };
}

/** Every way in which a value is usually turned into text. */
function describeFully(value: unknown): string {
  const stack = value instanceof Error ? `${value.stack}${describeFully(value.cause)}` : "";
  return [
    inspect(value, { depth: Infinity, showHidden: true }),
    JSON.stringify(value),
    String(value),
    stack,
  ].join("\n");
}

/** The planted texts and the tokens that come up in a text. */
function leaked(text: string, feishu: TestFeishu): string[] {
  const tokens = feishu.tokens.map(({ token }) => token);
  return [PLANTED_SECRET, PLANTED_WORD, ...tokens].filter((planted) => text.includes(planted));
}

describe("no secret and no word of a body is told", () => {
  test.each(faults)("when a create meets %s", async (_, fault) => {
    const feishu = await feishuFor({ appSecret: PLANTED_SECRET, rateLimit: false });
    feishu.faults.push({ ...fault, times: Number.POSITIVE_INFINITY });
    const told = new Told();
    const hire = new FeishuHire({
      ...{ ...feishu.clientOptions, clock: feishu.clock, logger: told, ...told.hooks, timeoutMs: 200 },
      maxRetries: 1,
      maxRateLimitWaitMs: 2_000,
    });
    const error = await failureOf(hire.externalInterviews.create(plantedBody), FeishuHireError);
    expect(told.text).toContain("createExternalInterview failed");
    expect(feishu.tokens.length).toBeGreaterThan(0);
    expect(leaked(`${told.text}${describeFully(error)}${describeFully(hire)}`, feishu)).toEqual([]);
  });

  const faultsOfTokenCall = faults.filter(([, { kind }]) => kind !== "revokeTokens");
  test.each(faultsOfTokenCall)("when a token call meets %s", async (_, fault) => {
    const feishu = await feishuFor({ appSecret: PLANTED_SECRET });
    feishu.faults.push({ ...fault, operationId: "getTenantAccessToken", times: Number.POSITIVE_INFINITY });
    const told = new Told();
    const hire = new FeishuHire({
      ...{ ...feishu.clientOptions, clock: feishu.clock, logger: told, ...told.hooks, timeoutMs: 200 },
      maxRetries: 1,
      maxRateLimitWaitMs: 2_000,
    });
    const error = await failureOf(hire.externalInterviews.create(plantedBody), FeishuHireError);
    expect(told.text).toContain("getTenantAccessToken");
    expect(leaked(`${told.text}${describeFully(error)}${describeFully(hire)}`, feishu)).toEqual([]);
  });

  test("when an answer repeats the token", async () => {
    const feishu = await feishuFor({ appSecret: PLANTED_SECRET });
    const hire = new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock });
    await hire.externalInterviews.create({ external_application_id: "2" });
    const body = `<html><pre>Authorization: Bearer ${feishu.tokens[0]?.token}</pre></html>`;
    feishu.faults.push({ kind: "raw", status: 502, body });
    const error = await failureOf(hire.externalInterviews.create(plantedBody), FeishuHireError);
    expect(leaked(describeFully(error), feishu)).toEqual([]);
  });

  test("when the body is refused before it is sent", async () => {
    const feishu = await feishuFor({ appSecret: PLANTED_SECRET });
    const hire = new FeishuHire(feishu.clientOptions);
    const wrong = { ...plantedBody, external_application_id: "", participate_status: PLANTED_WORD };
    // @ts-expect-error: a status is a number
    const error = await failureOf(hire.externalInterviews.create(wrong), FeishuHireError);
    expect(leaked(describeFully(error), feishu)).toEqual([]);
  });
});

const crashes: [string, Fault][] = [
  ["a reset", { kind: "reset" }],
  [
    "wrong credentials",
    { kind: "failure", code: ErrorCode.AppUnauthorized, operationId: "getTenantAccessToken" },
  ],
  ...echoes.slice(0, 2),
];

describe("a program that crashes tells no secret and no word of a body", () => {
  test.concurrent.for(crashes)("over %s", async ([, fault], { expect, onTestFinished }) => {
    const feishu = await feishuFor({ appSecret: PLANTED_SECRET }, onTestFinished);
    feishu.faults.push(fault);
    const { output, exitCode } = await crash(feishu);
    expect(exitCode).toBe(1);
    expect(output).toContain("FeishuHire {");
    expect(output).toMatch(/(Connection|InvalidResponse|Authentication|BadParameter|Server)Error: /);
    expect(leaked(output, feishu)).toEqual([]);
  });
});

async function crash(feishu: TestFeishu): Promise<{ output: string; exitCode: unknown }> {
  const program = fileURLToPath(new URL("crash.ts", import.meta.url));
  const env = {
    ...process.env,
    FEISHU_BASE_URL: feishu.baseUrl,
    FEISHU_APP_ID: feishu.appId,
    FEISHU_APP_SECRET: feishu.appSecret,
  };
  const child = spawn(process.execPath, ["--import", "tsx", program], { env, timeout: 15_000 });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const [exitCode] = await once(child, "close");
  return { output, exitCode };
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { ErrorCode, FeishuHire, FeishuHireError, type Logger } from "../../src/index.js";
import type { Fault, TestFeishu } from "../../src/testing/index.js";
import { catchError } from "../support/hire.js";
import { buildProgram } from "../support/program.js";
import { startTestFeishu } from "../testing/feishu.js";
import { PatientClock } from "../testing/patient-clock.js";
import { PLANTED_SECRET, PLANTED_WORD, plantedBody } from "./planted.js";
import { rows } from "./rows.js";

/** The request, credentials included, as a careless gateway or service echoes it. */
const echo = JSON.stringify({ ...plantedBody, app_secret: PLANTED_SECRET });

const missingScope = (envelope: object): Fault => ({
  kind: "raw",
  status: 400,
  body: JSON.stringify({ code: ErrorCode.MissingScope, msg: "no", ...envelope }),
});

const echoes: [string, Fault][] = [
  ["a page that echoes the request", { kind: "raw", status: 502, body: `<html><pre>${echo}</pre></html>` }],
  [
    "a rejection whose detail echoes the request",
    {
      kind: "raw",
      status: 400,
      body: `{"code":99992402,"msg":"no","error":{"message":${JSON.stringify(echo)}}}`,
    },
  ],
  [
    "a failure whose detail echoes the request",
    { kind: "raw", status: 500, body: `{"code":5000,"msg":"no","error":${echo}}` },
  ],
  ["JSON that echoes the request", { kind: "raw", status: 200, body: echo }],
  ["half a JSON that echoes the request", { kind: "raw", status: 200, body: echo.slice(0, -2) }],
  [
    "a success that echoes the request",
    { kind: "raw", status: 200, body: `{"code":0,"msg":"ok","data":${echo}}` },
  ],
  ["a redirect that echoes the request", { kind: "redirect", location: `/?${encodeURI(echo)}` }],
  ["a missing scope that is the secret, in the message", missingScope({ msg: `no [${PLANTED_SECRET}]` })],
  [
    "a missing scope that is the secret, in the detail",
    missingScope({ error: { permission_violations: [{ subject: PLANTED_SECRET }] } }),
  ],
  [
    "a link to grant a scope that holds the secret",
    missingScope({ error: { helps: [{ url: `https://open.feishu.cn/app?q=${PLANTED_SECRET}` }] } }),
  ],
];

const faults: [string, Fault][] = [
  ...rows.map(({ name, fault }): [string, Fault] => [name, { ...fault, applied: true }]),
  ...echoes,
];

/** Records everything that is logged, as text. */
class RecordingLogger implements Logger {
  text = "";
  readonly #record = (...what: unknown[]): void => {
    this.text += `${describeFully(what)}\n`;
  };
  readonly debug = this.#record;
  readonly info = this.#record;
  readonly warn = this.#record;
  readonly error = this.#record;
  readonly hooks = { onRequest: this.#record, onResponse: this.#record, onRetry: this.#record };
}

/** Turns a value into text in every usual way. */
function describeFully(value: unknown): string {
  const stack = value instanceof Error ? `${value.stack}${describeFully(value.cause)}` : "";
  return [
    inspect(value, { depth: Infinity, showHidden: true }),
    JSON.stringify(value),
    String(value),
    stack,
  ].join("\n");
}

/** Finds the planted texts and the tokens in a text. */
function findLeaks(text: string, feishu: TestFeishu): string[] {
  const tokens = feishu.tokens.map(({ token }) => token);
  return [PLANTED_SECRET, PLANTED_WORD, ...tokens].filter((planted) => text.includes(planted));
}

describe("no secret and no text of a body is logged or thrown", () => {
  test.each(faults)("when a create hits %s", async (_, fault) => {
    const feishu = await startTestFeishu({ appSecret: PLANTED_SECRET, rateLimit: false });
    feishu.faults.push({ ...fault, times: Infinity });
    const log = new RecordingLogger();
    const hire = new FeishuHire({
      ...feishu.clientOptions,
      ...log.hooks,
      clock: new PatientClock(feishu),
      logger: log,
      timeoutMs: 100,
      maxRetries: 1,
      maxRateLimitWaitMs: 2_000,
    });
    const error = await catchError(hire.externalInterviews.create(plantedBody), FeishuHireError);
    expect(log.text).toContain("createExternalInterview failed");
    expect(feishu.tokens.length).toBeGreaterThan(0);
    expect(findLeaks(`${log.text}${describeFully(error)}${describeFully(hire)}`, feishu)).toEqual([]);
  });

  const tokenCallFaults = faults.filter(([, { kind }]) => kind !== "revokeTokens");
  test.each(tokenCallFaults)("when a token call hits %s", async (_, fault) => {
    const feishu = await startTestFeishu({ appSecret: PLANTED_SECRET });
    feishu.faults.push({ ...fault, operationId: "getTenantAccessToken", times: Infinity });
    const log = new RecordingLogger();
    const hire = new FeishuHire({
      ...feishu.clientOptions,
      ...log.hooks,
      clock: new PatientClock(feishu),
      logger: log,
      timeoutMs: 100,
      maxRetries: 1,
      maxRateLimitWaitMs: 2_000,
    });
    const error = await catchError(hire.externalInterviews.create(plantedBody), FeishuHireError);
    expect(log.text).toContain("getTenantAccessToken");
    expect(findLeaks(`${log.text}${describeFully(error)}${describeFully(hire)}`, feishu)).toEqual([]);
  });

  test("when a response echoes the token", async () => {
    const feishu = await startTestFeishu({ appSecret: PLANTED_SECRET });
    const hire = new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock });
    await hire.externalInterviews.create({ external_application_id: "2" });
    const body = `<html><pre>Authorization: Bearer ${feishu.tokens[0]?.token}</pre></html>`;
    feishu.faults.push({ kind: "raw", status: 502, body });
    const error = await catchError(hire.externalInterviews.create(plantedBody), FeishuHireError);
    expect(findLeaks(describeFully(error), feishu)).toEqual([]);
  });

  test("when the body is rejected before it is sent", async () => {
    const feishu = await startTestFeishu({ appSecret: PLANTED_SECRET });
    const hire = new FeishuHire(feishu.clientOptions);
    const wrong = { ...plantedBody, external_application_id: "", participate_status: PLANTED_WORD };
    // @ts-expect-error: a status is a number
    const error = await catchError(hire.externalInterviews.create(wrong), FeishuHireError);
    expect(findLeaks(describeFully(error), feishu)).toEqual([]);
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

describe("a program that crashes prints no secret and no text of a body", () => {
  test.concurrent.for(crashes)("over %s", async ([, fault], { expect, onTestFinished }) => {
    const feishu = await startTestFeishu({ appSecret: PLANTED_SECRET }, onTestFinished);
    feishu.faults.push(fault);
    const { output, exitCode } = await crash(feishu);
    expect(exitCode).toBe(1);
    expect(output).toContain("FeishuHire {");
    expect(output).toMatch(/(Connection|InvalidResponse|Authentication|BadParameter|Server)Error: /);
    expect(findLeaks(output, feishu)).toEqual([]);
  });
});

async function crash(feishu: TestFeishu): Promise<{ output: string; exitCode: unknown }> {
  const { path } = await buildProgram("test/fault-matrix/crash.ts");
  const env = {
    ...process.env,
    FEISHU_BASE_URL: feishu.baseUrl,
    FEISHU_APP_ID: feishu.appId,
    FEISHU_APP_SECRET: feishu.appSecret,
  };
  const child = spawn(process.execPath, [path], { env, timeout: 120_000 });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const [exitCode] = await once(child, "close");
  return { output, exitCode };
}

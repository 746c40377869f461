import { createServer } from "node:http";
import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations } from "../../generated/operations.js";
import { type ExternalInterview, FeishuHire, FeishuHireError, type Logger } from "../../src/index.js";

const APP_SECRET = "an-invented-secret-of-the-app-01";
const TOKEN = "t-an-invented-token-0123456789";
const WORDS = "不该出现在日志里的评语";
const body = {
  external_application_id: "6960663240925956437",
  interview_assessments: [{ username: "张三", content: WORDS }],
};

const SUCCESS = '{"code":0,"msg":"ok","data":{"external_interview":{"id":"7"}}}';
const failed = (msg: unknown, error: unknown = {}) => JSON.stringify({ code: 1002002, msg, error });
const ECHO = JSON.stringify({ ...body, app_secret: APP_SECRET, authorization: `Bearer ${TOKEN}` });

/** Bodies that are a success under a 2xx status, whatever else they hold. */
const successes: Readonly<Record<string, string>> = {
  "a success": SUCCESS,
  "a success after a byte order mark": `\uFEFF${SUCCESS}`,
  "a success with blanks around it": `\r\n ${SUCCESS} \n`,
  "a success that pollutes": SUCCESS.replace('"code"', '"__proto__":{"polluted":1},"constructor":1,"code"'),
  "a success whose last code is 0": SUCCESS.replace('"code":0', '"code":1002002,"code":0'),
  "a success that repeats the request": SUCCESS.replace('"id"', `"request":${ECHO},"id"`),
};

const failures: Readonly<Record<string, string>> = {
  nothing: "",
  blanks: " \n",
  "half a JSON": SUCCESS.slice(0, -9),
  "JSON and more": `${SUCCESS}}`,
  "two JSONs": SUCCESS + SUCCESS,
  null: "null",
  "a list": "[]",
  "a text": '"ok"',
  "an empty object": "{}",
  "a code in quotes": '{"code":"0"}',
  "a code that is null": '{"code":null}',
  "a code that is a fraction": '{"code":0.5}',
  "a code without an end": '{"code":1e999}',
  "no data": '{"code":0,"msg":"ok"}',
  "an id that is a number": '{"code":0,"data":{"external_interview":{"id":7}}}',
  "an interview that is a list": '{"code":0,"data":{"external_interview":["id"]}}',
  "10^5 lists in each other": `{"code":0,"data":${"[".repeat(1e5)}`,
  "HTML that repeats the request": `<html><pre>${ECHO}</pre></html>`,
  "a failure whose msg is an object": failed({ toString: "x" }),
  "a failure whose msg is null": failed(null),
  "a failure that colours the terminal": failed("\u001B[31mred\u001B[0m \u009B2J\u0007"),
  "a failure that forges a line of a log": failed("no\r\n2026-01-01 INFO all is well\u2028\u2029\u0085"),
  "a failure that turns text round": failed("\u202Etxt.exe\u2066\u200F"),
  "a failure of megabytes": failed("x".repeat(2e6)),
  "a failure that repeats the secrets": failed(`bad ${APP_SECRET} and Bearer ${TOKEN}`),
  "a failure whose log id repeats the secret": failed("no", { log_id: APP_SECRET }),
  "a failure with hostile links": failed("see https://evil.example.com/\u001B[1m", {
    helps: [{ url: "javascript:alert(1)" }],
    troubleshooter: "\u001B]8;;https://evil.example.com\u0007",
  }),
};

const STATUSES = [200, 201, 400, 403, 500, 503] as const;
const headers = { "x-tt-logid": APP_SECRET, "retry-after": "-1", "x-ogw-ratelimit-reset": "NaN" };

const server = createServer((request, response) => {
  const { url = "" } = request;
  request.resume();
  if (url.endsWith(operations.getTenantAccessToken.path))
    return response.end(JSON.stringify({ code: 0, msg: "ok", tenant_access_token: TOKEN, expire: 7200 }));
  const [status = "", index = ""] = url.slice(1).split("/");
  response.writeHead(Number(status), headers).end(bodies[Number(index)]);
});
const bodies = [...Object.values(successes), ...Object.values(failures)];
const names = [...Object.keys(successes), ...Object.keys(failures)];

let origin: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Characters that must not reach a terminal or a log unescaped. */
const LIVE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

describe.each([
  ["node", undefined],
  ["fetch", globalThis.fetch],
] as const)("over %s, a response", (_, fetch) => {
  const cases = names.flatMap((name, index) => STATUSES.map((status) => ({ name, index, status })));

  it.each(cases)("($name under HTTP $status) is read for what it is", async ({ name, index, status }) => {
    const lines: unknown[][] = [];
    const log = (...line: unknown[]) => void lines.push(line);
    const logger: Logger = { debug: log, info: log, warn: log, error: log };
    const baseUrl = `${origin}/${status}/${index}`;
    const hire = new FeishuHire({
      appId: "cli_test",
      appSecret: APP_SECRET,
      baseUrl,
      fetch,
      logger,
      maxRetries: 0,
      maxResponseBytes: 3_000_000,
    });
    const result: ExternalInterview | FeishuHireError = await hire.externalInterviews
      .create(body)
      .catch((error: FeishuHireError) => error);
    if (Object.hasOwn(successes, name) && status < 300) {
      expect(result).toMatchObject({ id: "7" });
    } else {
      expect(result).toBeInstanceOf(FeishuHireError);
      if (!(result instanceof FeishuHireError)) return;
      expectSafe(result);
      if (!("code" in result)) expect(result.mayHaveSucceeded).toBe(true);
    }
    const logged = lines.map((line) => inspect(line, { depth: null, breakLength: Infinity })).join("");
    expect(logged).not.toMatch(LIVE);
    for (const secret of [APP_SECRET, TOKEN, WORDS]) expect(logged).not.toContain(secret);
    expect("polluted" in {}).toBe(false);
  });
});

function expectSafe(error: FeishuHireError): void {
  expect(error.message).not.toMatch(LIVE);
  expect(error.message.length).toBeLessThan(1_000);
  const printed = `${error.stack} ${inspect(error, { depth: null, showHidden: true })} ${JSON.stringify(error)}`;
  for (const secret of [APP_SECRET, TOKEN]) expect(printed).not.toContain(secret);
}

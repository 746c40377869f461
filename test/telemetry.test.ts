import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import {
  BadParameterError,
  FeishuHireError,
  type Logger,
  type RequestEvent,
  type ResponseEvent,
  type RetryEvent,
  type WaitEvent,
} from "../src/index.js";
import { InstantClock } from "./support/clock.js";
import { catchError, createTestClient } from "./support/hire.js";
import { created, failure, scriptedFetch, token } from "./support/scripted-fetch.js";
import { storedToken } from "./support/stored-token.js";

const BODY = { external_application_id: "1", external_id: "greenhouse:interview:8812" };
const CREATE = {
  operationId: "createExternalInterview",
  method: "POST",
  path: "/open-apis/hire/v1/external_interviews",
};

describe("the hooks", () => {
  it("get each request, response and retry, and nothing else", async () => {
    const requests: RequestEvent[] = [];
    const responses: ResponseEvent[] = [];
    const retries: RetryEvent[] = [];
    const { fetch } = scriptedFetch({
      create: [
        failure(1002001, 500, { "x-tt-logid": "log-1" }),
        new Response("<html>", { status: 502, headers: { "x-tt-logid": "log-2" } }),
        created(),
      ],
    });
    const hire = createTestClient({
      fetch,
      onRequest: (event) => requests.push(event),
      onResponse: (event) => responses.push(event),
      onRetry: (event) => retries.push(event),
    });
    const own: RetryEvent[] = [];
    await hire.externalInterviews.create(BODY, { onRetry: (event) => own.push(event) });
    expect(own).toEqual(retries);
    const durationMs = expect.any(Number);
    expect(requests.slice(1)).toEqual([
      { ...CREATE, attempt: 1 },
      { ...CREATE, attempt: 2 },
      { ...CREATE, attempt: 3 },
    ]);
    expect(responses.slice(1)).toEqual([
      { ...CREATE, attempt: 1, status: 500, code: 1002001, logId: "log-1", durationMs },
      { ...CREATE, attempt: 2, status: 502, code: undefined, logId: "log-2", durationMs },
      { ...CREATE, attempt: 3, status: 200, code: 0, logId: undefined, durationMs },
    ]);
    const waitMs = expect.any(Number);
    expect(retries).toEqual([
      { ...responses[1], reason: "ServerError", waitMs },
      { ...responses[2], reason: "InvalidResponseError", waitMs },
    ]);
  });

  it("get an object of their own each", async () => {
    const attempts: unknown[] = [];
    const { fetch } = scriptedFetch({ create: [failure(1002001, 500), created()] });
    const spoil = (event: object) => void Object.assign(event, { operationId: "spoilt", attempt: -1 });
    const hire = createTestClient({
      fetch,
      onRequest: spoil,
      onRetry: spoil,
      onResponse: ({ operationId, attempt }) => attempts.push([operationId, attempt]),
    });
    await hire.externalInterviews.create(BODY, {
      onRetry: ({ operationId, attempt }) => attempts.push([operationId, attempt]),
    });
    expect(attempts.slice(1)).toEqual([1, 1, 2].map((attempt) => [CREATE.operationId, attempt]));
  });

  it("report a wait of ten seconds or longer for a permit, and so does the logger", async () => {
    const clock = new InstantClock();
    const waits: WaitEvent[] = [];
    const infos: unknown[] = [];
    const ignore = () => {};
    const logger = {
      debug: ignore,
      info: (...line: unknown[]) => infos.push(line),
      warn: ignore,
      error: ignore,
    };
    const { fetch } = scriptedFetch({ create: [Response.json({ code: 0 })] });
    const hire = createTestClient({ fetch, clock, logger, onWait: (event) => waits.push(event) });
    for (let n = 1; n <= 21; n++) await hire.externalApplications.delete(String(n));
    const event = { operationId: "deleteExternalApplication", waitMs: 60_000 };
    expect(waits).toEqual([event]);
    expect(infos).toEqual([[expect.stringContaining("60 s"), event]]);
  });

  it("report no short wait", async () => {
    const waits: WaitEvent[] = [];
    const { fetch } = scriptedFetch({});
    const hire = createTestClient({ fetch, onWait: (event) => waits.push(event) });
    for (let n = 1; n <= 11; n++) await hire.externalInterviews.create(BODY);
    expect(waits).toEqual([]);
  });

  it("cannot break a call by throwing", async () => {
    const broken = () => {
      throw new Error("a broken hook");
    };
    const logger = { debug: broken, info: broken, warn: broken, error: broken };
    const { fetch } = scriptedFetch({ create: [failure(1002001, 500), created()] });
    const hire = createTestClient({ fetch, logger, onRequest: broken, onResponse: broken, onRetry: broken });
    await hire.externalInterviews.create(BODY, { onRetry: broken });
  });
});

describe("a rejected promise", () => {
  it("of a hook or of the logger is ignored", async () => {
    const unhandled: unknown[] = [];
    const record = (reason: unknown) => void unhandled.push(reason);
    process.on("unhandledRejection", record);
    const broken = async () => {
      throw new Error("a broken hook");
    };
    const logger = { debug: broken, info: broken, warn: broken, error: broken };
    // Promises that are no instance of this realm's class.
    const foreign = () => ({
      // biome-ignore lint/suspicious/noThenProperty: it is what makes a thenable
      then: (_: unknown, reject: (reason: Error) => void) => reject(new Error("foreign")),
    });
    const otherRealm = runInNewContext("async () => { throw new Error('other realm'); }");
    const hooks = { onRequest: foreign, onResponse: otherRealm, onRetry: broken };
    const { fetch } = scriptedFetch({ create: [failure(1002001, 500), created()] });
    await createTestClient({ fetch, logger, ...hooks }).externalInterviews.create(BODY, { onRetry: broken });
    await new Promise(setImmediate); // Node reports them when the microtasks are done
    process.off("unhandledRejection", record);
    expect(unhandled).toEqual([]);
  });
});

describe("the logger", () => {
  it("gets the fields first if it is pino, which drops those that come second", async () => {
    const lines: unknown[][] = [];
    const log = (...line: unknown[]) => void lines.push(line);
    const pino = { debug: log, info: log, warn: log, error: log, bindings: () => ({}), child: () => pino };
    const { fetch } = scriptedFetch({ create: [failure(1002002, 400, { "x-tt-logid": "log-1" })] });
    await catchError(
      createTestClient({ fetch, logger: pino }).externalInterviews.create(BODY),
      BadParameterError,
    );
    expect(lines.at(-1)).toEqual([
      expect.objectContaining({ code: 1002002, status: 400, logId: "log-1" }),
      expect.stringContaining("1002002"),
    ]);
  });

  it("gets a message and the fields, also if it has children, as winston's", async () => {
    const lines: [level: string, message: string, fields: unknown][] = [];
    const logAt = (level: string) => (message: string, fields?: object) =>
      lines.push([level, message, fields]);
    const [debug, info] = [logAt("debug"), logAt("info")];
    const logger = { debug, info, warn: logAt("warn"), error: logAt("error"), child: () => logger };
    const { fetch } = scriptedFetch({ create: [failure(1002002, 400, { "x-tt-logid": "log-1" })] });
    await catchError(createTestClient({ fetch, logger }).externalInterviews.create(BODY), BadParameterError);
    expect(lines.slice(2)).toEqual([
      ["debug", "createExternalInterview: attempt 1", { ...CREATE, attempt: 1 }],
      [
        "debug",
        expect.stringMatching(/attempt 1: HTTP 400, code 1002002, log id log-1, \d+ ms$/),
        expect.anything(),
      ],
      [
        "error",
        "createExternalInterview failed: BadParameterError (code 1002002, HTTP 400, log id log-1)",
        {
          ...CREATE,
          name: "BadParameterError",
          status: 400,
          code: 1002002,
          logId: "log-1",
          attempts: 1,
          mayHaveSucceeded: false,
        },
      ],
    ]);
  });

  it.each([
    {
      name: "the rate limiter",
      options: { rateLimiter: brokenLimiter, tokenStore: storedToken },
      error: "ConfigurationError",
    },
    { name: "a token that expires at once", options: {}, error: "InvalidResponseError" },
  ])("gets a line about a call that $name keeps from being sent", async ({ options, error }) => {
    const { errors, logger } = recordErrors();
    const { fetch } = scriptedFetch({ token: [token("t-one", 0)] });
    const hire = createTestClient({ fetch, logger, ...options });
    await catchError(hire.externalInterviews.create(BODY), FeishuHireError);
    expect(errors).toEqual([expect.objectContaining({ ...CREATE, name: error, attempts: 0 })]);
  });

  it("gets one line about a token call that fails, however many calls wait for it", async () => {
    const { errors, logger } = recordErrors();
    const { fetch } = scriptedFetch({ token: [failure(10014, 400)] });
    const hire = createTestClient({ fetch, logger });
    await Promise.allSettled([1, 2].map(() => hire.externalInterviews.create(BODY)));
    expect(errors).toEqual([
      expect.objectContaining({ operationId: "getTenantAccessToken", code: 10014, attempts: 1 }),
    ]);
  });
});

const brokenLimiter = {
  acquire: () => Promise.reject(new Error("a broken limiter")),
  pause: () => {},
};

/** Creates a logger, and the list of the fields that it gets with errors. */
function recordErrors(): { errors: unknown[]; logger: Logger } {
  const errors: unknown[] = [];
  const ignore = () => {};
  const error = (_: unknown, fields: unknown) => errors.push(fields);
  return { errors, logger: { debug: ignore, info: ignore, warn: ignore, error } };
}

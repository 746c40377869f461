import { describe, expect, it } from "vitest";
import { operations } from "../../generated/operations.js";
import {
  BadParameterError,
  ConfigurationError,
  ConnectionError,
  FeishuHireError,
  InvalidResponseError,
  type RetryEvent,
  ServerError,
} from "../../src/index.js";
import { describeResend } from "../../src/request/resend-advice.js";
import { InstantClock } from "../support/clock.js";
import { catchError, createTestClient } from "../support/hire.js";
import { created, failure, scriptedFetch } from "../support/scripted-fetch.js";

const BODY = { external_application_id: "1" };
const KEYED = { ...BODY, external_id: "greenhouse:interview:8812" };
const HOUR_MS = 3_600_000;
const CREATE = operations.createExternalInterview;

/** Creates the error that Node's fetch throws. */
function createNetworkError(code: string, syscall?: string): Error {
  return new TypeError("fetch failed", {
    cause: Object.assign(new Error(`${syscall} ${code}`), { code, syscall }),
  });
}

const AMBIGUOUS: [name: string, reply: () => Response | Error][] = [
  ["1002001", () => failure(1002001, 500)],
  ["1002001 inside HTTP 200", () => failure(1002001, 200)],
  ["an internal error", () => failure(2200, 200)],
  ["any 5xx", () => failure(1002002, 503)],
  ["a reset", () => createNetworkError("ECONNRESET", "read")],
  ["an unreadable response", () => new Response("<html>", { status: 502 })],
];

describe("an ambiguous create", () => {
  it.each(AMBIGUOUS)("(%s) is sent again with external_id, the same bytes each time", async (_, reply) => {
    const { fetch, creates } = scriptedFetch({ create: [reply(), reply(), created()] });
    await createTestClient({ fetch }).externalInterviews.create(KEYED);
    expect(new Set(creates.map(({ init }) => init.body)).size).toBe(1);
    expect(creates).toHaveLength(3);
  });

  it.each(AMBIGUOUS)("(%s) is not sent again without external_id", async (_, reply) => {
    const { fetch, creates } = scriptedFetch({ create: [reply(), created()] });
    const retries: RetryEvent[] = [];
    const hire = createTestClient({ fetch, onRetry: (event) => retries.push(event) });
    const error = await catchError(hire.externalInterviews.create(BODY), Error);
    expect(error).toMatchObject({ mayHaveSucceeded: true, attempts: 1 });
    expect(creates).toHaveLength(1);
    expect(retries).toEqual([]);
  });

  it("ends in an error whose message and stack hold the advice about sending it again", async () => {
    const { fetch } = scriptedFetch({ create: [failure(1002001, 500)] });
    const error = await catchError(createTestClient({ fetch }).externalInterviews.create(BODY), ServerError);
    const advice = describeResend(CREATE, { hasIdempotencyKey: false, laterAttemptRejected: false });
    expect(error.message).toContain(advice);
    expect(error.stack).toContain(advice);
  });

  it("is given up after maxRetries, 4 by default", async () => {
    const { fetch, creates } = scriptedFetch({ create: [failure(1002001, 500)] });
    const { externalInterviews } = createTestClient({ fetch });
    expect(await catchError(externalInterviews.create(KEYED), ServerError)).toMatchObject({ attempts: 5 });
    await catchError(externalInterviews.create(KEYED, { maxRetries: 1 }), ServerError);
    await catchError(externalInterviews.create(KEYED, { maxRetries: false }), ServerError);
    expect(creates).toHaveLength(5 + 2 + 1);
  });

  it("stays ambiguous when a rejection follows, since the first attempt may have created it", async () => {
    const { fetch } = scriptedFetch({ create: [failure(1002001, 500), failure(1002002, 400)] });
    const error = await catchError(
      createTestClient({ fetch }).externalInterviews.create(KEYED),
      BadParameterError,
    );
    expect(error).toMatchObject({ mayHaveSucceeded: true, attempts: 2 });
    const advice = describeResend(CREATE, { hasIdempotencyKey: true, laterAttemptRejected: true });
    expect(error.message).toContain(advice);
  });

  it("stays ambiguous when the next attempt gets no token", async () => {
    const { fetch } = scriptedFetch({
      create: [new Response("", { status: 502 }), failure(99991663, 401)],
      token: [
        Response.json({ code: 0, msg: "ok", tenant_access_token: "t-one", expire: 7200 }),
        failure(10014, 200),
      ],
    });
    const error = await catchError(
      createTestClient({ fetch }).externalInterviews.create(KEYED),
      InvalidResponseError,
    );
    expect(error).toMatchObject({ mayHaveSucceeded: true, isTransient: false, attempts: 2 });
    expect(error.cause).toMatchObject({ name: "AuthenticationError", code: 10014 });
  });

  it.each([
    ["an error", new Error("disk full"), false],
    ["undefined", undefined, false],
    ["an error of the client", new ConfigurationError("not now"), false],
    ["one that is transient", new FeishuHireError("later", CREATE.id, { isTransient: true }), true],
  ])("stays ambiguous when beforeSend then throws %s", async (_, thrown, isTransient) => {
    const { fetch, creates } = scriptedFetch({ create: [new Error("reset")] });
    let attempts = 0;
    const beforeSend = async () => {
      if (++attempts === 2) throw thrown;
    };
    const call = createTestClient({ fetch }).externalInterviews.create(KEYED, { beforeSend });
    const error = await catchError(call, ConnectionError);
    expect(error).toMatchObject({ mayHaveSucceeded: true, isTransient, attempts: 1 });
    expect(error.cause).toBe(thrown);
    expect(creates).toHaveLength(1);
  });

  it("fails with what beforeSend throws if no attempt may have been applied", async () => {
    const { fetch } = scriptedFetch({ create: [failure(99991400, 429)] });
    const thrown = new Error("disk full");
    let attempts = 0;
    const beforeSend = async () => {
      if (++attempts === 2) throw thrown;
    };
    const call = createTestClient({ fetch }).externalInterviews.create(KEYED, { beforeSend });
    expect(await catchError(call, Error)).toBe(thrown);
  });

  it.each([
    ["12 hours", 12 * HOUR_MS, 2],
    ["24 hours less 62 seconds", 24 * HOUR_MS - 62_000, 2],
    ["24 hours less a minute", 24 * HOUR_MS - 60_000, 1],
  ])("is sent again until a minute before the 24 hours of its key are over: %s", async (_, tookMs, sent) => {
    const clock = new InstantClock();
    const slow = () => {
      clock.advance(tookMs);
      return failure(1002001, 500);
    };
    const { fetch, creates } = scriptedFetch({ create: [slow] });
    await catchError(createTestClient({ fetch, clock }).externalInterviews.create(KEYED), ServerError);
    expect(creates).toHaveLength(sent);
  });
});

const NEVER_SENT: [name: string, error: Error][] = [
  ["a name that is not found", createNetworkError("ENOTFOUND", "getaddrinfo")],
  ["a refused connection", createNetworkError("ECONNREFUSED", "connect")],
  ["a connect timeout", createNetworkError("UND_ERR_CONNECT_TIMEOUT")],
  ["a name server that is busy", createNetworkError("EAI_AGAIN")],
  ["no local address", createNetworkError("EADDRNOTAVAIL")],
  ["a refused connection of Bun", createNetworkError("ConnectionRefused")],
];

describe("a request that was never sent", () => {
  it.each(NEVER_SENT)("(%s) is sent again without external_id too", async (_, error) => {
    const { fetch, creates } = scriptedFetch({ create: [error, error, created()] });
    await createTestClient({ fetch }).externalInterviews.create(BODY);
    expect(creates).toHaveLength(3);
  });

  it.each(NEVER_SENT)("(%s) cannot have been applied when the client gives up", async (_, cause) => {
    const { fetch } = scriptedFetch({ create: [cause] });
    const error = await catchError(
      createTestClient({ fetch }).externalInterviews.create(BODY),
      ConnectionError,
    );
    expect(error).toMatchObject({ mayHaveSucceeded: false, neverOpened: true, attempts: 5 });
  });

  it("is not assumed when one of the tried addresses was reached", async () => {
    const tried = [
      createNetworkError("ECONNREFUSED", "connect").cause,
      createNetworkError("ECONNRESET", "read").cause,
    ];
    const { fetch } = scriptedFetch({
      create: [new TypeError("fetch failed", { cause: new AggregateError(tried) })],
    });
    const error = await catchError(
      createTestClient({ fetch }).externalInterviews.create(BODY),
      ConnectionError,
    );
    expect(error).toMatchObject({ neverOpened: false, mayHaveSucceeded: true });
  });
});

describe("a rejection", () => {
  it.each([1002002, 99992402, 99991672, 99991403, 99991661, 424242])(
    "of code %i is thrown at once",
    async (code) => {
      const { fetch, creates } = scriptedFetch({ create: [failure(code, 400), created()] });
      const error = await catchError(createTestClient({ fetch }).externalInterviews.create(KEYED), Error);
      expect(error).toMatchObject({ code, mayHaveSucceeded: false, attempts: 1 });
      expect(creates).toHaveLength(1);
    },
  );
});

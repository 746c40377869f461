import { describe, expect, it } from "vitest";
import {
  AbortError,
  AuthenticationError,
  ConnectionError,
  FeishuApiError,
  type Fetch,
  InvalidResponseError,
  RateLimitError,
  TimeoutError,
  TransportError,
} from "../../src/index.js";
import { ManualClock } from "../support/clock.js";
import { catchError, createTestClient } from "../support/hire.js";
import { created, failure, scriptedFetch, token } from "../support/scripted-fetch.js";

const BODY = { external_application_id: "1" };
const KEYED = { ...BODY, external_id: "greenhouse:interview:8812" };

/** Responds to the token call, and passes everything else to `create`. */
function fetchCreating(create: Fetch): Fetch {
  return (url, init) => (url.endsWith("/internal") ? Promise.resolve(token()) : create(url, init));
}

const createSystemError = (code: string, more: object = {}) =>
  Object.assign(new Error(code), { code, ...more });

describe("a connection that never opened", () => {
  const addresses = new AggregateError([
    createSystemError("ETIMEDOUT", { syscall: "connect" }),
    createSystemError("ECONNREFUSED", { syscall: "connect" }),
  ]);
  it.each([
    ["to one of several addresses", Object.assign(addresses, { code: "ETIMEDOUT" })],
    ["in fetch's wrapping", new TypeError("fetch failed", { cause: addresses })],
    ["in a proxy agent's wrapping", new Error("proxy", { cause: createSystemError("ECONNREFUSED") })],
  ])("(%s) is retried even without external_id, since nothing can have been created", async (_, thrown) => {
    let creates = 0;
    const fetch = fetchCreating(async () => {
      if (creates++ < 2) throw thrown;
      return created();
    });
    await createTestClient({ fetch }).externalInterviews.create(BODY);
    expect(creates).toBe(3);
  });

  it("is not assumed when an open connection times out", async () => {
    const fetch = fetchCreating(() => Promise.reject(createSystemError("ETIMEDOUT", { syscall: "read" })));
    const error = await catchError(
      createTestClient({ fetch }).externalInterviews.create(BODY),
      ConnectionError,
    );
    expect(error).toMatchObject({ neverOpened: false, mayHaveSucceeded: true, attempts: 1 });
  });

  it("is not assumed when one of several failures came after the connection opened", async () => {
    const thrown = new AggregateError([
      createSystemError("ECONNREFUSED"),
      createSystemError("ECONNRESET", { syscall: "read" }),
    ]);
    const error = await catchError(
      createTestClient({ fetch: fetchCreating(() => Promise.reject(thrown)) }).externalInterviews.create(
        BODY,
      ),
      ConnectionError,
    );
    expect(error.mayHaveSucceeded).toBe(true);
  });
});

describe("a broken transport", () => {
  it.each<[string, () => unknown]>([
    ["returns nothing", () => undefined],
    ["returns a response without headers and text()", () => ({ ok: true, status: 200, json: () => ({}) })],
    ["has a bug", () => notDefined()],
    ["fails to parse", () => JSON.parse("")],
    ["counts wrongly", () => "x".repeat(-1)],
    ["calls undefined", () => (undefined as unknown as () => void)()],
  ])("that %s is reported at once, as the transport's failure", async (_, run) => {
    let calls = 0;
    const fetch = (async () => {
      calls++;
      return run();
    }) as unknown as Fetch;
    const call = createTestClient({ fetch }).externalInterviews.create(KEYED);
    const error = await catchError(call, TransportError);
    expect(error).toMatchObject({ attempts: 1, mayHaveSucceeded: false });
    expect(calls).toBe(1);
  });

  function notDefined(): never {
    throw new ReferenceError("notDefined is not defined");
  }
});

it("a transport's response needs no more than status, headers and text()", async () => {
  const json = JSON.stringify({ code: 0, msg: "ok", data: { external_interview: { id: "7" } } });
  const fetch = fetchCreating(async () => ({
    status: 200,
    headers: { get: () => null },
    text: async () => json,
  }));
  expect((await createTestClient({ fetch }).externalInterviews.create(BODY)).id).toBe("7");
});

describe("an address that is not the API's", () => {
  it.each([404, 405])("(HTML under HTTP %i) is requested once, and nothing was created", async (status) => {
    const { fetch, creates } = scriptedFetch({ create: [new Response("<html>no</html>", { status })] });
    const call = createTestClient({ fetch }).externalInterviews.create(KEYED);
    const error = await catchError(call, InvalidResponseError);
    expect(error).toMatchObject({ status, attempts: 1, mayHaveSucceeded: false });
    expect(creates).toHaveLength(1);
  });
});

it("a redirect that a browser does not follow, and hides, is requested once", async () => {
  const hidden = { type: "opaqueredirect", status: 0, headers: new Headers(), text: async () => "" };
  const { fetch, creates } = scriptedFetch({ create: [() => hidden] });
  const call = createTestClient({ fetch }).externalInterviews.create(KEYED);
  const error = await catchError(call, InvalidResponseError);
  expect(error).toMatchObject({ attempts: 1, mayHaveSucceeded: true });
  expect(error.reason).toContain("redirect");
  expect(creates).toHaveLength(1);
});

it.each([10003, 10014, 99991543])(
  "the advice about wrong credentials (%i) names Lark, since an app of one host is unknown to the other",
  async (code) => {
    const { fetch } = scriptedFetch({ token: [failure(code, 400)] });
    const call = createTestClient({ fetch }).externalInterviews.create(BODY);
    expect((await catchError(call, FeishuApiError)).advice?.en).toMatch(/\blark\b/i);
  },
);

describe("an error's stack", () => {
  it.each<[string, Fetch, abstract new (...args: never[]) => Error]>([
    ["a connection error", () => Promise.reject(createSystemError("ECONNRESET")), ConnectionError],
    ["a limit", async () => failure(99991400, 429, { "retry-after": "9999" }), RateLimitError],
    ["an unreadable response", async () => new Response("<html>"), InvalidResponseError],
  ])("(%s) holds the caller's line", async (_, create, type) => {
    const fetch = fetchCreating(create);
    const hire = createTestClient({ fetch, maxRetries: 0 });
    async function callCreate(): Promise<unknown> {
      return await hire.externalInterviews.create(BODY);
    }
    expect((await catchError(callCreate(), type)).stack).toContain("callCreate");
  });

  it("(a timeout, an abort) holds the caller's line", async () => {
    const clock = new ManualClock();
    const controller = new AbortController();
    const fetch = fetchCreating(() => new Promise(() => {}));
    const hire = createTestClient({ fetch, clock, timeoutMs: 20 });
    async function callCreate(options: object): Promise<unknown> {
      return await hire.externalInterviews.create(BODY, options);
    }
    const timeout = catchError(callCreate({}), TimeoutError);
    const abort = catchError(callCreate({ signal: controller.signal }), AbortError);
    await clock.advance(0);
    controller.abort();
    await clock.advance(20);
    expect((await timeout).stack).toContain("callCreate");
    expect((await abort).stack).toContain("callCreate");
  });

  it("(of withResponse, of all pages) holds the caller's line", async () => {
    const fetch = fetchCreating(() => Promise.reject(createSystemError("ECONNRESET")));
    const { externalInterviews } = createTestClient({ fetch, maxRetries: 0 });
    async function callCreate(): Promise<unknown> {
      return await externalInterviews.create(BODY).withResponse();
    }
    async function listAll(): Promise<void> {
      for await (const _ of externalInterviews.queryAll(BODY));
    }
    expect((await catchError(callCreate(), ConnectionError)).stack).toContain("callCreate");
    expect((await catchError(listAll(), ConnectionError)).stack).toContain("listAll");
  });

  it("(of a token call that several callers wait for) holds the line of each", async () => {
    const { fetch, tokens } = scriptedFetch({ token: [failure(10014, 200, { "x-tt-logid": "log-1" })] });
    const { externalInterviews } = createTestClient({ fetch });
    async function callCreate(): Promise<unknown> {
      return await externalInterviews.create(BODY);
    }
    async function callDelete(): Promise<unknown> {
      return await externalInterviews.delete("1");
    }
    const [created, deleted] = await Promise.all([
      catchError(callCreate(), AuthenticationError),
      catchError(callDelete(), AuthenticationError),
    ]);
    expect(tokens).toHaveLength(1);
    expect(created.stack).toContain("callCreate");
    expect(deleted.stack).toContain("callDelete");
    expect(deleted).toEqual(created);
    expect(created).toMatchObject({ operationId: "getTenantAccessToken", attempts: 1, logId: "log-1" });
  });
});

import { describe, expect, it } from "vitest";
import { AbortError, type CallOptions, ConfigurationError, InvalidRequestError } from "../../src/index.js";
import { failureOf, testClient } from "../support/hire.js";
import { created, scriptedFetch } from "../support/scripted-fetch.js";

const BODY = { external_application_id: "1" };

/** Two of them can make a server and a proxy in front of it read different requests. */
const CONNECTION_HEADERS =
  "Transfer-Encoding content-length host connection keep-alive proxy-authorization proxy-connection expect upgrade te trailer".split(
    " ",
  );

describe("a call's own options", () => {
  it.each<CallOptions>([
    { timeoutMs: Number.POSITIVE_INFINITY },
    { timeoutMs: 2_592_000_000 },
    { timeoutMs: 0 },
    { totalTimeoutMs: Number.POSITIVE_INFINITY },
    { totalTimeoutMs: Number.NaN },
    { maxRetries: -1 },
    { headers: { Authorization: "Bearer t-another" } },
    { headers: { "content-type": "text/plain" } },
    { headers: { "Accept-Encoding": "gzip" } },
    ...CONNECTION_HEADERS.map((name) => ({ headers: { [name]: "chunked" } })),
  ])("that make no sense are rejected before anything is sent: %j", async (options) => {
    const { fetch, creates, tokens } = scriptedFetch({});
    await failureOf(testClient({ fetch }).externalInterviews.create(BODY, options), ConfigurationError);
    expect([...creates, ...tokens]).toEqual([]);
  });

  it("may have a signal of another class", async () => {
    const other = Object.assign(new EventTarget(), { aborted: false, reason: new Error("enough") });
    const { fetch } = scriptedFetch({ create: [() => new Promise<Response>(() => {})] });
    const signal = other as unknown as AbortSignal;
    const call = testClient({ fetch }).externalInterviews.create(BODY, {
      signal,
      beforeSend: () => void setImmediate(() => other.dispatchEvent(new Event("abort"))),
    });
    expect(await failureOf(call, AbortError)).toMatchObject({ attempts: 1 });
  });

  it.each([
    ["x-operator", "张三"],
    ["x-operator", "José"],
    ["x operator", "Zhang San"],
  ])(
    "with a header that HTTP cannot carry are rejected with its name, not its value: %s: %s",
    async (name, value) => {
      const { fetch, creates } = scriptedFetch({});
      const call = testClient({ fetch }).externalInterviews.create(BODY, { headers: { [name]: value } });
      const error = await failureOf(call, InvalidRequestError);
      expect(error.issues).toMatchObject([{ in: "headers", pointer: `/${name}` }]);
      expect(error.message).not.toContain(value);
      expect(creates).toEqual([]);
    },
  );

  it("may be undefined, one by one", async () => {
    const { fetch, creates } = scriptedFetch({});
    await testClient({ fetch, timeoutMs: undefined, logger: undefined }).externalInterviews.create(BODY, {
      signal: undefined,
      timeoutMs: undefined,
      totalTimeoutMs: undefined,
      maxRetries: undefined,
      headers: undefined,
      beforeSend: undefined,
      onRetry: undefined,
    });
    expect(creates).toHaveLength(1);
  });
});

describe("a body", () => {
  class Interview {
    readonly external_application_id = "1";
    get external_id(): string {
      return "greenhouse:interview:8812";
    }
  }

  it("of a class is validated as it is serialized: without its getters", async () => {
    const { fetch, creates } = scriptedFetch({ create: [new Error("reset"), created()] });
    const call = testClient({ fetch }).externalInterviews.create(new Interview());
    // Without external_id on the wire, nothing may be sent again.
    await expect(call).rejects.toMatchObject({ mayHaveSucceeded: true, attempts: 1 });
    expect(creates.map(({ body }) => body)).toEqual([{ external_application_id: "1" }]);
  });

  it("with toJSON is validated and sent as that", async () => {
    const { fetch, creates } = scriptedFetch({ create: [new Error("reset"), created()] });
    const keyed = { external_application_id: "1", external_id: "greenhouse:interview:8812" };
    const body = { external_application_id: "1", toJSON: () => keyed };
    await testClient({ fetch }).externalInterviews.create(body);
    expect(creates.map(({ body }) => body)).toEqual([keyed, keyed]);
  });

  it("whose toJSON yields what the spec rejects is not sent", async () => {
    const { fetch, creates } = scriptedFetch({});
    const body = { external_application_id: "1", toJSON: () => ({ external_application_id: 1 }) };
    await failureOf(testClient({ fetch }).externalInterviews.create(body), InvalidRequestError);
    expect(creates).toEqual([]);
  });
});

describe("a resource", () => {
  it("has methods that work detached, and behind a proxy", async () => {
    const { fetch, creates } = scriptedFetch({});
    const { externalInterviews } = testClient({ fetch });
    const { create } = externalInterviews;
    await create(BODY);
    await new Proxy(externalInterviews, {}).create(BODY);
    expect(creates).toHaveLength(2);
  });
});

describe("a signal", () => {
  it("is shared by hundreds of calls at once without a warning", async () => {
    const warnings: Error[] = [];
    const record = (warning: Error) => void warnings.push(warning);
    process.on("warning", record);
    const { signal } = new AbortController();
    const { fetch, creates } = scriptedFetch({});
    const hire = testClient({ fetch, rateLimiter: false });
    await Promise.all(Array.from({ length: 400 }, () => hire.externalInterviews.create(BODY, { signal })));
    await new Promise(setImmediate); // warnings are emitted on the next tick
    process.off("warning", record);
    expect(creates).toHaveLength(400);
    expect(warnings).toEqual([]);
  });
});

import { describe, expect, it, onTestFinished } from "vitest";
import { AbortError, type CallOptions, ConfigurationError, InvalidRequestError } from "../../src/index.js";
import { catchError, createTestClient } from "../support/hire.js";
import { created, scriptedFetch } from "../support/scripted-fetch.js";

const BODY = { external_application_id: "1" };

/** Two of them can make a server and a proxy in front of it read different requests. */
const CONNECTION_HEADERS =
  "Transfer-Encoding content-length host connection keep-alive proxy-authorization proxy-connection expect upgrade te trailer".split(
    " ",
  );

describe("a call's own options", () => {
  it.each<CallOptions>([
    { timeoutMs: Infinity },
    { timeoutMs: 2_592_000_000 },
    { timeoutMs: 0 },
    { totalTimeoutMs: Infinity },
    { totalTimeoutMs: NaN },
    { maxRetries: -1 },
    { headers: { Authorization: "Bearer t-another" } },
    { headers: { "content-type": "text/plain" } },
    { headers: { "Accept-Encoding": "gzip" } },
    ...CONNECTION_HEADERS.map((name) => ({ headers: { [name]: "chunked" } })),
  ])("that make no sense are rejected before anything is sent: %j", async (options) => {
    const { fetch, creates, tokens } = scriptedFetch({});
    await catchError(
      createTestClient({ fetch }).externalInterviews.create(BODY, options),
      ConfigurationError,
    );
    expect([...creates, ...tokens]).toEqual([]);
  });

  it.each<[string, unknown]>([
    ["null", null],
    ["a controller as signal", { signal: new AbortController() }],
    ["a signal that cannot be left", { signal: { aborted: false, addEventListener: () => {} } }],
    ["headers that are null", { headers: null }],
    ["headers of the platform's class", { headers: new Headers({ "x-operator": "1" }) }],
    ["headers as pairs", { headers: [["x-operator", "1"]] }],
    ["beforeSend as a text", { beforeSend: "x" }],
    ["idempotent as a text", { idempotent: "yes" }],
    ["onRetry as a number", { onRetry: 5 }],
    ["an unknown name", { timeout: 5 }],
  ])("of another kind are rejected before anything is sent: %s", async (_, options) => {
    const { fetch, creates, tokens } = scriptedFetch({});
    const call = createTestClient({ fetch }).externalInterviews.create(BODY, options as CallOptions);
    await catchError(call, ConfigurationError);
    expect([...creates, ...tokens]).toEqual([]);
  });

  it("that are unknown are rejected with the nearest that is known", async () => {
    const options = { timeout: 5 } as CallOptions;
    const call = createTestClient({}).externalInterviews.create(BODY, options);
    expect((await catchError(call, ConfigurationError)).message).toContain("timeoutMs");
  });

  it("leaves out headers that are undefined", async () => {
    const { fetch, creates } = scriptedFetch({});
    const headers = { "x-operator": undefined, "x-source": "1" };
    await createTestClient({ fetch }).externalInterviews.create(BODY, { headers });
    expect(creates[0]?.headers).toMatchObject({ "x-source": "1" });
    expect(creates[0]?.headers).not.toHaveProperty("x-operator");
  });

  it("may have a signal of another class", async () => {
    const other = Object.assign(new EventTarget(), { aborted: false, reason: new Error("enough") });
    const { fetch } = scriptedFetch({ create: [() => new Promise<Response>(() => {})] });
    const signal = other as unknown as AbortSignal;
    const call = createTestClient({ fetch }).externalInterviews.create(BODY, {
      signal,
      beforeSend: () => void setImmediate(() => other.dispatchEvent(new Event("abort"))),
    });
    expect(await catchError(call, AbortError)).toMatchObject({ attempts: 1 });
  });

  it.each([
    ["x-operator", "张三"],
    ["x-operator", "José"],
    ["x-operator", "1\r\nx-admin: 1"],
    ["x operator", "Zhang San"],
  ])(
    "with a header that HTTP cannot carry are rejected with its name, not its value: %s: %s",
    async (name, value) => {
      const { fetch, creates } = scriptedFetch({});
      const call = createTestClient({ fetch }).externalInterviews.create(BODY, {
        headers: { [name]: value },
      });
      const error = await catchError(call, InvalidRequestError);
      expect(error.issues).toMatchObject([{ in: "headers", pointer: `/${name}` }]);
      expect(error.message).not.toContain(value);
      expect(creates).toEqual([]);
    },
  );

  it("may be undefined, one by one", async () => {
    const { fetch, creates } = scriptedFetch({});
    await createTestClient({ fetch, timeoutMs: undefined, logger: undefined }).externalInterviews.create(
      BODY,
      {
        signal: undefined,
        timeoutMs: undefined,
        totalTimeoutMs: undefined,
        maxRetries: undefined,
        headers: undefined,
        beforeSend: undefined,
        onRetry: undefined,
      },
    );
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

  it("is validated without what is not enumerable, as it is sent", async () => {
    const { fetch, creates } = scriptedFetch({ create: [new Error("reset"), created()] });
    const hire = createTestClient({ fetch });
    const hidden = (name: string, body: object): typeof BODY =>
      Object.defineProperty({ ...BODY, ...body }, name, { value: "1", enumerable: false });
    const withoutApplication = hire.externalInterviews.create(hidden("external_application_id", {}));
    expect(await catchError(withoutApplication, InvalidRequestError)).toMatchObject({ attempts: 0 });
    const withoutKey = hire.externalInterviews.create(hidden("external_id", {}));
    await expect(withoutKey).rejects.toMatchObject({ mayHaveSucceeded: true, attempts: 1 });
    expect(creates.map(({ body }) => body)).toEqual([BODY]);
  });

  it("has no field that a program has put on Object.prototype", async () => {
    const prototype = Object.prototype as { external_id?: string };
    onTestFinished(() => void delete prototype.external_id);
    prototype.external_id = "polluted";
    const { fetch, creates } = scriptedFetch({ create: [new Error("reset"), created()] });
    const call = createTestClient({ fetch }).externalInterviews.create(BODY);
    await expect(call).rejects.toMatchObject({ mayHaveSucceeded: true, attempts: 1 });
    expect(creates).toHaveLength(1);
  });

  it("that changes while it is read is validated as it is sent", async () => {
    let reads = 0;
    const get = (body: object, key: string) =>
      key === "external_application_id" && reads++ > 0 ? 5 : Reflect.get(body, key);
    const { fetch, creates } = scriptedFetch({});
    const body: typeof BODY = new Proxy<typeof BODY>(BODY, { get });
    await createTestClient({ fetch }).externalInterviews.create(body);
    expect(creates.map(({ body }) => body)).toEqual([BODY]);
  });

  it("is validated as a toJSON of all lists has it sent", async () => {
    const prototype = Array.prototype as { toJSON?: () => string };
    const { fetch, creates } = scriptedFetch({});
    prototype.toJSON = () => "X";
    const body = { ...BODY, interview_assessments: [{ username: "a" }] };
    const error = await catchError(
      createTestClient({ fetch }).externalInterviews.create(body),
      InvalidRequestError,
    ).finally(() => {
      delete prototype.toJSON;
    });
    expect(error.issues).toMatchObject([{ pointer: "/interview_assessments" }]);
    expect(creates).toEqual([]);
  });

  it("of a class is validated as it is serialized: without its getters", async () => {
    const { fetch, creates } = scriptedFetch({ create: [new Error("reset"), created()] });
    const call = createTestClient({ fetch }).externalInterviews.create(new Interview());
    // Without external_id on the wire, nothing may be sent again.
    await expect(call).rejects.toMatchObject({ mayHaveSucceeded: true, attempts: 1 });
    expect(creates.map(({ body }) => body)).toEqual([{ external_application_id: "1" }]);
  });

  it("with toJSON is validated and sent as that", async () => {
    const { fetch, creates } = scriptedFetch({ create: [new Error("reset"), created()] });
    const keyed = { external_application_id: "1", external_id: "greenhouse:interview:8812" };
    const body = { external_application_id: "1", toJSON: () => keyed };
    await createTestClient({ fetch }).externalInterviews.create(body);
    expect(creates.map(({ body }) => body)).toEqual([keyed, keyed]);
  });

  it("that holds an object with toJSON is sent as that", async () => {
    const { fetch, creates } = scriptedFetch({});
    const assessment = { username: "", toJSON: () => ({ username: "张三" }) };
    const body = { ...BODY, interview_assessments: [assessment] };
    await createTestClient({ fetch }).externalInterviews.create(body);
    expect(creates[0]?.body).toEqual({ ...BODY, interview_assessments: [{ username: "张三" }] });
  });

  it("whose toJSON yields what the spec rejects is not sent", async () => {
    const { fetch, creates } = scriptedFetch({});
    const body = { external_application_id: "1", toJSON: () => ({ external_application_id: 1 }) };
    await catchError(createTestClient({ fetch }).externalInterviews.create(body), InvalidRequestError);
    expect(creates).toEqual([]);
  });
});

describe("a resource", () => {
  it("has methods that work detached, and behind a proxy", async () => {
    const { fetch, creates } = scriptedFetch({});
    const { externalInterviews } = createTestClient({ fetch });
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
    const hire = createTestClient({ fetch, rateLimiter: false });
    await Promise.all(Array.from({ length: 400 }, () => hire.externalInterviews.create(BODY, { signal })));
    await new Promise(setImmediate); // warnings are emitted on the next tick
    process.off("warning", record);
    expect(creates).toHaveLength(400);
    expect(warnings).toEqual([]);
  });
});

it("an id that no address can hold is rejected before anything is sent", async () => {
  const { fetch, creates, tokens } = scriptedFetch({});
  const call = createTestClient({ fetch }).externalInterviews.delete("\ud800");
  expect((await catchError(call, InvalidRequestError)).issues).toMatchObject([
    { in: "path", pointer: "/external_interview_id" },
  ]);
  expect([...creates, ...tokens]).toEqual([]);
});

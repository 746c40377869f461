import { execFile } from "node:child_process";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { AbortError, TimeoutError } from "../../src/index.js";
import { ManualClock } from "../support/clock.js";
import { catchError, createTestClient } from "../support/hire.js";
import { created, failure, scriptedFetch } from "../support/scripted-fetch.js";

const BODY = { external_application_id: "1" };
const KEYED = { ...BODY, external_id: "greenhouse:interview:8812" };

const never = () => new Promise<Response>(() => {});

describe("timeoutMs", () => {
  it("ends an attempt without a response, even if fetch ignores its signal", async () => {
    const clock = new ManualClock();
    const { fetch } = scriptedFetch({ create: [never] });
    const call = createTestClient({ fetch, clock, timeoutMs: 20 }).externalInterviews.create(BODY);
    const failed = catchError(call, TimeoutError);
    await clock.advance(20);
    expect(await failed).toMatchObject({ limit: "timeoutMs", mayHaveSucceeded: true, attempts: 1 });
  });

  it("is for each attempt, so that a create with external_id gets another", async () => {
    const clock = new ManualClock();
    const { fetch, creates } = scriptedFetch({ create: [never, created()] });
    const call = createTestClient({ fetch, clock }).externalInterviews.create(KEYED, { timeoutMs: 20 });
    await clock.advance(10_000);
    await call;
    expect(creates).toHaveLength(2);
    expect(creates[0]?.init.signal.aborted).toBe(true);
  });

  it("may be longer than five minutes", async () => {
    const clock = new ManualClock();
    const slow = async () => {
      await clock.wait(600_000);
      return created();
    };
    const { fetch } = scriptedFetch({ create: [slow] });
    const call = createTestClient({ fetch, clock, timeoutMs: 900_000 }).externalInterviews.create(BODY);
    await clock.advance(600_000);
    expect((await call).id).toBe("6960663240925956436");
  });

  it("ends a response that begins and does not end", async () => {
    const clock = new ManualClock();
    const endless = new Response(
      new ReadableStream({ start: (stream) => stream.enqueue(new Uint8Array([123])) }),
    );
    const { fetch } = scriptedFetch({ create: [() => endless] });
    const call = createTestClient({ fetch, clock, timeoutMs: 20 }).externalInterviews.create(BODY);
    const failed = catchError(call, TimeoutError);
    await clock.advance(20);
    expect(await failed).toMatchObject({ limit: "timeoutMs" });
  });
});

describe("totalTimeoutMs", () => {
  it("ends the call with all its attempts", async () => {
    const clock = new ManualClock();
    const { fetch } = scriptedFetch({ create: [never] });
    const call = createTestClient({ fetch, clock }).externalInterviews.create(KEYED, { totalTimeoutMs: 30 });
    const failed = catchError(call, TimeoutError);
    await clock.advance(30);
    const ending = { limit: "totalTimeoutMs", mayHaveSucceeded: true, isTransient: true, attempts: 1 };
    expect(await failed).toMatchObject(ending);
  });

  it("ends the wait for a token, and nothing may have been created", async () => {
    const clock = new ManualClock();
    const { fetch } = scriptedFetch({ token: [never] });
    const call = createTestClient({ fetch, clock }).externalInterviews.create(KEYED, { totalTimeoutMs: 20 });
    const failed = catchError(call, TimeoutError);
    await clock.advance(20);
    expect(await failed).toMatchObject({ mayHaveSucceeded: false, attempts: 0 });
  });

  it("ends the wait in the queue", async () => {
    const clock = new ManualClock();
    const { fetch } = scriptedFetch({});
    const hire = createTestClient({ fetch, clock });
    await Promise.all(Array.from({ length: 10 }, () => hire.externalInterviews.create(BODY)));
    const call = hire.externalInterviews.create(BODY, { totalTimeoutMs: 20 });
    const failed = catchError(call, TimeoutError);
    await clock.advance(20);
    expect(await failed).toMatchObject({ mayHaveSucceeded: false, attempts: 0 });
    expect(clock.pending).toBe(0);
  });

  it("ends in an error with the time spent on the token, in queues and on responses", async () => {
    const clock = new ManualClock();
    const { fetch } = scriptedFetch({
      token: [
        async () => {
          await clock.wait(2_000);
          return Response.json({ code: 0, msg: "ok", tenant_access_token: "t-one", expire: 7200 });
        },
      ],
      create: [
        async () => {
          await clock.wait(1_000);
          return failure(99991400, 429, { "x-ogw-ratelimit-reset": "3" });
        },
        never,
      ],
    });
    const hire = createTestClient({ fetch, clock, timeoutMs: 5_000 });
    const call = catchError(hire.externalInterviews.create(BODY), TimeoutError);
    await clock.advance(11_000);
    expect(await call).toMatchObject({ tokenMs: 2_000, queueMs: 3_000, responseMs: 6_000, attempts: 2 });
  });
});

describe("a signal", () => {
  it("that has aborted already sends nothing", async () => {
    const { fetch, creates, tokens } = scriptedFetch({});
    const call = createTestClient({ fetch }).externalInterviews.create(BODY, {
      signal: AbortSignal.abort("enough"),
    });
    const error = await catchError(call, AbortError);
    expect(error).toMatchObject({ mayHaveSucceeded: false, attempts: 0, cause: "enough" });
    expect([...creates, ...tokens]).toEqual([]);
  });

  it("ends the wait for a response, and the interview may have been created", async () => {
    const controller = new AbortController();
    const { fetch, creates } = scriptedFetch({
      create: [
        () => {
          controller.abort();
          return never();
        },
      ],
    });
    const call = createTestClient({ fetch }).externalInterviews.create(KEYED, { signal: controller.signal });
    expect(await catchError(call, AbortError)).toMatchObject({ mayHaveSucceeded: true, attempts: 1 });
    expect(creates[0]?.init.signal.aborted).toBe(true);
  });

  it("ends the wait before another attempt", async () => {
    const clock = new ManualClock();
    const controller = new AbortController();
    const { fetch } = scriptedFetch({ create: [failure(1002001, 500)] });
    const hire = createTestClient({ fetch, clock });
    const call = catchError(hire.externalInterviews.create(KEYED, { signal: controller.signal }), AbortError);
    await clock.advance(0);
    expect(clock.pending).toBe(1);
    controller.abort();
    expect(await call).toMatchObject({ mayHaveSucceeded: true, attempts: 1 });
    expect(clock.pending).toBe(0);
  });

  it("is left without listeners when the call ends", async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      listeners++;
      add(...args);
    };
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      listeners--;
      remove(...args);
    };
    const { fetch } = scriptedFetch({ create: [created(), failure(1002002, 400)] });
    const hire = createTestClient({ fetch });
    await hire.externalInterviews.create(BODY, { signal });
    await catchError(hire.externalInterviews.create(BODY, { signal }), Error);
    expect(listeners).toBe(0);
  });
});

describe("a finished process", () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  it("is not kept alive by a timer or a socket of a call", async () => {
    server = createServer((request, response) => {
      response.setHeader("content-type", "application/json");
      const body = request.url?.includes("auth")
        ? { code: 0, msg: "ok", tenant_access_token: "t-one", expire: 7200 }
        : { code: 0, msg: "ok", data: { external_interview: { id: "1" } } };
      request.resume().on("end", () => response.end(JSON.stringify(body)));
    });
    await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const script = `
      import { FeishuHire } from ${JSON.stringify(new URL("../../src/index.ts", import.meta.url).href)};
      const hire = new FeishuHire({ appId: "cli_test", appSecret: "s", baseUrl: "http://127.0.0.1:${port}" });
      await hire.externalInterviews.create({ external_application_id: "1" }, { totalTimeoutMs: 600_000 });
      for (let turn = 0; turn < 100; turn++) await new Promise(setImmediate);
      console.log(JSON.stringify(process.getActiveResourcesInfo()));`;
    const args = ["--import", "tsx", "--input-type=module", "--eval", script];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const holding: string[] = JSON.parse(stdout);
    expect(holding.filter((resource) => /Timeout|TCP|TLS/.test(resource))).toEqual([]);
  });
});

import { createServer } from "node:http";
import { createServer as createTcpServer } from "node:net";
import { describe, expect, it } from "vitest";
import { systemClock } from "../../src/clock.js";
import {
  AbortError,
  type ClientOptions,
  ConnectionError,
  type FeishuHire,
  TimeoutError,
} from "../../src/index.js";
import { AbortScope } from "../../src/request/abort-scope.js";
import { defaultTransport } from "../../src/transport/node.js";
import { InstantClock } from "../support/clock.js";
import { catchError, createTestClient } from "../support/hire.js";
import { storedToken } from "../support/stored-token.js";
import { listen } from "./listen.js";

const BODY = { external_application_id: "1" };
/** The most connections that the transport opens to a host. */
const MAX_SOCKETS = 512;

function clientOf(baseUrl: string, options: ClientOptions = {}): FeishuHire {
  return createTestClient({ baseUrl, tokenStore: storedToken, maxRetries: 1, ...options });
}

/** Accepts connections, and calls back once a connection has sent its first bytes, which it never answers. */
function listenSilently(onData = () => {}): Promise<number> {
  return listen(createTcpServer((socket) => socket.on("error", () => {}).once("data", onData)));
}

describe("a call that ends during the TLS handshake has sent nothing", () => {
  it("and is tried again if timeoutMs expired", async () => {
    const hire = clientOf(`https://127.0.0.1:${await listenSilently()}`, { timeoutMs: 50 });
    const error = await catchError(hire.externalInterviews.create(BODY), TimeoutError);
    expect(error).toMatchObject({ limit: "timeoutMs", mayHaveSucceeded: false, attempts: 2 });
  });

  it("if totalTimeoutMs expired", async () => {
    const hire = clientOf(`https://127.0.0.1:${await listenSilently()}`, { totalTimeoutMs: 50 });
    const error = await catchError(hire.externalInterviews.create(BODY), TimeoutError);
    expect(error).toMatchObject({ limit: "totalTimeoutMs", mayHaveSucceeded: false, attempts: 1 });
  });

  it("if it was aborted", async () => {
    const controller = new AbortController();
    const hire = clientOf(`https://127.0.0.1:${await listenSilently(() => controller.abort())}`);
    const call = hire.externalInterviews.create(BODY, { signal: controller.signal });
    expect(await catchError(call, AbortError)).toMatchObject({ mayHaveSucceeded: false, attempts: 1 });
  });
});

const transports = [
  ["node", undefined],
  ["fetch", globalThis.fetch],
] as const;

it.each(transports)(
  "a call whose peer leaves during the TLS handshake is tried again (over %s)",
  async (_, fetch) => {
    const port = await listen(createTcpServer((socket) => socket.once("data", () => socket.end())));
    const hire = clientOf(`https://127.0.0.1:${port}`, { fetch });
    const error = await catchError(hire.externalInterviews.create(BODY), ConnectionError);
    expect(error).toMatchObject({ systemCode: "ECONNRESET", mayHaveSucceeded: false, attempts: 2 });
  },
);

it.each(transports)(
  "a call to a server that does not speak TLS is not repeated (over %s)",
  async (_, fetch) => {
    const port = await listen(createServer((_, response) => response.end("{}")));
    const hire = clientOf(`https://127.0.0.1:${port}`, { fetch });
    const error = await catchError(hire.externalInterviews.create(BODY), ConnectionError);
    expect(error).toMatchObject({
      systemCode: expect.stringMatching(/^ERR_SSL_/),
      mayHaveSucceeded: false,
      attempts: 1,
    });
  },
);

it.each(transports)("a call that a hook aborts is not sent (over %s)", async (_, fetch) => {
  let requests = 0;
  const port = await listen(createServer((_, response) => response.end(String(++requests))));
  const controller = new AbortController();
  const onRequest = () => controller.abort();
  const hire = clientOf(`http://127.0.0.1:${port}`, { fetch, onRequest });
  const call = hire.externalInterviews.create(BODY, { signal: controller.signal });
  expect(await catchError(call, AbortError)).toMatchObject({ mayHaveSucceeded: false, attempts: 1 });
  expect(requests).toBe(0);
});

it("a call that waits for a connection of the agent has sent nothing", async () => {
  let requests = 0;
  const server = createServer();
  const controller = new AbortController();
  const { signal } = controller;
  const full = new Promise<void>((resolve) => {
    server.on("request", () => void (++requests === MAX_SOCKETS && resolve()));
  });
  const baseUrl = `http://127.0.0.1:${await listen(server)}`;
  const others = Array.from({ length: MAX_SOCKETS }, () => {
    const scope = new AbortScope(systemClock, { signal, limit: "timeoutMs" });
    return defaultTransport({ url: baseUrl, method: "GET", headers: {}, body: undefined, scope });
  });
  await full;
  const onRequest = () => void setImmediate(() => controller.abort());
  const call = clientOf(baseUrl, { onRequest }).externalInterviews.create(BODY, { signal });
  const error = await catchError(call, AbortError);
  await Promise.allSettled(others);
  expect(error).toMatchObject({ mayHaveSucceeded: false, attempts: 1 });
  expect(requests).toBe(MAX_SOCKETS);
});

describe("a call that ends after its connection was open may have been applied", () => {
  it("if timeoutMs expired", async () => {
    const timers: (() => void)[] = [];
    const setTimer = (fire: () => void) => {
      timers.push(fire);
      return () => {};
    };
    const clock = Object.assign(new InstantClock(), { setTimer });
    const port = await listenSilently(() => {
      for (const fire of timers) fire();
    });
    const hire = clientOf(`http://127.0.0.1:${port}`, { clock });
    const error = await catchError(hire.externalInterviews.create(BODY), TimeoutError);
    expect(error).toMatchObject({ limit: "timeoutMs", mayHaveSucceeded: true, attempts: 1 });
  });

  it("if it was aborted", async () => {
    const controller = new AbortController();
    const hire = clientOf(`http://127.0.0.1:${await listenSilently(() => controller.abort())}`);
    const call = hire.externalInterviews.create(BODY, { signal: controller.signal });
    expect(await catchError(call, AbortError)).toMatchObject({ mayHaveSucceeded: true, attempts: 1 });
  });

  it("if its transport does not know", async () => {
    const fetch = () => new Promise<never>(() => {});
    const hire = clientOf("http://127.0.0.1:1", { fetch, timeoutMs: 20 });
    const error = await catchError(hire.externalInterviews.create(BODY), TimeoutError);
    expect(error).toMatchObject({ limit: "timeoutMs", mayHaveSucceeded: true, attempts: 1 });
  });
});

import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { createServer as createTcpServer, type Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { systemClock } from "../../src/clock.js";
import { AbortScope } from "../../src/request/abort-scope.js";
import { readBody } from "../../src/request/read-response.js";
import { defaultTransport } from "../../src/transport/node.js";
import { NetworkError } from "../../src/transport/transport.js";
import { catchError, NOWHERE } from "../support/hire.js";
import { createCertificate } from "./certificate.js";
import { listen } from "./listen.js";

async function serve(handle: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listen(createServer(handle))}/`;
}

function send(
  url: string,
  { body = '{"name":"面试"}', signal }: { body?: string; signal?: AbortSignal } = {},
) {
  const headers = { "content-type": "application/json", "x-test": "1" };
  const scope = new AbortScope(systemClock, { signal, limit: "timeoutMs" });
  return defaultTransport({ url, method: "POST", headers, body, scope });
}

describe("the transport on Node", () => {
  it("sends the method, the headers and the body, and returns status, headers and text", async () => {
    const url = await serve(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      response.writeHead(418, { "x-tt-logid": "log-1", "set-cookie": ["a=1", "b=2"] });
      const { method, headers } = request;
      response.end(JSON.stringify({ method, test: headers["x-test"], body: String(Buffer.concat(chunks)) }));
    });
    const response = await send(url);
    expect(response.status).toBe(418);
    expect(response.headers.get("X-TT-LogId")).toBe("log-1");
    expect(response.headers.get("x-missing")).toBeNull();
    expect(JSON.parse(await response.text())).toEqual({
      method: "POST",
      test: "1",
      body: '{"name":"面试"}',
    });
  });

  it("keeps the connection for the next request", async () => {
    const ports = new Set<number | undefined>();
    const url = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      request.resume().on("end", () => response.end("{}"));
    });
    for (let i = 0; i < 5; i++) expect(await readBody(await send(url), "{}".length)).toBe("{}");
    expect(ports.size).toBe(1);
  });

  it("closes the connection of a server that responds early and reads no further", async () => {
    const body = "x".repeat(20_000_000);
    const peers: Socket[] = [];
    const server = createTcpServer((socket) => {
      peers.push(socket.once("error", () => {}));
      socket.once("data", () => socket.pause().write("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}"));
    });
    const response = await send(`http://127.0.0.1:${await listen(server)}/`, { body });
    expect(await response.text()).toBe("{}");
    const [peer] = peers;
    if (!peer) throw new Error("no connection");
    await once(peer.resume(), "close");
    expect(peer.bytesRead).toBeLessThan(body.length);
  });

  it("does not wait for a response whose connection has closed before it is read", async () => {
    const server = createTcpServer((socket) => {
      socket.once("data", () => socket.write("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{}"));
      socket.once("error", () => {});
    });
    const controller = new AbortController();
    const url = `http://127.0.0.1:${await listen(server)}/`;
    const response = await send(url, { signal: controller.signal });
    controller.abort();
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(await catchError(response.text(), NetworkError)).toMatchObject({ neverSent: false });
  });

  it.each([
    ["declares", { "content-length": 1_000_000 }],
    ["sends", {}],
  ])("closes the connection of a response that %s more than may be read", async (_, headers) => {
    let closed: Promise<unknown> | undefined;
    const url = await serve((request, response) => {
      closed = once(request.socket, "close");
      response.writeHead(200, headers).write("x".repeat(1_001));
    });
    expect(await readBody(await send(url), 1_000)).toBeUndefined();
    await closed;
  });

  it("ends with the signal", async () => {
    const url = await serve(() => {});
    const controller = new AbortController();
    const call = send(url, { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toThrow();
  });

  it("opens no connection if the signal has aborted, such as while node:http was loaded", async () => {
    let connections = 0;
    const server = createServer((_, response) => response.end()).on("connection", () => connections++);
    const url = `http://127.0.0.1:${await listen(server)}/`;
    await expect(send(url, { signal: AbortSignal.abort() })).rejects.toThrow();
    await fetch(url);
    expect(connections).toBe(1);
  });
});

describe("a request that was never sent", () => {
  it("is one to a closed port", async () => {
    const error = await catchError(send(NOWHERE), NetworkError);
    expect(error).toMatchObject({ code: "ECONNREFUSED", neverSent: true });
  });

  it("is one whose peer goes away during the TLS handshake", async () => {
    const port = await listen(createTcpServer((socket) => socket.once("data", () => socket.destroy())));
    const error = await catchError(send(`https://127.0.0.1:${port}/`), NetworkError);
    expect(error.neverSent).toBe(true);
  });

  it("is one whose peer does not speak TLS", async () => {
    const port = await listen(createServer((_, response) => response.end("{}")));
    const error = await catchError(send(`https://127.0.0.1:${port}/`), NetworkError);
    expect(error.neverSent).toBe(true);
  });

  it("is one whose certificate is not trusted", async () => {
    let requests = 0;
    const server = createTlsServer(createCertificate(), (_, response) => {
      requests++;
      response.end("{}");
    });
    const port = await listen(server);
    const error = await catchError(send(`https://127.0.0.1:${port}/`), NetworkError);
    expect(error).toMatchObject({ neverSent: true, code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
    expect(requests).toBe(0);
  });
});

describe("a request that may have been sent", () => {
  it("is one whose connection was reset after it was open", async () => {
    const port = await listen(
      createTcpServer((socket) => socket.once("data", () => socket.resetAndDestroy())),
    );
    const error = await catchError(send(`http://127.0.0.1:${port}/`), NetworkError);
    expect(error).toMatchObject({ code: "ECONNRESET", neverSent: false });
  });

  it("is one on a kept connection that the server has closed meanwhile", async () => {
    let requests = 0;
    const url = await serve((request, response) => {
      requests++;
      if (requests > 1) request.socket.resetAndDestroy();
      else request.resume().on("end", () => response.end("{}"));
    });
    await (await send(url)).text();
    const error = await catchError(send(url), NetworkError);
    expect(error.neverSent).toBe(false);
  });

  it.each([
    ["with a length", "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"],
    ["in chunks", 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"a":\r\n'],
  ])("is one whose response is cut short (%s)", async (_, head) => {
    const port = await listen(createTcpServer((socket) => socket.once("data", () => socket.end(head))));
    const response = await send(`http://127.0.0.1:${port}/`);
    expect(await catchError(response.text(), NetworkError)).toMatchObject({ neverSent: false });
  });

  it("is one whose server switches to another protocol", async () => {
    const head = "HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n";
    const server = createTcpServer((socket) => socket.once("data", () => socket.write(head)));
    const closed = once(server, "connection").then(([socket]) => once(socket, "close"));
    const error = await catchError(send(`http://127.0.0.1:${await listen(server)}/`), NetworkError);
    expect(error.neverSent).toBe(false);
    await closed;
  });

  it("is one whose response is not HTTP", async () => {
    const port = await listen(
      createTcpServer((socket) => socket.once("data", () => socket.end("hello\r\n\r\n"))),
    );
    const error = await catchError(send(`http://127.0.0.1:${port}/`), NetworkError);
    expect(error.neverSent).toBe(false);
  });
});

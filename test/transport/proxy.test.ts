import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { connect, createServer as createTcpServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { AbortError, ConnectionError, FeishuHire, TimeoutError } from "../../src/index.js";
import { findProxy } from "../../src/transport/proxy.js";
import { catchError, createTestClient } from "../support/hire.js";
import { storedToken } from "../support/stored-token.js";
import { startTestFeishu } from "../testing/feishu.js";
import { createCertificate } from "./certificate.js";
import { listen } from "./listen.js";
import { stubProxy } from "./stub-proxy.js";

interface Proxy {
  readonly url: string;
  /** The hosts that it was asked to connect to. */
  readonly hosts: string[];
  readonly authorizations: (string | undefined)[];
}

async function startProxy(status = 200): Promise<Proxy> {
  const hosts: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const server = createServer();
  server.on("connect", (request, client) => {
    const { url = "" } = request;
    hosts.push(url);
    authorizations.push(request.headers["proxy-authorization"]);
    if (status >= 300) return client.end(`HTTP/1.1 ${status} No\r\ncontent-length: 2\r\n\r\nno`);
    const [host, port] = url.split(":");
    const upstream = connect(Number(port), host, () => {
      client.write(`HTTP/1.1 ${status} Connection Established\r\n\r\n`);
      upstream.pipe(client).pipe(upstream);
    });
    for (const socket of [client, upstream]) socket.on("error", () => socket.destroy());
    onTestFinished(() => void upstream.destroy());
  });
  const port = await listen(server);
  return { url: `http://127.0.0.1:${port}`, hosts, authorizations };
}

const BODY = { external_application_id: "1" };

describe("a proxy of the environment", () => {
  it("connects the client to Feishu", async () => {
    const feishu = await startTestFeishu();
    const proxy = await startProxy();
    stubProxy({ HTTP_PROXY: proxy.url.replace("//", "//user:an-invented-password@") });
    await new FeishuHire(feishu.clientOptions).externalInterviews.create(BODY);
    expect(feishu.interviewCount).toBe(1);
    expect(proxy.hosts).toEqual([new URL(feishu.baseUrl).host]); // one connection for both requests
    expect(proxy.authorizations[0]).toBe(`Basic ${btoa("user:an-invented-password")}`);
  });

  it("is not used for the hosts of NO_PROXY", async () => {
    const feishu = await startTestFeishu();
    const proxy = await startProxy();
    stubProxy({ HTTP_PROXY: proxy.url, NO_PROXY: "example.com,127.0.0.1" });
    await new FeishuHire(feishu.clientOptions).externalInterviews.create(BODY);
    expect(proxy.hosts).toEqual([]);
  });

  it.each([201, 204])("may say so by any status that is a success: %i", async (status) => {
    const feishu = await startTestFeishu();
    const proxy = await startProxy(status);
    stubProxy({ HTTP_PROXY: proxy.url });
    await new FeishuHire(feishu.clientOptions).externalInterviews.create(BODY);
    expect(feishu.interviewCount).toBe(1);
  });

  it.each([
    [403, 1],
    [407, 1],
    [429, 2],
    [502, 2],
  ])("that does not connect (HTTP %i) proves that nothing was sent", async (status, attempts) => {
    const feishu = await startTestFeishu();
    const proxy = await startProxy(status);
    const hire = new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock, maxRetries: 1 });
    await hire.externalInterviews.create(BODY);
    stubProxy({ HTTP_PROXY: proxy.url.replace("//", "//user:an-invented-password@") });
    const error = await catchError(hire.externalInterviews.create(BODY), ConnectionError);
    expect(error).toMatchObject({ neverOpened: true, mayHaveSucceeded: false, attempts });
    expect(error.message).toContain(String(status));
    expect(error.message).not.toContain("invented");
    expect(feishu.interviewCount).toBe(1);
  });

  it.each([
    [{ HTTPS_PROXY: "127.0.0.1:7890" }, "http://127.0.0.1:7890/"],
    [{ ALL_PROXY: "localhost:7890" }, "http://localhost:7890/"],
    [{ HTTPS_PROXY: "https://127.0.0.1:7890" }, "https://127.0.0.1:7890/"],
    [{ HTTP_PROXY: "http://127.0.0.1:7890" }, undefined],
    [{ HTTPS_PROXY: "127.0.0.1:7890", NO_PROXY: ".feishu.cn" }, undefined],
  ])("is an HTTP proxy unless it says otherwise: %j", async (variables, expected) => {
    stubProxy(variables);
    expect((await findProxy("https://open.feishu.cn/"))?.href).toBe(expected);
  });

  it.each(["socks5", "socks5h"])(
    "that speaks another protocol is not connected to, and the call is not repeated: %s",
    async (scheme) => {
      const feishu = await startTestFeishu();
      const server = createTcpServer();
      let connections = 0;
      server.on("connection", (socket) => {
        connections++;
        socket.destroy();
      });
      const address = `127.0.0.1:${await listen(server)}`;
      const hire = new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock });
      await hire.externalInterviews.create(BODY);
      stubProxy({ ALL_PROXY: `${scheme}://user:an-invented-p@ssword@${address}` });
      const error = await catchError(hire.externalInterviews.create(BODY), ConnectionError);
      expect(error.message).toContain(`${scheme}://${address} `);
      expect(error.message).not.toMatch(/invented|ssword|user/);
      expect(error).toMatchObject({ mayHaveSucceeded: false, attempts: 1 });
      expect([connections, feishu.interviewCount]).toEqual([0, 1]);
    },
  );

  it("that cannot be reached is to blame, and proves that nothing was sent", async () => {
    const feishu = await startTestFeishu();
    const hire = new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock, maxRetries: 0 });
    await hire.externalInterviews.create(BODY);
    stubProxy({ HTTP_PROXY: "http://127.0.0.1:1" });
    const error = await catchError(hire.externalInterviews.create(BODY), ConnectionError);
    expect(error).toMatchObject({ neverOpened: true, mayHaveSucceeded: false });
    expect(error.message).toContain("proxy");
  });

  it("that has connected is not to blame for what happens then", async () => {
    const server = createTcpServer((socket) => socket.on("data", () => socket.destroy()));
    const proxy = await startProxy();
    stubProxy({ HTTP_PROXY: proxy.url });
    const baseUrl = `http://127.0.0.1:${await listen(server)}`;
    const hire = createTestClient({ baseUrl, tokenStore: storedToken, maxRetries: 0 });
    const error = await catchError(hire.externalInterviews.create(BODY), ConnectionError);
    expect(proxy.hosts).toEqual([new URL(baseUrl).host]);
    expect(error.message).not.toContain("proxy");
  });
});

it("a call that ends before its proxy's agent is loaded has sent nothing", async () => {
  stubProxy({ HTTP_PROXY: "http://127.0.0.1:1" });
  const controller = new AbortController();
  const onRequest = () => queueMicrotask(() => controller.abort());
  const hire = createTestClient({ tokenStore: storedToken, onRequest });
  const call = hire.externalInterviews.create(BODY, { signal: controller.signal });
  expect(await catchError(call, AbortError)).toMatchObject({ mayHaveSucceeded: false, attempts: 1 });
});

it("a proxy whose response is not HTTP proves that nothing was sent", async () => {
  const server = createTcpServer((socket) => socket.once("data", () => socket.end("hello\r\n\r\n")));
  stubProxy({ HTTP_PROXY: `http://127.0.0.1:${await listen(server)}` });
  const hire = createTestClient({ tokenStore: storedToken, maxRetries: 0 });
  const error = await catchError(hire.externalInterviews.create(BODY), ConnectionError);
  expect(error).toMatchObject({ neverOpened: true, mayHaveSucceeded: false });
  expect(error.message).not.toContain("NaN");
});

describe("a proxy that accepts connections and never responds", () => {
  it.each([
    ["at all", ""],
    ["with a whole head", "HTTP/1.0 200 OK\n\n"],
  ])("(%s) proves that nothing was sent, and its connection ends with the request", async (_, answer) => {
    const server = createTcpServer((socket) => socket.write(answer));
    const closed = once(server, "connection").then(([socket]) => once(socket.resume(), "close"));
    const port = await listen(server);
    stubProxy({ HTTP_PROXY: `http://127.0.0.1:${port}` });
    const hire = createTestClient({ tokenStore: storedToken, timeoutMs: 100, maxRetries: 1 });
    const error = await catchError(hire.externalInterviews.create(BODY), TimeoutError);
    expect(error).toMatchObject({ limit: "timeoutMs", mayHaveSucceeded: false, attempts: 2 });
    await closed;
  });
});

describe("a certificate of NODE_EXTRA_CA_CERTS", () => {
  it("is trusted, through a proxy too, and one that is not trusted proves that nothing was sent", async () => {
    const certificate = createCertificate();
    const folder = await mkdtemp(join(tmpdir(), "feishu-hire-ca-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, "ca.pem"), certificate.cert);
    const paths: (string | undefined)[] = [];
    const server = createTlsServer(certificate, (request, response) => {
      paths.push(request.url);
      response.end(JSON.stringify({ path: request.url }));
    });
    const url = `https://127.0.0.1:${await listen(server)}/`;
    const proxy = await startProxy();
    const through = { HTTPS_PROXY: proxy.url };
    const trusting = { NODE_EXTRA_CA_CERTS: join(folder, "ca.pem") };
    const [direct, proxied, untrusted] = await Promise.all([
      request(`${url}direct`, trusting),
      request(`${url}proxied`, { ...trusting, ...through }),
      request(`${url}untrusted`, through),
    ]);
    expect(direct).toEqual({ path: "/direct" });
    expect(proxied).toEqual({ path: "/proxied" });
    expect(untrusted).toEqual({ code: "DEPTH_ZERO_SELF_SIGNED_CERT", neverSent: true });
    expect(paths.sort()).toEqual(["/direct", "/proxied"]);
    expect(proxy.hosts).toHaveLength(2);
  });
});

/** Sends a request from a process of its own, since Node reads the variable when it starts. */
async function request(url: string, variables: Record<string, string>): Promise<unknown> {
  const module = new URL("../../src/transport/node.ts", import.meta.url).href;
  const script = `
    import { defaultTransport } from ${JSON.stringify(module)};
    const scope = { hasEnded: false, signal: undefined, onEnd: () => {} };
    const request = { url: ${JSON.stringify(url)}, method: "GET", headers: {}, body: undefined, scope };
    const print = (value) => console.log(JSON.stringify(value));
    try {
      print(JSON.parse(await (await defaultTransport(request)).text()));
    } catch ({ code, neverSent }) {
      print({ code, neverSent });
    }`;
  const { PATH = "" } = process.env;
  const args = ["--import", "tsx", "--input-type=module", "--eval", script];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: { PATH, ...variables } });
  return JSON.parse(stdout);
}

import { once } from "node:events";
import { readdirSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Agent } from "undici";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { operations } from "../generated/operations.js";
import {
  AbortError,
  type ClientOptions,
  ConnectionError,
  FeishuHire,
  InvalidResponseError,
} from "../src/index.js";
import { undiciFetch } from "../src/undici.js";
import { failureOf } from "./support/hire.js";

// Every client that the fault matrix makes without a transport of its own goes over undici here.
vi.stubGlobal("fetch", undiciFetch());
const matrix = new URL("fault-matrix/", import.meta.url);
for (const name of readdirSync(matrix))
  if (name.endsWith(".test.ts")) await import(new URL(name, matrix).href);

const BODY = { external_application_id: "1" };
const TOKEN = JSON.stringify({ code: 0, msg: "ok", tenant_access_token: "t-one", expire: 7200 });
const interviewOf = (content: string) => ({
  ...{ id: "6960663240925956436", interview_assessments: [{ content }] },
});
const createdWith = (content: string) =>
  Buffer.from(JSON.stringify({ code: 0, msg: "ok", data: { external_interview: interviewOf(content) } }));

/** A client over undici of a server that gives tokens, and answers a create as it is told. */
async function clientOf(
  answer: (response: ServerResponse, request: IncomingMessage) => void,
  options: ClientOptions = {},
): Promise<FeishuHire> {
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      if (request.url === operations.getTenantAccessToken.path) response.end(TOKEN);
      else answer(response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close().closeAllConnections();
  });
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const baseUrl = `http://127.0.0.1:${port}`;
  return new FeishuHire({ appId: "a", appSecret: "s", baseUrl, fetch: undiciFetch(), ...options });
}

/** Writes the parts one by one, each when the one before has left. */
function writeInParts(response: ServerResponse, parts: readonly Uint8Array[]): void {
  const [part, ...rest] = parts;
  if (part) response.write(part, () => writeInParts(response, rest));
  else response.end();
}

function split(bytes: Buffer, size: number): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  );
}

describe("over undici", () => {
  it("a body that comes in parts is put together, also where a part ends inside a character", async () => {
    const parts = split(createdWith("不错的面试内容"), 7);
    const hire = await clientOf((response) => writeInParts(response, parts));
    expect(await hire.externalInterviews.create(BODY)).toEqual(interviewOf("不错的面试内容"));
  });

  it("a body of more parts than are kept is read to its end", async () => {
    const text = "面".repeat(1_000_000);
    const hire = await clientOf((response) => writeInParts(response, split(createdWith(text), 20_000)));
    expect(await hire.externalInterviews.create(BODY)).toEqual(interviewOf(text));
  });

  it("so is one that declares its length", async () => {
    const text = "面".repeat(1_000_000);
    const hire = await clientOf((response) => {
      response.setHeader("content-length", createdWith(text).length);
      writeInParts(response, split(createdWith(text), 20_000));
    });
    expect(await hire.externalInterviews.create(BODY)).toEqual(interviewOf(text));
  });

  it("a body without end is read no further than maxResponseBytes, and its connection is let go", async () => {
    let closed: Promise<unknown> | undefined;
    const pour = (response: ServerResponse) =>
      response.write(Buffer.alloc(1_000), (error) => error ?? pour(response));
    const hire = await clientOf(
      (response) => {
        closed = once(response, "close");
        pour(response);
      },
      { maxResponseBytes: 10_000, maxRetries: 0 },
    );
    const error = await failureOf(hire.externalInterviews.create(BODY), InvalidResponseError);
    expect(error.reason).toContain("more than 10000 bytes");
    await closed;
  });

  it("a body that breaks off between two parts is a lost connection", async () => {
    const hire = await clientOf((response) => response.write('{"code":0,', () => response.destroy()), {
      maxRetries: 0,
    });
    const error = await failureOf(hire.externalInterviews.create(BODY), ConnectionError);
    expect(error).toMatchObject({
      systemCode: "UND_ERR_SOCKET",
      neverOpened: false,
      mayHaveSucceeded: true,
    });
  });

  it("the caller's signal ends the request itself", async () => {
    const controller = new AbortController();
    let closed: Promise<unknown> | undefined;
    const hire = await clientOf((response) => {
      closed = once(response, "close");
      controller.abort();
    });
    await failureOf(hire.externalInterviews.create(BODY, { signal: controller.signal }), AbortError);
    await closed;
  });

  it("calls that follow each other take turns on two connections, and ask for answers that are not compressed", async () => {
    const sockets = new Set<unknown>();
    const encodings = new Set<unknown>();
    const hire = await clientOf((response, request) => {
      sockets.add(request.socket);
      encodings.add(request.headers["accept-encoding"]);
      response.end(createdWith("good"));
    });
    for (let i = 0; i < 10; i++) await hire.externalInterviews.create(BODY);
    expect(sockets.size).toBeLessThanOrEqual(2);
    expect([...encodings]).toEqual(["identity"]);
  });

  it("a dispatcher that is passed opens the connections", async () => {
    const dispatcher = new Agent();
    let connections = 0;
    dispatcher.on("connect", () => connections++);
    const hire = await clientOf((response) => response.end(createdWith("good")), {
      fetch: undiciFetch({ dispatcher }),
    });
    await hire.externalInterviews.create(BODY);
    expect(connections).toBeGreaterThan(0);
    await dispatcher.destroy();
  });
});

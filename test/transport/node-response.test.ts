import { createServer, type OutgoingHttpHeaders } from "node:http";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { type ClientOptions, type FeishuHire, InvalidResponseError } from "../../src/index.js";
import { catchError, createTestClient } from "../support/hire.js";
import { storedToken } from "../support/stored-token.js";
import { listen } from "./listen.js";

const BODY = { external_application_id: "1" };
const SUCCESS = JSON.stringify({ code: 0, msg: "ok", data: { external_interview: { id: "7" } } });

const TOO_LONG = "a body of more than 50000 bytes";

/** A client whose server gives this response. */
async function clientFor(
  headers: OutgoingHttpHeaders,
  body: string | Uint8Array,
  options: ClientOptions = {},
): Promise<FeishuHire> {
  const server = createServer((request, response) => {
    request.resume().on("end", () => response.writeHead(200, headers).end(body));
  });
  const baseUrl = `http://127.0.0.1:${await listen(server)}`;
  return createTestClient({ baseUrl, tokenStore: storedToken, maxRetries: 0, ...options });
}

it.each<[string, Uint8Array | string]>([
  ["gzip", gzipSync(SUCCESS)],
  ["X-GZip", gzipSync(SUCCESS)],
  ["gzip", gzipSync(SUCCESS).subarray(0, -8)], // without its end, as some servers send it
  ["deflate", deflateSync(SUCCESS)],
  ["deflate", deflateRawSync(SUCCESS)],
  ["br", brotliCompressSync(SUCCESS)],
  ["deflate, gzip", gzipSync(deflateSync(SUCCESS))],
  ["identity", SUCCESS],
  ["utf-8", SUCCESS],
  ["gzip", SUCCESS],
])("a success is read although the server compressed it (%s)", async (encoding, body) => {
  const hire = await clientFor({ "content-encoding": encoding }, body);
  expect(await hire.externalInterviews.create(BODY)).toEqual({ id: "7" });
});

it("a compressed body may not be longer than maxResponseBytes", async () => {
  const body = gzipSync(`${SUCCESS}${" ".repeat(100_000)}`);
  const hire = await clientFor({ "content-encoding": "gzip" }, body, { maxResponseBytes: 50_000 });
  const error = await catchError(hire.externalInterviews.create(BODY), InvalidResponseError);
  expect(error).toMatchObject({ status: 200, mayHaveSucceeded: true, reason: TOO_LONG });
  expect(body.length).toBeLessThan(50_000);
});

it("a body that declares more than maxResponseBytes is not waited for", async () => {
  const server = createServer((request, response) => {
    request.resume().on("end", () => response.writeHead(200, { "content-length": 50_001 }).flushHeaders());
  });
  const baseUrl = `http://127.0.0.1:${await listen(server)}`;
  const options = { baseUrl, tokenStore: storedToken, maxRetries: 0, maxResponseBytes: 50_000 };
  const error = await catchError(
    createTestClient(options).externalInterviews.create(BODY),
    InvalidResponseError,
  );
  expect(error).toMatchObject({ status: 200, mayHaveSucceeded: true, reason: TOO_LONG });
});

it.each([
  ["node", undefined],
  ["fetch", globalThis.fetch],
] as const)("withResponse() keeps cookies apart (over %s)", async (_, fetch) => {
  const hire = await clientFor({ "set-cookie": ["a=1", "b=2"], "x-two": ["1", "2"] }, SUCCESS, { fetch });
  const { headers } = await hire.externalInterviews.create(BODY).withResponse();
  expect(headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  expect(headers.get("x-two")).toBe("1, 2");
});

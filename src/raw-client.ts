import createClient, { type Client } from "openapi-fetch";
import type { paths } from "../generated/schema.js";
import { checkCallOptions } from "./check-options.js";
import { type FeishuHire, getSendContext } from "./client.js";
import { ConfigurationError } from "./errors/configuration.js";
import type { CallOptions } from "./options.js";
import { buildHeaders } from "./request/build-headers.js";
import { hasIdempotencyKey } from "./request/call-operation.js";
import { findOperation } from "./request/find-operation.js";
import type { OutgoingRequest, SendContext } from "./request/outgoing-request.js";
import { send } from "./request/send.js";

/** An openapi-fetch client, typed by the spec. */
export type RawClient = Client<paths, "application/json">;

/**
 * Creates an openapi-fetch client over a `FeishuHire`: its calls are authenticated, paced and retried like
 * the methods', and fail with the same errors. Their bodies are not validated. Middlewares get real
 * `Request`s and `Response`s.
 *
 * @example
 * const raw = createRawClient(hire);
 * const { data } = await raw.POST("/open-apis/hire/v1/external_interviews", { body });
 * @see https://openapi-ts.dev/openapi-fetch/
 */
export function createRawClient(client: FeishuHire): RawClient {
  const context = getSendContext(client);
  const fetch = (request: Request) => sendRaw(context, request);
  const { baseUrl } = context.options;
  const raw = createClient<paths, "application/json">({ baseUrl, fetch });
  raw.use({
    onRequest: ({ options }) => {
      if (options.fetch === fetch) return;
      throw new ConfigurationError("A raw call cannot have a fetch of its own: pass it to new FeishuHire().");
    },
  });
  return raw;
}

/** openapi-fetch sets the options that `Request` does not know as properties of the request. */
type RawRequest = Request & Omit<CallOptions, "signal" | "headers">;

async function sendRaw(context: SendContext, request: RawRequest): Promise<Response> {
  const { url, method } = request;
  const { baseUrl } = context.options;
  const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length).split("?", 1)[0] : undefined;
  const operation = path && findOperation(method, path);
  if (!operation) throw new ConfigurationError(`${method} ${path ?? "to another host"} is not in the spec.`);
  const { timeoutMs, totalTimeoutMs, maxRetries, beforeSend, onRetry, signal } = request;
  const options = { timeoutMs, totalTimeoutMs, maxRetries, beforeSend, onRetry, signal };
  checkCallOptions(options);
  const body = request.body === null ? undefined : await request.text();
  const outgoing: OutgoingRequest = {
    operation,
    url,
    method,
    headers: buildHeaders(
      operation,
      Object.fromEntries([...request.headers].filter(([name]) => name !== "content-type")),
    ),
    body,
    hasIdempotencyKey: hasIdempotencyKey(operation, parseJson(body)),
    options,
  };
  const { response, envelope } = await send(context, outgoing);
  return Response.json(envelope, { status: response.status, headers: copyHeaders(response.headers) });
}

function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined; // the caller's own serializer may produce something else
  }
}

/** Copies the headers that still hold for the envelope, which is serialized anew. */
function copyHeaders(headers: { get(name: string): string | null }): Headers {
  const copied = new Headers();
  for (const name of ["x-tt-logid", "x-ogw-ratelimit-limit", "x-ogw-ratelimit-reset", "date"]) {
    const value = headers.get(name);
    if (value !== null) copied.set(name, value);
  }
  return copied;
}

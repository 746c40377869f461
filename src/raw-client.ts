/**
 * openapi-fetch over a client, for calls as the spec has them.
 *
 * @module feishu-hire/raw
 */
import createClient, {
  type Client,
  defaultBodySerializer,
  type HeadersOptions,
  mergeHeaders,
} from "openapi-fetch";
import type { CallOptions } from "../generated/runtime/call-options.js";
import type { paths } from "../generated/schema.js";
import { checkCallOptions } from "./check-options.js";
import { type FeishuHire, getSendContext } from "./client.js";
import { ConfigurationError } from "./errors/configuration.js";
import { InvalidRequestError, type ValidationIssue } from "./errors/invalid-request.js";
import { buildHeaders } from "./request/build-headers.js";
import { hasIdempotencyKey, UNSERIALIZABLE } from "./request/call-operation.js";
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
  if (!context)
    throw new ConfigurationError("createRawClient needs a FeishuHire of its own copy of the package.");
  const raw = createClient<paths, "application/json">({ baseUrl: context.options.baseUrl });
  const request = async (method: string, url: string, init: RawInit = {}) =>
    Reflect.apply(raw.request, raw, [method, url, prepare(context, method, url, init)]);
  const methods = Object.keys(raw).filter((name) => name === name.toUpperCase());
  const calls = methods.map((method) => [
    method,
    (url: string, init?: RawInit) => request(method, url, init),
  ]);
  return { ...raw, request, ...Object.fromEntries(calls) };
}

/** What openapi-fetch takes for one call, as far as it matters here. */
type RawInit = Omit<CallOptions, "headers"> & {
  readonly headers?: HeadersOptions;
  readonly params?: { readonly header?: Record<string, string> };
  readonly bodySerializer?: unknown;
  readonly fetch?: unknown;
};

/**
 * Checks a call's options, and lets its `fetch` carry them: as openapi-fetch passes them on, as properties of
 * the request, a middleware loses them by `new Request(request)`. What openapi-fetch would fail at with a bare
 * TypeError fails with an error of the client.
 */
function prepare(context: SendContext, method: string, url: string, init: RawInit): object {
  if (init.fetch)
    throw new ConfigurationError("A raw call cannot have a fetch of its own: pass it to new FeishuHire().");
  const { timeoutMs, totalTimeoutMs, maxRetries, idempotent, beforeSend, onRetry, signal } = init;
  const options = { timeoutMs, totalTimeoutMs, maxRetries, idempotent, beforeSend, onRetry };
  checkCallOptions({ ...options, signal });
  const id = findOperation(method.toUpperCase(), url)?.id ?? `${method} ${url}`;
  orInvalid(id, INVALID_HEADERS, () => mergeHeaders(init.headers, init.params?.header));
  return {
    bodySerializer: (body: unknown) => orInvalid(id, UNSERIALIZABLE, () => defaultBodySerializer(body)),
    ...init,
    fetch: (request: Request) => sendRaw(context, request, options),
  };
}

const INVALID_HEADERS = {
  in: "headers",
  pointer: "",
  expected: "names and values that HTTP can hold",
  received: "other characters",
} as const;

function orInvalid<T>(operationId: string, issue: ValidationIssue, run: () => T): T {
  try {
    return run();
  } catch {
    throw new InvalidRequestError(operationId, [issue]);
  }
}

async function sendRaw(
  context: SendContext,
  request: Request,
  callOptions: Omit<CallOptions, "headers" | "signal">,
): Promise<Response> {
  const { url, method, signal } = request;
  const { baseUrl } = context.options;
  const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length).split("?", 1)[0] : undefined;
  const operation = path && findOperation(method, path);
  if (!operation) throw new ConfigurationError(`${method} ${path ?? "to another host"} is not in the spec.`);
  const body = request.body === null ? undefined : await request.text();
  if (body !== undefined && !/^application\/json\b/i.test(request.headers.get("content-type") ?? ""))
    throw new InvalidRequestError(operation.id, [NOT_JSON]);
  const outgoing: OutgoingRequest = {
    operation,
    url,
    headers: buildHeaders(
      operation,
      Object.fromEntries([...request.headers].filter(([name]) => name !== "content-type")),
    ),
    body,
    hasIdempotencyKey: hasIdempotencyKey(operation, parseJson(body)),
    options: { ...callOptions, signal },
  };
  const { response, envelope } = await send(context, outgoing);
  return Response.json(envelope, { status: response.status, headers: copyHeaders(response.headers) });
}

const NOT_JSON = {
  in: "headers",
  pointer: "/content-type",
  expected: "application/json",
  received: "another type, such as that of FormData",
} as const;

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

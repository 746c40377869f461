import { ConnectionError } from "../errors/connection.js";
import { InvalidResponseError } from "../errors/invalid-response.js";
import { TimeoutError } from "../errors/timeout.js";
import { isObject } from "../is-object.js";
import { redact } from "../request/redact.js";

/** What `fetch` is called with. Any function of this shape will do as a transport. */
export type Fetch = (url: string, init: FetchInit) => Promise<Response>;

export interface FetchInit {
  method: string;
  headers: Headers;
  body?: string;
  redirect: "manual";
  signal: AbortSignal;
}

/** An answer, read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly response: Response;
}

export interface Exchange {
  readonly operationId: string;
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  readonly signal: AbortSignal | undefined;
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
  /** Texts that no error may repeat. */
  readonly secrets: readonly string[];
}

/**
 * One request and its whole answer, or one typed error. It ends at `timeoutMs` or with the signal even where
 * `fetch` itself does not, and leaves no timer and no listener.
 *
 * @throws TimeoutError, ConnectionError, InvalidResponseError, or the signal's reason
 */
export function exchange(fetch: Fetch, request: Exchange): Promise<Answer> {
  const { operationId, signal, timeoutMs } = request;
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const stop = (error: unknown) => {
      finish();
      reject(error);
      controller.abort(error);
    };
    const onAbort = () => stop(signal?.reason);
    const timer = setTimeout(() => stop(new TimeoutError(operationId, "timeoutMs", timeoutMs)), timeoutMs);
    const finish = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    };
    signal?.addEventListener("abort", onAbort, { once: true });
    perform(fetch, request, controller.signal).then(
      (answer) => {
        finish();
        resolve(answer);
      },
      (error) => {
        finish();
        reject(error);
      },
    );
  });
}

async function perform(fetch: Fetch, request: Exchange, signal: AbortSignal): Promise<Answer> {
  const { url, method, headers, body } = request;
  try {
    const init: FetchInit = { method, headers, redirect: "manual", signal };
    if (body !== undefined) init.body = body;
    const response = await fetch(url, init);
    return {
      status: response.status,
      headers: response.headers,
      text: await readText(response, request),
      response,
    };
  } catch (error) {
    throw error instanceof InvalidResponseError ? error : connectionError(request, error);
  }
}

/** The body, as long as it stays within the bound. */
async function readText(response: Response, { operationId, maxResponseBytes }: Exchange): Promise<string> {
  const declared = Number(response.headers.get("content-length") ?? Number.NaN);
  const tooLarge = () => {
    const logId = response.headers.get("x-tt-logid") ?? undefined;
    const reason = `a body of more than ${maxResponseBytes} bytes`;
    return new InvalidResponseError(operationId, response.status, logId, reason);
  };
  if (declared > maxResponseBytes) {
    await response.body?.cancel();
    throw tooLarge();
  }
  // A declared length is kept by HTTP itself, unless the body is compressed.
  if (declared >= 0 && !response.headers.has("content-encoding")) return response.text();
  if (!response.body) return response.text();

  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxResponseBytes) {
      await reader.cancel();
      throw tooLarge();
    }
    text += decoder.decode(value, { stream: true });
  }
}

const LONGEST_MESSAGE = 300;

/** Failures of looking up, connecting or agreeing on TLS: no request can have left. */
const NEVER_OPENED =
  /^(ENOTFOUND|EAI_\w+|ECONNREFUSED|ConnectionRefused|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_\w+|ERR_SSL_\w+|CERT_\w+|UNABLE_TO_\w+|SELF_SIGNED_\w+|DEPTH_ZERO_\w+)$/;

/**
 * What `fetch` threw, by its codes. The thrown value itself is not kept: a transport may hang the request on it,
 * with the token and the body.
 */
function connectionError(request: Exchange, thrown: unknown): ConnectionError {
  const causes = causesOf(thrown);
  const coded = causes.filter((cause) => typeof cause.code === "string");
  const last = coded.at(-1) ?? causes.at(-1);
  const message = typeof last?.message === "string" ? last.message : "";
  const hidden = request.body === undefined ? request.secrets : [...request.secrets, request.body];
  return new ConnectionError(request.operationId, {
    message: redact(message || String(last?.code ?? "unknown reason"), hidden).slice(0, LONGEST_MESSAGE),
    systemCode: typeof last?.code === "string" ? last.code : undefined,
    neverOpened: coded.length > 0 && coded.every(neverOpened),
  });
}

function neverOpened({ code, syscall }: Record<string, unknown>): boolean {
  return NEVER_OPENED.test(String(code)) || syscall === "connect" || syscall === "getaddrinfo";
}

/** The error, its causes, and the members of an AggregateError (one for each address that was tried). */
function causesOf(thrown: unknown, depth = 0): Record<string, unknown>[] {
  if (!isObject(thrown) || depth > 4) return [];
  const members = Array.isArray(thrown.errors) ? thrown.errors : [];
  const inner = [...members, thrown.cause].flatMap((cause) => causesOf(cause, depth + 1));
  return [thrown, ...inner];
}

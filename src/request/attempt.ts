import type { Failure } from "../errors/failure.js";
import { isObject } from "../is-object.js";
import type { ResolvedOptions } from "../options.js";
import type { TransportResponse } from "../transport/transport.js";
import { AbortScope } from "./abort-scope.js";
import { classifyThrown, describeWrongResponse } from "./classify-thrown.js";
import { type Success, unwrapEnvelope } from "./envelope.js";
import type { OutgoingRequest } from "./outgoing-request.js";
import { readBody } from "./read-response.js";
import { sanitizeLogId } from "./sanitize-text.js";

/**
 * Sends one request and reads its response. It ends at `timeoutMs` or with the call even if the transport
 * does not, and leaves no timer and no listener.
 */
export async function attempt(
  options: ResolvedOptions,
  request: OutgoingRequest,
  token: string | undefined,
  call: AbortScope,
): Promise<Success | Failure> {
  const scope = new AbortScope(options.clock, {
    parent: call,
    timeoutMs: request.options.timeoutMs ?? options.timeoutMs,
    limit: "timeoutMs",
  });
  try {
    return await new Promise((resolve, reject) => {
      // A hook may have aborted the call.
      if (!scope.hasEnded) sendAndRead(options, request, token, scope).then(resolve, reject);
      scope.onEnd((failure) => resolve(Object.assign({}, failure, { neverSent: scope.neverSent() })));
    });
  } finally {
    scope.close();
  }
}

async function sendAndRead(
  options: ResolvedOptions,
  { operation, url, headers, body }: OutgoingRequest,
  token: string | undefined,
  scope: AbortScope,
): Promise<Success | Failure> {
  const secrets = token === undefined ? options.secrets : [...options.secrets, token];
  const allHeaders = token === undefined ? headers : { ...headers, authorization: `Bearer ${token}` };
  scope.neverSent = () => false;
  try {
    const { method } = operation;
    const response: unknown = await options.transport({ url, method, headers: allHeaders, body, scope });
    if (!isTransportResponse(response)) return describeWrongResponse(response);
    const text = await readBody(response, options.maxResponseBytes);
    const logId = sanitizeLogId(response.headers.get("x-tt-logid"), secrets);
    return unwrapEnvelope(response, text, { operation, options, secrets, logId });
  } catch (error) {
    return classifyThrown(error, body === undefined ? secrets : [...secrets, body]);
  }
}

function isTransportResponse(value: unknown): value is TransportResponse {
  return (
    isObject(value) &&
    typeof value.status === "number" &&
    isObject(value.headers) &&
    typeof value.headers.get === "function" &&
    typeof value.text === "function"
  );
}

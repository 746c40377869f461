import type { Failure } from "../errors/failure.js";
import { isObject } from "../is-object.js";
import type { TransportResponse } from "../transport/transport.js";
import { AbortScope } from "./abort-scope.js";
import { classifyThrown, describeWrongResponse } from "./classify-thrown.js";
import { describeUnreadable, type Envelope, unwrapEnvelope } from "./envelope.js";
import type { OutgoingRequest, SendContext } from "./outgoing-request.js";
import { readBody } from "./read-response.js";
import { sanitizeLogId } from "./sanitize-text.js";

/** A successful response, read and parsed. */
export interface Success {
  readonly response: TransportResponse;
  readonly envelope: Envelope;
  readonly logId: string | undefined;
}

export type AttemptResult = { readonly success: Success } | { readonly failure: Failure };

/**
 * Sends one request and reads its response. It ends at `timeoutMs` or with the call even if the transport
 * does not, and leaves no timer and no listener.
 */
export async function attempt(
  context: SendContext,
  request: OutgoingRequest,
  token: string | undefined,
  call: AbortScope,
): Promise<AttemptResult> {
  const { clock, timeoutMs } = context.options;
  const scope = new AbortScope(clock, {
    parent: call,
    timeoutMs: request.options.timeoutMs ?? timeoutMs,
    limit: "timeoutMs",
  });
  try {
    return await new Promise((resolve, reject) => {
      // A hook may have aborted the call.
      if (!scope.hasEnded) sendAndRead(context, request, token, scope).then(resolve, reject);
      scope.onEnd((failure) => {
        resolve({ failure: Object.assign({}, failure, { neverSent: scope.neverSent() }) });
      });
    });
  } finally {
    scope.close();
  }
}

async function sendAndRead(
  { options }: SendContext,
  { operation, url, method, headers, body }: OutgoingRequest,
  token: string | undefined,
  scope: AbortScope,
): Promise<AttemptResult> {
  const { appId, baseUrl, secrets: ownSecrets, maxResponseBytes, clock } = options;
  const secrets = token === undefined ? ownSecrets : [...ownSecrets, token];
  const allHeaders = token === undefined ? headers : { ...headers, authorization: `Bearer ${token}` };
  scope.neverSent = () => false;
  try {
    const response: unknown = await options.transport({ url, method, headers: allHeaders, body, scope });
    if (!isTransportResponse(response)) return { failure: describeWrongResponse(response) };
    const text = await readBody(response, maxResponseBytes);
    const context = { operation, appId, baseUrl, secrets, nowMs: clock.now() };
    if (text === undefined) {
      const reason = `a body of more than ${maxResponseBytes} bytes`;
      return { failure: describeUnreadable(response, reason, context) };
    }
    const unwrapped = unwrapEnvelope(response, text, context);
    if ("failure" in unwrapped) return unwrapped;
    const logId = sanitizeLogId(response.headers.get("x-tt-logid"), secrets);
    return { success: { response, envelope: unwrapped.envelope, logId } };
  } catch (error) {
    return { failure: classifyThrown(error, body === undefined ? secrets : [...secrets, body]) };
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

import type { Operation } from "../../generated/operations.js";
import type { CallOptions } from "../../generated/runtime/call-options.js";
import type { Client, Call as OperationCall, ResultWithResponse } from "../../generated/runtime/client.js";
import { checkCallOptions } from "../check-options.js";
import { InvalidRequestError } from "../errors/invalid-request.js";
import { InvalidResponseError } from "../errors/invalid-response.js";
import { isObject } from "../is-object.js";
import type { TransportResponse } from "../transport/transport.js";
import { toPlainData } from "../validation/to-plain-data.js";
import { validateRequest } from "../validation/validate-request.js";
import { buildHeaders } from "./build-headers.js";
import { getValue } from "./envelope.js";
import type { OutgoingRequest, SendContext } from "./outgoing-request.js";
import { send } from "./send.js";

/** Creates the client that the functions of operations take. */
export function toClient(context: SendContext): Client {
  return {
    call: (call, options) => callOperation(context, call, options),
    invalidResponse: ({ id }, { status, logId }, reason) =>
      new InvalidResponseError(id, status, logId, reason),
  };
}

async function callOperation<Data>(
  context: SendContext,
  call: OperationCall,
  options: CallOptions = {},
): Promise<ResultWithResponse<Data>> {
  checkCallOptions(options);
  const plain = toPlainData(call.body);
  if (!plain) throw new InvalidRequestError(call.operation.id, [UNSERIALIZABLE]);
  const body = plain.value;
  validateRequest({ ...call, body });
  const { operation } = call;
  const request: OutgoingRequest = {
    operation,
    url: context.options.baseUrl + buildPath(call) + buildQuery(call.query),
    headers: buildHeaders(operation, options.headers),
    body: plain.text ?? JSON.stringify(body),
    hasIdempotencyKey: hasIdempotencyKey(operation, body),
    options,
  };
  const { response, envelope, logId } = await send(context, request);
  const result = operation.result && getValue(envelope, operation.result);
  // The one place that takes the spec's word for what a response holds; `requires` has been checked.
  return new CompletedCall((result ?? undefined) as Data, response, logId);
}

export const UNSERIALIZABLE = {
  in: "body",
  pointer: "",
  expected: "a value that JSON can hold",
  received: "one that holds itself, or whose toJSON throws",
} as const;

/**
 * A success. A class, because V8 gives every object literal with a getter a shape
 * of its own, which outlives it.
 */
class CompletedCall<Data> implements ResultWithResponse<Data> {
  readonly data: Data;
  readonly status: number;
  readonly logId: string | undefined;
  readonly #response: TransportResponse;

  constructor(data: Data, response: TransportResponse, logId: string | undefined) {
    this.data = data;
    this.status = response.status;
    this.logId = logId;
    this.#response = response;
  }

  get headers(): Headers {
    return toHeaders(this.#response);
  }
}

/** Whether a body has the field, not empty, that makes a repeat of the operation safe. */
export function hasIdempotencyKey({ idempotency }: Operation, body: unknown): boolean {
  if (typeof idempotency !== "object" || !isObject(body)) return false;
  const key = Object.hasOwn(body, idempotency.field) && body[idempotency.field];
  return typeof key === "string" && key !== "";
}

function buildPath({ operation, path = {} }: OperationCall): string {
  return operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    try {
      return encodeURIComponent(path[name] ?? "");
    } catch {
      const issue = { expected: "well-formed Unicode", received: "half of a surrogate pair" };
      throw new InvalidRequestError(operation.id, [{ in: "path", pointer: `/${name}`, ...issue }]);
    }
  });
}

function buildQuery(query: OperationCall["query"] = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text && `?${text}`;
}

/** Returns the response's headers as the platform's `Headers`, whatever class the transport uses. */
function toHeaders({ headers }: TransportResponse): Headers {
  if (headers instanceof Headers) return headers;
  const result = new Headers();
  if ("forEach" in headers && typeof headers.forEach === "function")
    headers.forEach((value: string, name: string) => {
      result.append(name, value);
    });
  return result;
}

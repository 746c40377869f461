import type { Operation } from "../../generated/operations.js";
import type { Caller, Call as OperationCall, Received } from "../../generated/runtime/caller.js";
import { InvalidResponseError } from "../errors/invalid-response.js";
import { isObject } from "../is-object.js";
import type { CallOptions } from "../options.js";
import { validateRequest } from "../validation/validate-request.js";
import { Call } from "./call.js";
import type { OutgoingRequest, SendContext } from "./outgoing-request.js";

/** The way by which the generated methods reach the client. */
export function createCaller(context: SendContext): Caller<CallOptions> {
  return {
    call: (call, options) => callOperation(context, call, options),
    invalidResponse: ({ id }, { status, logId }, reason) =>
      new InvalidResponseError(id, status, logId, reason),
  };
}

async function callOperation<Data>(
  context: SendContext,
  call: OperationCall,
  options: CallOptions | undefined,
): Promise<Received<Data>> {
  validateRequest(call);
  const { operation, body } = call;
  const request: OutgoingRequest = {
    ...options,
    url: context.options.baseUrl + buildPath(call) + buildQuery(call.query),
    method: operation.method,
    outgoingHeaders: new Headers(options?.headers),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
  const response = await new Call(context, request, operation).run();
  return {
    // The one place that takes the spec's word for what a response holds; `requires` has been checked.
    data: findResult(operation, await response.json()) as Data,
    status: response.status,
    headers: response.headers,
    logId: response.headers.get("x-tt-logid") ?? undefined,
  };
}

function buildPath({ operation, path = {} }: OperationCall): string {
  return operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ""));
}

function buildQuery(query: OperationCall["query"] = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text && `?${text}`;
}

function findResult({ result }: Operation, envelope: unknown): unknown {
  if (!result) return undefined;
  const found = result.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), envelope);
  return found ?? undefined;
}

import { type OperationId, operations } from "../../generated/operations.js";
import { isOperationId } from "./operation-id.js";
import type { FailureResponse } from "./options.js";
import type { ReceivedRequest } from "./request-log.js";

/** A kind of failure. Plain data, so that it can be sent to a server in another process. */
export type FaultKind =
  /**
   * A failure in Feishu's form. For a limit response, `reset` is its
   * `x-ogw-ratelimit-reset`: 1 by default, null for none.
   */
  | ({ kind: "failure"; reset?: string | number | null | undefined } & FailureResponse)
  /** Revokes every token first, so that the request's own is rejected; see `rejectedToken`. */
  | { kind: "revokeTokens" }
  /** The normal response, `ms` milliseconds late; if the client disconnects first, nothing is applied. */
  | { kind: "slow"; ms: number }
  /** No response, ever. */
  | { kind: "hang" }
  /** Resets the connection before the response. */
  | { kind: "reset" }
  /** Closes the connection halfway through the response's body. */
  | { kind: "cut" }
  /** A gateway's page; 502 by default. */
  | { kind: "html"; status?: number | undefined }
  /** No body; 200 by default. */
  | { kind: "empty"; status?: number | undefined }
  /** Half of the response's JSON, complete as HTTP. */
  | { kind: "truncated" }
  /** Unexpected JSON under HTTP 200; by default a success whose `data` is empty. */
  | { kind: "wrongShape"; body?: unknown }
  /** A redirect; 302 by default, to another path of this server. */
  | { kind: "redirect"; status?: number | undefined; location?: string | undefined }
  /** The normal response, padded by a field of `bytes` bytes; 20000000 by default. */
  | { kind: "huge"; bytes?: number | undefined }
  /** Any response. */
  | { kind: "raw"; status: number; headers?: Record<string, string> | undefined; body: string };

/** One entry of the script of faults: it hits the next request that it matches. */
export type Fault = FaultKind & {
  /** @default every operation but the token call */
  operationId?: OperationId | undefined;
  /**
   * Whether the request is applied although its response is bad. `"idOnly"`: it is not, but its `external_id`
   * counts as used. @default false
   */
  applied?: boolean | "idOnly" | undefined;
  /** Number of requests to hit; `Infinity` for all. @default 1 */
  times?: number | undefined;
  /** Which requests to hit. @default all of the operation */
  when?: ((request: ReceivedRequest) => boolean) | undefined;
};

/**
 * Takes one hit of the first fault that matches the request out of the script.
 *
 * @throws TypeError if a fault is of an operation that does not exist, and would never hit
 */
export function nextFault(script: Fault[], request: ReceivedRequest): Fault | undefined {
  const index = script.findIndex((fault) => matches(fault, request));
  const fault = script[index];
  if (!fault) return undefined;
  const { times = 1 } = fault;
  script.splice(index, 1, ...(times > 1 ? [{ ...fault, times: times - 1 }] : []));
  return fault;
}

function matches({ operationId, when, times = 1 }: Fault, request: ReceivedRequest): boolean {
  if (operationId !== undefined && !isOperationId(operationId))
    throw new TypeError(`${operationId} is not the id of an operation.`);
  if (times <= 0) return false;
  const hitsOperation =
    operationId === undefined
      ? operations[request.operationId].authenticated
      : operationId === request.operationId;
  return hitsOperation && (when?.(request) ?? true);
}

import { ErrorCode } from "../../generated/error-codes.js";
import type { Connection } from "./connection.js";
import { type Fault, nextFault } from "./faults.js";
import { createFaultyResponse } from "./faulty-response.js";
import type { Gateway } from "./gateway/gateway.js";
import type { PendingRequest, ReceivedRequest } from "./request-log.js";
import type { ServerResponse } from "./response.js";

export interface ServerBehavior {
  readonly gateway: Gateway;
  readonly script: Fault[];
  readonly latencyMs: number | ((request: ReceivedRequest) => number);
}

/** Applies the request and responds to it, or follows the script of faults. */
export async function serveRequest(
  request: PendingRequest,
  connection: Connection,
  { gateway, script, latencyMs }: ServerBehavior,
): Promise<void> {
  const fault = nextFault(script, request);
  const slowMs = fault?.kind === "slow" ? fault.ms : 0;
  const appliedLate = slowMs > 0 && fault?.applied !== true;
  if (appliedLate && !(await connection.waitUnlessClosed(slowMs))) return;
  const normal = createNormalResponse(request, fault, gateway);
  const normalMs = typeof latencyMs === "function" ? latencyMs(request) : latencyMs;
  if (!(await connection.waitUnlessClosed(normalMs + (appliedLate ? 0 : slowMs)))) return;
  switch (fault?.kind) {
    case "hang":
      return;
    case "reset":
      return connection.reset();
    case "cut":
      return connection.cut(normal);
    default: {
      const response = fault ? createFaultyResponse(fault, request, normal, gateway.appId) : normal;
      request.response = { status: response.status, code: response.code };
      connection.send(response);
    }
  }
}

/** Creates the response without the fault; a failure if the fault keeps the request from being applied. */
function createNormalResponse(
  request: ReceivedRequest,
  fault: Fault | undefined,
  gateway: Gateway,
): ServerResponse {
  if (fault?.kind === "revokeTokens") gateway.tokens.revokeAll();
  if (!fault || fault.kind === "revokeTokens" || fault.kind === "slow" || fault.applied === true)
    return gateway.apply(request);
  if (fault.applied === "idOnly") gateway.markUsed(request);
  return gateway.fail(request, { code: ErrorCode.SystemError, status: 200 });
}

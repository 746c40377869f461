import { ErrorCode } from "../../generated/error-codes.js";
import { operations } from "../../generated/operations.js";
import type { FaultKind } from "./faults.js";
import { formatFailure, formatLimitResponse, type ResponseContext, type ServerResponse } from "./response.js";

/**
 * Turns the normal response into the fault's; returns it unchanged if the fault is not one of the response.
 *
 * @throws TypeError if there is no such kind of fault
 */
export function createFaultyResponse(
  fault: FaultKind,
  request: ResponseContext,
  normal: ServerResponse,
  appId: string,
): ServerResponse {
  const withChanges = (changes: Partial<ServerResponse>): ServerResponse => ({
    ...normal,
    code: undefined,
    ...changes,
  });
  const { headers } = normal;
  switch (fault.kind) {
    case "failure":
      return createFailure(fault, request, appId);
    case "html": {
      const { status = 502 } = fault;
      const body = `<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`;
      return withChanges({ status, body, headers: { ...headers, "content-type": "text/html" } });
    }
    case "empty":
      return withChanges({ status: fault.status ?? 200, body: "" });
    case "truncated":
      return withChanges({ status: 200, body: normal.body.slice(0, normal.body.length / 2) });
    case "wrongShape": {
      const { body = { code: 0, msg: "ok", data: {} } } = fault;
      return withChanges({ status: 200, body: JSON.stringify(body) });
    }
    case "redirect": {
      const { status = 302, location = "/elsewhere" } = fault;
      return withChanges({ status, body: "", headers: { ...headers, location } });
    }
    case "huge": {
      const padding = `{"padding":"${"x".repeat(fault.bytes ?? 20_000_000)}",`;
      return { ...normal, body: normal.body.replace("{", () => padding) };
    }
    case "raw":
      return { status: fault.status, headers: fault.headers ?? {}, body: fault.body, code: undefined };
    case "revokeTokens":
    case "slow":
      return normal;
    default:
      throw new TypeError(`${fault.kind} is not a kind of fault.`);
  }
}

function createFailure(
  fault: FaultKind & { kind: "failure" },
  request: ResponseContext,
  appId: string,
): ServerResponse {
  if (fault.code !== ErrorCode.RateLimited) return formatFailure(request, fault, appId);
  const limit = operations[request.operationId].rateLimit?.requests ?? 0;
  return formatLimitResponse(request, fault, {
    limit,
    reset: fault.reset === null ? undefined : (fault.reset ?? 1),
  });
}

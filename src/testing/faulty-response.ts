import { ErrorCode } from "../../generated/error-codes.js";
import { operations } from "../../generated/operations.js";
import type { FaultKind } from "./faults.js";
import type { ReceivedRequest } from "./request-log.js";
import { failureResponse, limitResponse, type ServerResponse } from "./response.js";

/** Turns the normal response into the fault's; leaves it as it is if only the connection is at fault. */
export function createFaultyResponse(
  fault: FaultKind,
  request: ReceivedRequest,
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
    default:
      return normal;
  }
}

function createFailure(
  fault: FaultKind & { kind: "failure" },
  request: ReceivedRequest,
  appId: string,
): ServerResponse {
  if (fault.code !== ErrorCode.RateLimited) return failureResponse(request, fault, appId);
  const limit = operations[request.operationId].rateLimit?.requests ?? 0;
  return limitResponse(request, fault, {
    limit,
    reset: fault.reset === null ? undefined : (fault.reset ?? 1),
  });
}

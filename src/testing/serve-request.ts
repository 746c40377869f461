import { ErrorCode } from "../../generated/error-codes.js";
import type { Backend } from "./backend.js";
import type { Connection } from "./connection.js";
import { badAnswer, type Fault, takeFault } from "./faults.js";
import type { OpenRequest, ReceivedRequest } from "./request-log.js";
import type { Reply } from "./response.js";

export interface Behaviour {
  readonly backend: Backend;
  readonly script: Fault[];
  readonly latencyMs: number | ((request: ReceivedRequest) => number);
}

/** Carries the request out and answers it, or does to it what the script of faults says. */
export async function answer(
  request: OpenRequest,
  connection: Connection,
  behaviour: Behaviour,
): Promise<void> {
  const { backend, script, latencyMs } = behaviour;
  const fault = takeFault(script, request);
  if (fault?.kind === "slow" && fault.carriedOut !== true) {
    if (!(await connection.stillThereAfter(fault.ms))) return;
  }
  const ordinary = ordinaryReply(request, fault, backend);
  const ownMs = typeof latencyMs === "function" ? latencyMs(request) : latencyMs;
  const lateMs = fault?.kind === "slow" && fault.carriedOut === true ? fault.ms : 0;
  if (!(await connection.stillThereAfter(ownMs + lateMs))) return;
  switch (fault?.kind) {
    case "hang":
      return;
    case "reset":
      return connection.reset();
    case "cut":
      return connection.cut(ordinary);
    default: {
      const reply = fault ? badAnswer(fault, request, ordinary, backend.appId) : ordinary;
      request.answer = { status: reply.status, code: reply.code };
      connection.send(reply);
    }
  }
}

/** What would be answered but for the fault; a failure where the fault keeps the request from being carried out. */
function ordinaryReply(request: ReceivedRequest, fault: Fault | undefined, backend: Backend): Reply {
  if (fault?.kind === "revokeTokens") backend.tokens.revokeAll();
  if (!fault || fault.kind === "revokeTokens" || fault.kind === "slow" || fault.carriedOut === true)
    return backend.carryOut(request);
  if (fault.carriedOut === "idOnly") backend.useUpExternalId(request);
  return backend.refuse(request, { code: ErrorCode.SystemError, status: 200 });
}

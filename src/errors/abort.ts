import { type CallContext, FeishuHireError, setName } from "./base.js";

/** The caller's signal aborted the call. */
export class AbortError extends FeishuHireError {
  constructor(operationId: string, context?: CallContext, reason?: unknown) {
    super(`${operationId} was aborted by the caller.`, operationId, context, reason);
    setName(this, "AbortError");
  }
}

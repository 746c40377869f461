import { FeishuHireError } from "./base.js";

/** The caller's signal aborted the call. */
export class AbortError extends FeishuHireError {
  constructor(operationId: string, reason?: unknown) {
    super(`${operationId} was aborted by the caller.`, operationId, reason);
  }
}

import { type CallContext, FeishuHireError } from "./base.js";

/** The caller's signal aborted the call. */
export class AbortError extends FeishuHireError {
  static override readonly name: string = "AbortError";
  constructor(operationId: string, context?: Partial<CallContext>, reason?: unknown) {
    super(`${operationId} was aborted by the caller.`, operationId, { ...context, cause: reason });
  }
}

import { type CallContext, FeishuHireError } from "./base.js";

/** The transport (`fetch`) is missing, or failed for a reason of its own: a bug, not the network. */
export class TransportError extends FeishuHireError {
  static override readonly name: string = "TransportError";
  constructor(operationId: string, message: string, context?: Partial<CallContext>) {
    super(`${operationId}: the transport failed: ${message}.`, operationId, context);
  }
}

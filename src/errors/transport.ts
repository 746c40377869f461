import { type CallContext, FeishuHireError, setName } from "./base.js";

/** The transport (`fetch`) is missing, or failed for a reason of its own: a bug, not the network. */
export class TransportError extends FeishuHireError {
  constructor(operationId: string, message: string, context?: CallContext) {
    super(`${operationId}: the transport failed: ${message}.`, operationId, context);
    setName(this, "TransportError");
  }
}

import { type CallContext, FeishuHireError } from "./base.js";

/**
 * A response that could not be read: not JSON, truncated, too large, a redirect,
 * or a success without its result.
 */
export class InvalidResponseError extends FeishuHireError {
  static override readonly name: string = "InvalidResponseError";
  readonly status: number;
  readonly logId: string | undefined;
  /** What is wrong with the response. */
  readonly reason: string;

  constructor(
    operationId: string,
    status: number,
    logId: string | undefined,
    reason: string,
    context?: Partial<CallContext>,
  ) {
    const message = `${operationId} got an unreadable response: ${reason} (HTTP ${status}, log id ${logId ?? "none"}).`;
    super(message, operationId, context);
    this.status = status;
    this.logId = logId;
    this.reason = reason;
  }
}

import { FeishuHireError } from "./base.js";

/** The answer could not be understood: not JSON, cut short, too large, a redirect, or without what a success holds. */
export class InvalidResponseError extends FeishuHireError {
  readonly status: number;
  readonly logId: string | undefined;
  /** What is wrong with the answer. */
  readonly reason: string;

  constructor(operationId: string, status: number, logId: string | undefined, reason: string) {
    super(
      `${operationId} got an answer that cannot be read: ${reason} (HTTP ${status}, log id ${logId ?? "none"}).`,
      operationId,
    );
    this.status = status;
    this.logId = logId;
    this.reason = reason;
  }
}

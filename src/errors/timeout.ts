import { FeishuHireError } from "./base.js";

/** Where a call's time went, in milliseconds. */
export interface Timings {
  /** Waiting for a place in the lane, and between attempts. */
  readonly queueMs: number;
  /** Waiting for a token. */
  readonly tokenMs: number;
  /** Waiting for answers. */
  readonly responseMs: number;
}

/** An attempt took longer than `timeoutMs`, or the call longer than `totalTimeoutMs`. */
export class TimeoutError extends FeishuHireError implements Timings {
  /** Which limit ran out. */
  readonly limit: "timeoutMs" | "totalTimeoutMs";
  readonly queueMs: number = 0;
  readonly tokenMs: number = 0;
  readonly responseMs: number = 0;

  constructor(operationId: string, limit: "timeoutMs" | "totalTimeoutMs", ms: number) {
    super(`${operationId} took longer than ${limit} ${ms}.`, operationId);
    this.limit = limit;
  }
}

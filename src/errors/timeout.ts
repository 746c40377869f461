import { type CallContext, FeishuHireError } from "./base.js";

/** Where a call's time went, in milliseconds. */
export interface Timings {
  /** Waiting for permits, and between attempts. */
  readonly queueMs: number;
  /** Waiting for a token. */
  readonly tokenMs: number;
  /** Waiting for responses. */
  readonly responseMs: number;
}

/** An attempt took longer than `timeoutMs`, or the call longer than `totalTimeoutMs`. */
export class TimeoutError extends FeishuHireError implements Timings {
  static override readonly name: string = "TimeoutError";
  /** Which limit expired. */
  readonly limit: "timeoutMs" | "totalTimeoutMs";
  readonly queueMs: number;
  readonly tokenMs: number;
  readonly responseMs: number;

  constructor(
    operationId: string,
    { limit, ms }: { limit: "timeoutMs" | "totalTimeoutMs"; ms: number },
    timings: Timings,
    context?: Partial<CallContext>,
  ) {
    super(`${operationId} took longer than ${limit} ${ms}.`, operationId, context);
    this.limit = limit;
    this.queueMs = timings.queueMs;
    this.tokenMs = timings.tokenMs;
    this.responseMs = timings.responseMs;
  }
}

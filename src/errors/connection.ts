import { type CallContext, FeishuHireError } from "./base.js";

/** A connection that could not be opened, or that broke. */
export class ConnectionError extends FeishuHireError {
  static override readonly name: string = "ConnectionError";
  /** The system's error code, such as `ECONNREFUSED`. */
  readonly systemCode: string | undefined;
  /** Whether the last attempt's connection never opened, so that nothing of it was applied. */
  readonly neverOpened: boolean;

  constructor(
    operationId: string,
    failure: { message: string; systemCode: string | undefined; neverSent: boolean },
    context?: Partial<CallContext>,
  ) {
    const what = failure.neverSent
      ? "could not connect"
      : "lost the connection before the response was complete";
    super(`${operationId} ${what}: ${failure.message}.`, operationId, context);
    this.systemCode = failure.systemCode;
    this.neverOpened = failure.neverSent;
  }
}

import { FeishuHireError } from "./base.js";

/** The connection could not be opened, or it broke. */
export class ConnectionError extends FeishuHireError {
  /** The system's error code, such as `ECONNREFUSED`. */
  readonly systemCode: string | undefined;
  /** Whether the connection never opened, so that nothing can have been carried out. */
  readonly neverOpened: boolean;

  constructor(
    operationId: string,
    facts: { message: string; systemCode: string | undefined; neverOpened: boolean },
  ) {
    const what = facts.neverOpened
      ? "could not connect"
      : "lost the connection before the answer was complete";
    super(`${operationId} ${what}: ${facts.message}.`, operationId);
    this.systemCode = facts.systemCode;
    this.neverOpened = facts.neverOpened;
  }
}

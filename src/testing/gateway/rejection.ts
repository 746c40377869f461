import type { FailureResponse } from "../options.js";

/** Thrown by a handler that does not apply the request. */
export class Rejection extends Error {
  /** The response, or `"http404"` for a plain 404 without an envelope. */
  readonly response: FailureResponse | "http404";

  constructor(response: FailureResponse | "http404") {
    super("the request is rejected");
    this.response = response;
  }
}

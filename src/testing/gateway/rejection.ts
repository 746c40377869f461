import type { FailureResponse } from "../options.js";

/** Thrown by a handler that does not apply the request. */
export class Rejection extends Error {
  readonly response: FailureResponse;

  constructor(response: FailureResponse) {
    super("the request is rejected");
    this.response = response;
  }
}

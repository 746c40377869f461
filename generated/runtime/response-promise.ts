// Generated: a copy of scripts/generate/runtime/response-promise.ts; do not edit.

import type { ResultWithResponse } from "./caller.js";

/** A promise of an operation's result, which can give the response as well. */
export interface ResponsePromise<Data> extends Promise<Data> {
  /**
   * The result as `data`, with the response's `status`, `headers` and `logId`.
   *
   * @example
   * const { data, logId } = await hire.externalInterviews.create(body).withResponse();
   */
  withResponse(): Promise<ResultWithResponse<Data>>;
}

export function toResponsePromise<Data>(received: Promise<ResultWithResponse<Data>>): ResponsePromise<Data> {
  const data = received.then((success) => success.data);
  const withResponse = () => {
    data.catch(() => {});
    // A new promise, so that an unhandled failure is still reported: `received` has a handler already.
    return received.then((success) => success);
  };
  return Object.assign(data, { withResponse });
}

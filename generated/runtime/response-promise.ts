// Generated: a copy of scripts/generate/runtime/response-promise.ts; do not edit.

import type { Received } from "./caller.js";

/** A promise of an operation's result, which can give the response as well. */
export interface ResponsePromise<Data> extends Promise<Data> {
  /**
   * The result as `data`, with the response's `status`, `headers` and `logId`.
   *
   * @example
   * const { data, logId } = await hire.externalInterviews.create(body).withResponse();
   */
  withResponse(): Promise<Received<Data>>;
}

export function toResponsePromise<Data>(received: Promise<Received<Data>>): ResponsePromise<Data> {
  const data = received.then((success) => success.data);
  const withResponse = () => {
    // From here on the caller handles a failure by the promise that this returns.
    data.catch(() => {});
    return received.then((success) => success);
  };
  return Object.assign(data, { withResponse });
}

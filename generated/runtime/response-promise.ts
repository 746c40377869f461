// Generated: a copy of scripts/generate/runtime/response-promise.ts; do not edit.

import type { ResultWithResponse } from "./client.js";

/** A promise of an operation's result, which also gives access to the response. */
export interface ResponsePromise<Data> extends Promise<Data> {
  /**
   * Resolves to the result as `data`, with the response's `status`, `headers` and `logId`.
   *
   * @example
   * const { data, logId } = await hire.externalInterviews.create(body).withResponse();
   */
  withResponse(): Promise<ResultWithResponse<Data>>;
}

export function toResponsePromise<Data>(received: Promise<ResultWithResponse<Data>>): ResponsePromise<Data> {
  const data = received.then((success) => success.data);
  // After `data`: V8 finds the caller for an error's stack only where each promise has a single handler.
  const withResponse = () => data.then(() => received);
  return Object.assign(data, { withResponse });
}

import type { FeishuHireError } from "./base.js";
import type { Timings } from "./timeout.js";

/** Completes an error with what only the whole call knows, and with what to do about it. */
export function settle(
  error: FeishuHireError,
  facts: { mayHaveSucceeded: boolean; attempts: number; advice: string } & Partial<Timings>,
): FeishuHireError {
  const { advice, ...fields } = facts;
  Object.assign(error, fields);
  if (advice) {
    const message = `${error.message} ${advice}`;
    error.stack = error.stack?.replace(error.message, () => message) ?? message;
    error.message = message;
  }
  return error;
}

import { FeishuHireError } from "../errors/base.js";

/** Redis was unavailable, so there was no permit. The request was not sent. */
export class RateLimiterError extends FeishuHireError {
  static override readonly name: string = "RateLimiterError";
  constructor(message: string, operationId: string) {
    super(message, operationId, { isTransient: true });
  }
}

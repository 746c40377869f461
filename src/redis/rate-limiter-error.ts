import { FeishuHireError, setName } from "../errors/base.js";

/** Redis was unavailable, so there was no permit. The request was not sent. */
export class RateLimiterError extends FeishuHireError {
  constructor(message: string, operationId: string) {
    super(message, operationId, { isTransient: true });
    setName(this, "RateLimiterError");
  }
}

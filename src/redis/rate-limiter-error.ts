import { FeishuHireError, setName } from "../errors/base.js";

/** Redis did not give a permit in time. The request was not sent. */
export class RateLimiterError extends FeishuHireError {
  constructor(message: string, operationId: string) {
    super(message, operationId);
    setName(this, "RateLimiterError");
  }
}

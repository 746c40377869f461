import { FeishuHireError } from "../errors/base.js";

/** Redis did not give a permit in time. The request was not sent. */
export class RateLimiterError extends FeishuHireError {}

import { waitUnlessAborted } from "../wait-unless-aborted.js";
import type { Permit, PermitRequest, RateLimiter } from "./rate-limiter.js";

/** Acquires a permit, or rejects with the signal's reason even if the limiter does not heed the signal. */
export async function acquirePermit(
  limiter: RateLimiter,
  request: PermitRequest,
): Promise<Permit | undefined> {
  const acquired = limiter.acquire(request);
  try {
    return await waitUnlessAborted(acquired, request.signal);
  } catch (error) {
    acquired.then((permit) => permit?.release()).catch(() => {}); // one that comes too late is not used
    throw error;
  }
}

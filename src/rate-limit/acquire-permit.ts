import { callSafely } from "../call-safely.js";
import { waitUnlessAborted } from "../wait-unless-aborted.js";
import type { Permit, PermitRequest, RateLimiter } from "./rate-limiter.js";

/** Acquires a permit, or rejects with the signal's reason even if the limiter does not heed the signal. */
export async function acquirePermit(
  limiter: RateLimiter,
  request: PermitRequest,
): Promise<Permit | undefined> {
  const acquired = Promise.resolve(limiter.acquire(request));
  try {
    return await waitUnlessAborted(acquired, request.signal);
  } catch (error) {
    acquired.then((permit) => reportPermit(permit, "release")).catch(() => {}); // a late permit is not used
    throw error;
  }
}

/** Reports to the limiter what became of a permit. An error of the limiter does not fail the call. */
export function reportPermit(permit: Permit | undefined, step: keyof Permit): void {
  if (permit) callSafely(() => permit[step]());
}

import { describe, expect, it } from "vitest";
import { RateLimitError } from "../../src/index.js";
import { computeBackoffMs } from "../../src/request/retry-policy.js";
import { InstantClock } from "../support/clock.js";
import { catchError, createTestClient } from "../support/hire.js";
import { failure, scriptedFetch } from "../support/scripted-fetch.js";

const BODY = { external_application_id: "1" };

describe("the backoff", () => {
  it("doubles up to eight seconds, with full jitter", () => {
    expect([0, 1, 2, 3, 4, 5, 50].map((retries) => computeBackoffMs(retries, 1))).toEqual([
      500, 1000, 2000, 4000, 8000, 8000, 8000,
    ]);
    expect(computeBackoffMs(3, 0)).toBe(0);
    expect(computeBackoffMs(3, 0.5)).toBe(2000);
  });

  it("is not started if it would exceed totalTimeoutMs", async () => {
    const clock = new InstantClock();
    const { fetch, creates } = scriptedFetch({
      create: [failure(99991400, 429, { "x-ogw-ratelimit-reset": "10" })],
    });
    await catchError(
      createTestClient({ fetch, clock }).externalInterviews.create(BODY, { totalTimeoutMs: 9_000 }),
      RateLimitError,
    );
    expect(clock.waits).toEqual([]);
    expect(creates).toHaveLength(1);
  });
});

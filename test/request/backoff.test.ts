import { afterEach, describe, expect, it, vi } from "vitest";
import { RateLimitError, ServerError } from "../../src/index.js";
import { InstantClock } from "../support/clock.js";
import { catchError, createTestClient } from "../support/hire.js";
import { failure, scriptedFetch } from "../support/scripted-fetch.js";

const BODY = { external_application_id: "1" };
const KEYED = { ...BODY, external_id: "greenhouse:interview:8812" };

afterEach(() => void vi.restoreAllMocks());

describe("the backoff", () => {
  it.each([
    ["up to eight seconds, with full jitter", {}, [250, 500, 1_000, 2_000, 4_000, 4_000]],
    [
      "but is not shorter than Feishu asks",
      { "retry-after": "1" },
      [1_000, 1_000, 1_000, 2_000, 4_000, 4_000],
    ],
  ])("doubles %s", async (_, headers, waits) => {
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    const clock = new InstantClock();
    const { fetch } = scriptedFetch({ create: [failure(1002001, 503, headers)] });
    const call = createTestClient({ fetch, clock, maxRetries: 6 }).externalInterviews.create(KEYED);
    await catchError(call, ServerError);
    expect(clock.waits).toEqual(waits);
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

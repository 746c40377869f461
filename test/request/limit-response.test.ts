import { describe, expect, it } from "vitest";
import { RateLimitError } from "../../src/index.js";
import { InstantClock } from "../support/clock.js";
import { catchError, createTestClient } from "../support/hire.js";
import { created, failure, scriptedFetch } from "../support/scripted-fetch.js";

const BODY = { external_application_id: "1" };

describe("a limit response", () => {
  it.each([429, 400, 200, 503])("under HTTP %i is waited out and is no retry", async (status) => {
    const clock = new InstantClock();
    const limited = failure(99991400, status, { "x-ogw-ratelimit-reset": "3" });
    const { fetch, creates } = scriptedFetch({ create: [limited, limited, created()] });
    await createTestClient({ fetch, clock, maxRetries: false }).externalInterviews.create(BODY);
    expect(creates).toHaveLength(3);
    expect(clock.waits).toEqual([3000, 3000]);
  });

  it.each([
    ["absent", {}, 1000],
    ["not a number", { "x-ogw-ratelimit-reset": "soon" }, 1000],
    ["negative", { "x-ogw-ratelimit-reset": "-5" }, 1000],
    ["empty", { "x-ogw-ratelimit-reset": "" }, 1000],
    ["zero", { "x-ogw-ratelimit-reset": "0" }, 250],
  ])("whose reset is %s is waited out for a sensible time", async (_, headers, waitMs) => {
    const clock = new InstantClock();
    const { fetch } = scriptedFetch({ create: [failure(99991400, 429, { ...headers }), created()] });
    await createTestClient({ fetch, clock }).externalInterviews.create(BODY);
    expect(clock.waits).toEqual([waitMs]);
  });

  it("without a reset is waited out for the period of its operation", async () => {
    const clock = new InstantClock();
    const { fetch } = scriptedFetch({ create: [failure(99991400, 429), Response.json({ code: 0 })] });
    await createTestClient({ fetch, clock }).externalApplications.delete("1");
    expect(clock.waits).toEqual([60_000]);
  });

  it("that asks for longer than maxRateLimitWaitMs ends the call, with both times in its error", async () => {
    const { fetch } = scriptedFetch({
      create: [failure(99991400, 429, { "x-ogw-ratelimit-reset": "86400" })],
    });
    const error = await catchError(
      createTestClient({ fetch }).externalInterviews.create(BODY),
      RateLimitError,
    );
    expect(error).toMatchObject({ retryAfterMs: 86_400_000, mayHaveSucceeded: false });
    expect(error.message).toContain("maxRateLimitWaitMs 120000");
  });

  it("that never ends is given up after maxRateLimitWaitMs in all", async () => {
    const clock = new InstantClock();
    const { fetch } = scriptedFetch({ create: [failure(99991400, 429, { "x-ogw-ratelimit-reset": "6" })] });
    await catchError(createTestClient({ fetch, clock }).externalInterviews.create(BODY), RateLimitError);
    expect(clock.waits).toEqual(Array.from({ length: 20 }, () => 6000));
  });

  it("is waited out with pacing turned off too", async () => {
    const clock = new InstantClock();
    const { fetch } = scriptedFetch({ create: [failure(99991400, 429), created()] });
    await createTestClient({ fetch, clock, rateLimiter: false }).externalInterviews.create(BODY);
    expect(clock.waits).toEqual([1000]);
  });
});

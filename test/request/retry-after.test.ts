import { describe, expect, it } from "vitest";
import { ServerError } from "../../src/index.js";
import { InstantClock } from "../support/clock.js";
import { catchError, createTestClient } from "../support/hire.js";
import { created, failure, scriptedFetch } from "../support/scripted-fetch.js";

const KEYED = { external_application_id: "1", external_id: "greenhouse:interview:8812" };

describe("Retry-After", () => {
  const RETRY_AFTER = { "retry-after": "3" };
  const DATE = new Date(new InstantClock().now() + 3_000).toUTCString();
  it.each([
    ["in seconds, of a limit", failure(99991400, 429, { "retry-after": "3" }), 3_000],
    ["as a date, of a limit", failure(99991400, 429, { "retry-after": DATE }), 3_000],
    ["of a gateway's limit", new Response("<html>", { status: 429, headers: { "retry-after": "3" } }), 3_000],
    ["in seconds, of a failure", failure(1002001, 503, { "retry-after": "30" }), 30_000],
    [
      "of a response without an envelope",
      new Response("<html>", { status: 503, headers: RETRY_AFTER }),
      3_000,
    ],
    [
      "beside a shorter reset",
      failure(99991400, 429, { ...RETRY_AFTER, "x-ogw-ratelimit-reset": "0" }),
      3_000,
    ],
  ])("(%s) is kept to", async (_, response, waitMs) => {
    const clock = new InstantClock();
    const { fetch } = scriptedFetch({ create: [response, created()] });
    await createTestClient({ fetch, clock }).externalInterviews.create(KEYED);
    expect(clock.waits).toEqual([waitMs]);
  });

  it("that is longer than the client waits ends the call, with both times in its error", async () => {
    const clock = new InstantClock();
    const { fetch } = scriptedFetch({ create: [failure(1002001, 503, { "retry-after": "86400" })] });
    const call = createTestClient({ fetch, clock }).externalInterviews.create(KEYED);
    const error = await catchError(call, ServerError);
    expect(error).toMatchObject({ attempts: 1, mayHaveSucceeded: true });
    expect(error.message).toMatch(/86400000 .*maxRateLimitWaitMs 120000/);
    expect(clock.waits).toEqual([]);
  });

  it("is kept to for maxRateLimitWaitMs in total", async () => {
    const clock = new InstantClock();
    const { fetch } = scriptedFetch({ create: [failure(1002001, 503, { "retry-after": "50" })] });
    const call = createTestClient({ fetch, clock }).externalInterviews.create(KEYED);
    expect(await catchError(call, ServerError)).toMatchObject({ attempts: 3, mayHaveSucceeded: true });
    expect(clock.waits).toEqual([50_000, 50_000]);
  });

  it.each(["soon", "-1", "3, 3"])("that makes no sense is ignored: %s", async (text) => {
    const clock = new InstantClock();
    const { fetch } = scriptedFetch({
      create: [failure(99991400, 429, { "retry-after": text }), created()],
    });
    await createTestClient({ fetch, clock }).externalInterviews.create(KEYED);
    expect(clock.waits).toEqual([1_000]);
  });
});

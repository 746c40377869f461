import { describe, expect, it } from "vitest";
import { ManualClock } from "../support/clock.js";
import { createTestClient } from "../support/hire.js";
import { bearers, created, failure, scriptedFetch, token } from "../support/scripted-fetch.js";

const BODY = { external_application_id: "1" };

/** Finds the longest time between two requests. */
function findLongestGapMs(sentAtMs: number[]): number {
  return Math.max(...sentAtMs.slice(1).map((atMs, i) => atMs - (sentAtMs[i] ?? atMs)));
}

describe("a queue of calls", () => {
  it("continues without a gap, and with the newest token, when the token is renewed", async () => {
    const clock = new ManualClock();
    const sentAtMs: number[] = [];
    const { fetch, creates, tokens } = scriptedFetch({
      // After 100 s it has less than half an hour left, so it is renewed.
      token: [token("t-one", 1_900), token("t-two", 7_200)],
      create: [
        () => {
          sentAtMs.push(clock.monotonicNow());
          return created();
        },
      ],
    });
    const hire = createTestClient({ fetch, clock });
    const calls = Array.from({ length: 5_000 }, () => hire.externalInterviews.create(BODY));
    await clock.advance(499_000);
    await Promise.all(calls);
    expect(tokens).toHaveLength(2);
    expect(findLongestGapMs(sentAtMs)).toBe(1_000);
    const used = bearers(creates);
    const oldest = used.filter((value) => value === "t-one").length;
    expect(oldest).toBeGreaterThanOrEqual(1_000);
    expect(oldest).toBeLessThanOrEqual(1_020);
    expect(used.slice(oldest)).toEqual(Array.from({ length: 5_000 - oldest }, () => "t-two"));
  });

  it("continues without a gap when Feishu rejects the token", async () => {
    const clock = new ManualClock();
    const sentAtMs: number[] = [];
    let revoked = false;
    const { fetch, creates, tokens } = scriptedFetch({
      token: [token("t-one"), token("t-two")],
      create: [
        ({ headers }) => {
          sentAtMs.push(clock.monotonicNow());
          revoked ||= sentAtMs.length > 20;
          return revoked && headers.authorization === "Bearer t-one" ? failure(99991663, 400) : created();
        },
      ],
    });
    const hire = createTestClient({ fetch, clock });
    const calls = Array.from({ length: 100 }, () => hire.externalInterviews.create(BODY));
    await clock.advance(20_000);
    await Promise.all(calls);
    expect(tokens).toHaveLength(2);
    expect(findLongestGapMs(sentAtMs)).toBe(1_000);
    expect(creates.length).toBeLessThanOrEqual(110);
  });
});

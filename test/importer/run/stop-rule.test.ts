import { describe, expect, it } from "vitest";
import { describeErrorName, type Outcome } from "../../../src/importer/index.js";
import { StopRule } from "../../../src/importer/run/stop-rule.js";
import { phraseWith } from "../support/phrases.js";

type Failure = Extract<Outcome, { kind: "rejected" | "unknown" }>;

const created: Outcome = { kind: "created", line: 1, key: "a", id: "1" };
const rejected = (code = 1_002_002): Failure => ({
  kind: "rejected",
  line: 1,
  key: "a",
  rejection: { reason: describeErrorName("bad"), code },
});
const unknown = (reason = "ConnectionError"): Failure => ({
  kind: "unknown",
  line: 1,
  key: "a",
  reason: describeErrorName(reason),
});
const never = { percent: 100 };

/** Sends a row and takes its outcome at once. */
function send(rule: StopRule, outcome: Outcome): ReturnType<StopRule["countCompleted"]> {
  return rule.countCompleted(outcome, rule.countSent());
}

/** Sends rows with these outcomes, and returns the status of the stop after each. */
function sendAll(rule: StopRule, outcomes: readonly Outcome[]): (string | undefined)[] {
  return outcomes.map((outcome) => send(rule, outcome)?.status);
}

describe("a maximum number of rejections", () => {
  it("stops at one more", () => {
    const rule = new StopRule({ count: 2 });
    const outcomes = [rejected(1), rejected(2), rejected(3)];
    expect(sendAll(rule, outcomes)).toEqual([undefined, undefined, "tooManyRejections"]);
  });

  it("counts invalid rows too", () => {
    const rule = new StopRule({ count: 1 });
    expect(rule.countInvalid(rejected(1))).toBeUndefined();
    expect(send(rule, rejected(2))?.status).toBe("tooManyRejections");
  });
});

describe("a maximum percentage of rejections", () => {
  it("is judged after 100 rows", () => {
    const rule = new StopRule({ percent: 10 });
    for (let i = 0; i < 88; i++) send(rule, created);
    const codes = Array.from({ length: 12 }, (_, i) => rejected(i));
    expect(sendAll(rule, codes)).toEqual([...Array(11).fill(undefined), "tooManyRejections"]);
  });

  it("is one of the rows completed, whatever is in flight", () => {
    const rule = new StopRule({ percent: 10 });
    const segments = Array.from({ length: 400 }, () => rule.countSent());
    const outcomes = Array.from({ length: 101 }, (_, i) => (i % 8 === 4 ? rejected(i) : created));
    const stops = outcomes.map((outcome, i) => rule.countCompleted(outcome, segments[i] ?? 0));
    expect(stops.slice(0, 100)).toEqual(Array(100).fill(undefined));
    expect(stops[100]?.reason).toEqual(
      phraseWith("tooHighShare", { rejected: 13, completed: 101, percent: 10 }),
    );
  });

  it("is not raised by invalid rows that were read ahead of the rows in flight", () => {
    const rule = new StopRule({ percent: 10 });
    const inFlight: number[] = [];
    for (let i = 0; i < 2000; i++) {
      if (i % 11 === 10) expect(rule.countInvalid(rejected(i))).toBeUndefined();
      else inFlight.push(rule.countSent());
      if (inFlight.length > 300) rule.countCompleted(created, inFlight.shift() ?? 0);
    }
  });

  it("counts invalid rows at once while nothing is in flight", () => {
    const rule = new StopRule({ percent: 10 });
    for (let i = 0; i < 89; i++) send(rule, created);
    const stops = Array.from({ length: 11 }, (_, i) => rule.countInvalid(rejected(i)));
    expect(stops.slice(0, 10)).toEqual(Array(10).fill(undefined));
    expect(stops[10]?.reason).toEqual(
      phraseWith("tooHighShare", { rejected: 11, completed: 100, percent: 10 }),
    );
  });
});

describe("a streak of identical failures", () => {
  it("stops at the twentieth", () => {
    const rule = new StopRule(never);
    const outcomes = Array.from({ length: 20 }, () => rejected());
    expect(sendAll(rule, outcomes)).toEqual([...Array(19).fill(undefined), "tooManyRejections"]);
  });

  it("ends as failed if nothing was rejected", () => {
    const rule = new StopRule(never);
    expect(
      sendAll(
        rule,
        Array.from({ length: 20 }, () => unknown()),
      ).at(-1),
    ).toBe("failed");
  });

  it("is broken by a created interview, and by another kind of failure", () => {
    for (const other of [created, rejected(1)]) {
      const rule = new StopRule(never);
      const outcomes = Array.from({ length: 60 }, (_, i) => (i % 19 === 18 ? other : rejected()));
      expect(sendAll(rule, outcomes)).toEqual(Array(60).fill(undefined));
    }
  });

  it("ignores numbers and log ids in its reasons", () => {
    const rule = new StopRule(never);
    const outcomes = Array.from({ length: 20 }, (_, i) => unknown(`ServerError ${i} (log id 2026${i})`));
    expect(sendAll(rule, outcomes).at(-1)).toBe("failed");
  });

  it("does not span rows that were created before", () => {
    const rule = new StopRule(never);
    for (let i = 0; i < 30; i++) {
      if (i % 10 === 0) rule.countSkipped();
      expect(send(rule, rejected())).toBeUndefined();
    }
  });

  it("of unknown outcomes does span them: what was created before says nothing about an outage", () => {
    const rule = new StopRule(never);
    const statuses = Array.from({ length: 20 }, () => {
      rule.countSkipped();
      return send(rule, unknown())?.status;
    });
    expect(statuses.at(-1)).toBe("failed");
  });

  it("of invalid rows is broken by a row that is sent", () => {
    const rule = new StopRule(never);
    for (let i = 0; i < 60; i++) {
      if (i % 15 === 0) rule.countSent();
      expect(rule.countInvalid(rejected())).toBeUndefined();
    }
  });
});

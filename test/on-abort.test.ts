import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { systemClock } from "../src/clock.js";
import { Outage } from "../src/importer/run/outage.js";
import { ConnectionError, InMemoryRateLimiter } from "../src/index.js";
import { onAbort } from "../src/on-abort.js";
import { waitUnlessAborted } from "../src/wait-unless-aborted.js";

const countListeners = (signal: AbortSignal) => getEventListeners(signal, "abort").length;

describe("onAbort", () => {
  it("calls back everyone who has not unsubscribed, once", () => {
    const controller = new AbortController();
    const called: string[] = [];
    onAbort(controller.signal, () => called.push("one"));
    onAbort(controller.signal, () => called.push("two"))();
    onAbort(controller.signal, () => called.push("three"));
    onAbort(controller.signal, () => onAbort(controller.signal, () => called.push("too late")));
    controller.abort();
    controller.abort();
    expect(called).toEqual(["one", "three"]);
  });

  it("keeps those who subscribed since when one unsubscribes twice", () => {
    const controller = new AbortController();
    const called: string[] = [];
    const leave = onAbort(controller.signal, () => called.push("left"));
    leave();
    onAbort(controller.signal, () => called.push("later"));
    leave();
    controller.abort();
    expect(called).toEqual(["later"]);
  });

  it("leaves no listener when all have unsubscribed", () => {
    const { signal } = new AbortController();
    const unsubscribe = [1, 2].map(() => onAbort(signal, () => {}));
    expect(countListeners(signal)).toBe(1);
    for (const leave of unsubscribe) leave();
    expect(countListeners(signal)).toBe(0);
  });
});

describe("waitUnlessAborted", () => {
  it("rejects at once if the signal has aborted", async () => {
    await expect(waitUnlessAborted("ready", AbortSignal.abort("enough"))).rejects.toBe("enough");
  });

  it("leaves no listener", async () => {
    const { signal } = new AbortController();
    expect(await waitUnlessAborted("ready", signal)).toBe("ready");
    await new Promise(setImmediate);
    expect(countListeners(signal)).toBe(0);
  });
});

const TRANSIENT = { mayHaveSucceeded: false, isTransient: true, attempts: 1, hint: "" };

/** What waits until a signal aborts. */
const WAITS: Readonly<Record<string, () => (signal: AbortSignal) => Promise<unknown>>> = {
  "the clock": () => (signal) => systemClock.wait(60_000, signal),
  waitUnlessAborted: () => (signal) => waitUnlessAborted(new Promise(() => {}), signal),
  "a rate limiter": () => {
    const limiter = new InMemoryRateLimiter();
    const limit = { requests: 1, periodMs: 60_000 };
    limiter.pause("key", 60_000);
    return (signal) =>
      limiter.acquire({ key: "key", operationId: "", limit, priority: false, signal, onWait: () => {} });
  },
  "an outage": () => {
    const outage = new Outage({ maxOutageMs: 60_000, clock: systemClock, onWait: undefined });
    const fail = () =>
      Promise.reject(
        new ConnectionError("", { message: "", systemCode: undefined, neverSent: true }, TRANSIENT),
      );
    return async (signal) => {
      await outage.waitOut(async () => {}, signal); // before the first response, none is waited out
      await outage.waitOut(fail, signal);
    };
  },
};

describe.each(Object.entries(WAITS))("waits of %s", (_, start) => {
  it("share one listener on their signal, since Node warns about more than ten", async () => {
    const controller = new AbortController();
    const wait = start();
    const waits = Promise.allSettled(Array.from({ length: 20 }, () => wait(controller.signal)));
    await new Promise(setImmediate);
    expect(countListeners(controller.signal)).toBe(1);
    controller.abort();
    expect((await waits).map(({ status }) => status)).toEqual(Array(20).fill("rejected"));
    expect(countListeners(controller.signal)).toBe(0);
  });
});

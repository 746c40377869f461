import { expect, it } from "vitest";
import { PermitQueue } from "../../src/redis/permit-queue.js";
import type { SharedWindow } from "../../src/redis/shared-window.js";
import { ManualClock, runPending } from "../support/clock.js";

/** A window whose Redis may be unavailable. */
class StubWindow implements Pick<SharedWindow, "take" | "pause" | "leave" | "release"> {
  readonly limit = { requests: 10, periodMs: 1_000 };
  isAway = false;
  /** How long until a permit is free. */
  fullForMs = 0;
  /** The most permits that it grants at once. */
  free = Infinity;
  /** Its calls, apart from requests for permits without priority. */
  readonly calls: string[] = [];

  async take(wanted: number, priority: boolean): Promise<{ ids: string[]; waitMs: number }> {
    if (priority) this.calls.push("priority");
    if (this.isAway) throw new Error("away");
    if (this.fullForMs > 0) return { ids: [], waitMs: this.fullForMs };
    return { ids: Array.from({ length: Math.min(wanted, this.free) }, (_, n) => String(n)), waitMs: 100 };
  }
  async pause(): Promise<void> {
    if (this.isAway) throw new Error("away");
  }
  async leave(): Promise<void> {
    this.calls.push("leave");
  }
  async release(id: string): Promise<void> {
    this.calls.push(`release ${id}`);
  }
}

function open(): { clock: ManualClock; window: StubWindow; queue: PermitQueue } {
  const clock = new ManualClock();
  const window = new StubWindow();
  const queue = new PermitQueue(window as unknown as SharedWindow, { clock, unavailableAfterMs: 1_000 });
  return { clock, window, queue };
}

it("asks Redis again if its last failure is old, before a request goes without it", async () => {
  const { clock, window, queue } = open();
  window.isAway = true;
  const controller = new AbortController();
  const aborted = queue.wait(false, controller.signal).catch(() => "aborted");
  await clock.advance(50);
  controller.abort();
  expect(await aborted).toBe("aborted");
  window.isAway = false;
  await clock.advance(3_600_000);
  const granted = queue.wait(false, undefined);
  await clock.advance(200);
  expect(await granted).toBe("0");
});

it("lets requests go without Redis while it keeps failing", async () => {
  const { clock, window, queue } = open();
  window.isAway = true;
  const first = queue.wait(false, undefined);
  await clock.advance(1_500);
  expect(await first).toBeUndefined();
  await runPending();
  expect(await queue.wait(false, undefined)).toBeUndefined();
});

it("reports a wait to the request that is next in line", async () => {
  const { clock, window, queue } = open();
  window.fullForMs = 57_000;
  const waits: [string, number][] = [];
  for (const name of ["first", "second"])
    void queue.wait(false, undefined, (waitMs) => waits.push([name, waitMs]));
  await clock.advance(100);
  window.fullForMs = 0;
  await clock.advance(60_000);
  expect(waits).toEqual([["first", 57_000]]);
});

it("asks at once for a request with priority, and gives it the first permit", async () => {
  const { clock, window, queue } = open();
  window.fullForMs = 57_000;
  const order: string[] = [];
  void queue.wait(false, undefined).then(() => order.push("new"));
  await clock.advance(10);
  window.fullForMs = 0;
  window.free = 1;
  void queue.wait(true, undefined).then(() => order.push("priority"));
  await clock.advance(0);
  expect([order, window.calls]).toEqual([["priority"], ["priority"]]);
  await clock.advance(100);
  expect([order, window.calls]).toEqual([
    ["priority", "new"],
    ["priority", "leave"],
  ]);
});

it("releases a permit whose request has been aborted meanwhile, and leaves the window", async () => {
  const { clock, window, queue } = open();
  const controller = new AbortController();
  const aborted = queue.wait(false, controller.signal).catch(() => "aborted");
  controller.abort();
  expect(await aborted).toBe("aborted");
  await expect(queue.wait(false, controller.signal)).rejects.toBe(controller.signal.reason);
  await clock.advance(0);
  expect(window.calls).toEqual(["release 0", "leave"]);
});

it("counts how long Redis has failed from its last success", async () => {
  const { clock, window, queue } = open();
  const ends: unknown[] = [];
  const wait = () => void queue.wait(false, undefined).then((id) => ends.push(id));
  window.isAway = true;
  wait();
  await clock.advance(100);
  window.isAway = false;
  await clock.advance(800);
  window.isAway = true;
  wait();
  await clock.advance(950);
  expect(ends).toEqual(["0"]);
  await clock.advance(200);
  expect(ends).toEqual(["0", undefined]);
});

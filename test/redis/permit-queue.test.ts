import { expect, it } from "vitest";
import { PermitQueue } from "../../src/redis/permit-queue.js";
import type { SharedWindow } from "../../src/redis/shared-window.js";
import { ManualClock, runPending } from "../support/clock.js";

/** A window whose Redis may be unavailable. */
class StubWindow implements Pick<SharedWindow, "take" | "pause" | "leave" | "release"> {
  readonly limit = { requests: 10, periodMs: 1_000 };
  isAway = false;
  takes = 0;
  /** How long until a permit is free. */
  fullForMs = 0;

  async take(count: number): Promise<{ ids: string[]; waitMs: number }> {
    this.takes++;
    if (this.isAway) throw new Error("away");
    if (this.fullForMs > 0) return { ids: [], waitMs: this.fullForMs };
    return { ids: Array.from({ length: count }, (_, n) => String(n)), waitMs: 100 };
  }
  async pause(): Promise<void> {
    if (this.isAway) throw new Error("away");
  }
  async leave(): Promise<void> {}
  async release(): Promise<void> {}
}

it("asks Redis again if its last failure is old, before a request goes without it", async () => {
  const clock = new ManualClock();
  const window = new StubWindow();
  const queue = new PermitQueue(window as unknown as SharedWindow, { clock, unavailableAfterMs: 1_000 });
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
  const clock = new ManualClock();
  const window = new StubWindow();
  const queue = new PermitQueue(window as unknown as SharedWindow, { clock, unavailableAfterMs: 1_000 });
  window.isAway = true;
  const first = queue.wait(false, undefined);
  await clock.advance(1_500);
  expect(await first).toBeUndefined();
  await runPending();
  expect(await queue.wait(false, undefined)).toBeUndefined();
});

it("reports a wait to the request that is next in line", async () => {
  const clock = new ManualClock();
  const window = new StubWindow();
  const queue = new PermitQueue(window as unknown as SharedWindow, { clock, unavailableAfterMs: 1_000 });
  window.fullForMs = 57_000;
  const waits: [string, number][] = [];
  for (const name of ["first", "second"])
    void queue.wait(false, undefined, (waitMs) => waits.push([name, waitMs]));
  await clock.advance(100);
  window.fullForMs = 0;
  await clock.advance(60_000);
  expect(waits).toEqual([["first", 57_000]]);
});

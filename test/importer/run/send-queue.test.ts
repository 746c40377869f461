import { expect, test } from "vitest";
import { SendQueue } from "../../../src/importer/run/send-queue.js";
import { runPending } from "../../support/clock.js";

const BOUNDS = { concurrency: 2, maxQueued: 2 };

test("a failure that occurs while the consumer handles a result is thrown", async () => {
  const queue = new SendQueue<string>(BOUNDS);
  let fail: (error: Error) => void = () => {};
  queue.start(() => Promise.resolve("first"));
  queue.start(
    () =>
      new Promise((_, reject) => {
        fail = reject;
      }),
  );
  await runPending();
  const drain = queue.drain();
  expect(await drain.next()).toEqual({ done: false, value: "first" });
  fail(new Error("the disk is full"));
  await runPending();
  await expect(drain.next()).rejects.toThrow("the disk is full");
});

test("stopping calls off queued and later tasks, but not those in flight", async () => {
  const queue = new SendQueue<boolean>(BOUNDS);
  for (const sends of [true, false]) {
    queue.start(async ({ markSent, signal }) => {
      if (sends) markSent();
      await runPending();
      return signal.aborted;
    });
  }
  queue.stop();
  queue.start(async ({ signal }) => signal.aborted);
  await queue.idle();
  expect(queue.drainFinished()).toEqual([true, false, true]);
});

test("stopping also calls off tasks that wait to be sent again, now or later", async () => {
  const queue = new SendQueue<boolean>(BOUNDS);
  let fail: () => void = () => {};
  queue.start(async ({ markSent, markQueued, signal }) => {
    markSent();
    markQueued();
    await runPending();
    return signal.aborted;
  });
  queue.start(async ({ markSent, markQueued, signal }) => {
    markSent();
    await new Promise<void>((resolve) => {
      fail = resolve;
    });
    const before = signal.aborted;
    markQueued();
    return !before && signal.aborted;
  });
  queue.stop();
  fail();
  await queue.idle();
  expect(queue.drainFinished()).toEqual([true, true]);
});

test("at most `concurrency` tasks run, and at most `maxQueued` of them wait", async () => {
  const queue = new SendQueue<number>({ concurrency: 3, maxQueued: 2 });
  const finish: (() => void)[] = [];
  const start = (sends: boolean) =>
    queue.start(async ({ markSent }) => {
      if (sends) markSent();
      await new Promise<void>((resolve) => finish.push(resolve));
      return 1;
    });
  start(false);
  await queue.waitForCapacity();
  start(false);
  let hasCapacity = false;
  const capacity = queue.waitForCapacity().then(() => {
    hasCapacity = true;
  });
  await runPending();
  expect(hasCapacity).toBe(false);
  finish[0]?.();
  await capacity;
  expect(queue.drainFinished()).toEqual([1]);
});

test("a failure is thrown at once to who waits for capacity, whatever else runs", async () => {
  const queue = new SendQueue<number>({ concurrency: 2, maxQueued: 2 });
  queue.start(() => new Promise(() => {}));
  queue.start(async ({ markSent }) => {
    markSent();
    throw new Error("the disk is full");
  });
  queue.start(() => new Promise(() => {}));
  await expect(queue.waitForCapacity()).rejects.toThrow("the disk is full");
});

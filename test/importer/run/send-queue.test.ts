import { expect, test } from "vitest";
import { InFlight } from "../../../src/importer/run/send-queue.js";
import { settled } from "../../support/clock.js";

const BOUNDS = { concurrency: 2, ahead: 2 };

test("a failure that comes while the consumer has a result is told, not passed over", async () => {
  const inFlight = new InFlight<string>(BOUNDS);
  let fail: (error: Error) => void = () => {};
  inFlight.start(() => Promise.resolve("first"));
  inFlight.start(
    () =>
      new Promise((_, reject) => {
        fail = reject;
      }),
  );
  await settled();
  const drain = inFlight.drain();
  expect(await drain.next()).toEqual({ done: false, value: "first" });
  fail(new Error("the disk is full"));
  await settled();
  await expect(drain.next()).rejects.toThrow("the disk is full");
});

test("what has not left is called back, what has left is not", async () => {
  const inFlight = new InFlight<boolean>(BOUNDS);
  for (const leaves of [true, false]) {
    inFlight.start(async ({ left, signal }) => {
      if (leaves) left();
      await settled();
      return signal.aborted;
    });
  }
  inFlight.stop();
  await inFlight.settled();
  expect(inFlight.takeFinished()).toEqual([false, true]);
});

test("what has come back is called back, too, and what comes back later leaves no more", async () => {
  const inFlight = new InFlight<boolean>(BOUNDS);
  let comeBack: () => void = () => {};
  inFlight.start(async ({ left, cameBack, signal }) => {
    left();
    cameBack();
    await settled();
    return signal.aborted;
  });
  inFlight.start(async ({ left, cameBack, signal }) => {
    left();
    await new Promise<void>((resolve) => {
      comeBack = resolve;
    });
    const before = signal.aborted;
    cameBack();
    return !before && signal.aborted;
  });
  inFlight.stop();
  comeBack();
  await inFlight.settled();
  expect(inFlight.takeFinished()).toEqual([true, true]);
});

import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { systemClock } from "../src/clock.js";

afterEach(() => void vi.useRealTimers());

test("a timer may be longer than Node's longest, and be cancelled on the way", () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  const called: string[] = [];
  systemClock.setTimer(() => called.push("kept"), 2 ** 31 + 1_000);
  const cancel = systemClock.setTimer(() => called.push("cancelled"), 2 ** 31 + 1_000);
  vi.advanceTimersByTime(2 ** 31);
  expect(called).toEqual([]);
  cancel();
  vi.advanceTimersByTime(1_000);
  expect(called).toEqual(["kept"]);
});

test("a wait that is aborted leaves no timer", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const controller = new AbortController();
  const wait = systemClock.wait(60_000, controller.signal);
  controller.abort("enough");
  await expect(wait).rejects.toBe("enough");
  expect(vi.getTimerCount()).toBe(0);
});

test("a timer calls back after what arrived while the process was busy was read", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const client = connect((server.address() as AddressInfo).port, "127.0.0.1");
  onTestFinished(() => void client.destroy());
  const [peer] = await once(server, "connection");
  const events: string[] = [];
  const read = once(client, "data").then(() => events.push("read"));
  const timer = new Promise<void>((resolve) => {
    systemClock.setTimer(() => {
      events.push("timer");
      resolve();
    }, 1);
  });
  peer.write("x");
  const untilMs = performance.now() + 100;
  while (performance.now() < untilMs);
  await Promise.all([read, timer]);
  expect(events).toEqual(["read", "timer"]);
});

import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { systemClock } from "../src/clock.js";

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

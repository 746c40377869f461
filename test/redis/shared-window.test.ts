import { afterEach, expect, it, vi } from "vitest";
import { SharedWindow } from "../../src/redis/shared-window.js";

/** The number of arguments of EVALSHA before those of the script: its digest, and five keys after their number. */
const SCRIPT_ARGS_AT = 7;

afterEach(() => void vi.useRealTimers());

it("renews the permits that it holds, for a period at least, until they end", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const sent: string[][] = [];
  const redis = {
    call: async (_: string, ...args: string[]) => {
      sent.push(args.slice(SCRIPT_ARGS_AT));
      return [1, 0];
    },
  };
  const connection = { redis, commandTimeoutMs: 60_000 };
  const window = new SharedWindow(connection, "window", { requests: 10, periodMs: 60_000 });
  const [one = ""] = (await window.take(1, false)).ids;
  const [two = ""] = (await window.take(1, false)).ids;
  expect(one).not.toBe(two);
  sent.length = 0;
  vi.advanceTimersByTime(3_000);
  await window.end(one, 60_000);
  vi.advanceTimersByTime(1_500);
  await window.release(two);
  vi.advanceTimersByTime(60_000);
  const [renewsOne, renewsTwo] = [one, two].map((id) => ["renew", id, "60000"]);
  expect(sent).toEqual([
    [renewsOne, renewsTwo].flat(),
    [renewsOne, renewsTwo].flat(),
    ["end", one, "60000"],
    renewsTwo,
    ["release", two, "0"],
  ]);
});

import { expect, onTestFinished, test, vi } from "vitest";
import { onInterrupt } from "../../src/cli/interrupt.js";

/** Says which of the standard streams are terminals. */
function stubTerminals(terminals: readonly ("stdin" | "stdout" | "stderr")[]): void {
  for (const name of ["stdin", "stdout", "stderr"] as const) {
    const before = Object.getOwnPropertyDescriptor(process[name], "isTTY");
    Object.defineProperty(process[name], "isTTY", { value: terminals.includes(name), configurable: true });
    onTestFinished(() => {
      if (before) Object.defineProperty(process[name], "isTTY", before);
      else Reflect.deleteProperty(process[name], "isTTY");
    });
  }
}

test.each([
  ["SIGINT", [], true],
  ["SIGTERM", [], true],
  ["SIGHUP", ["stdin"], true],
  ["SIGHUP", ["stderr"], true],
  ["SIGHUP", [], false],
] as const)("%s with the terminals %j stops the run: %s", (name, terminals, stops) => {
  stubTerminals(terminals);
  const onFirst = vi.fn();
  const interrupt = onInterrupt(onFirst, () => {});
  onTestFinished(interrupt.release);
  process.emit(name, name);
  expect(interrupt.signal.aborted).toBe(stops);
  expect(onFirst).toHaveBeenCalledTimes(stops ? 1 : 0);
});

test("a terminal that closes may send SIGHUP again, which does not quit", () => {
  stubTerminals(["stdin"]);
  const onSecond = vi.fn();
  const interrupt = onInterrupt(() => {}, onSecond);
  onTestFinished(interrupt.release);
  process.emit("SIGHUP", "SIGHUP");
  process.emit("SIGHUP", "SIGHUP");
  expect(onSecond).not.toHaveBeenCalled();
});

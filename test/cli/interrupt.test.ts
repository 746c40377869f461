import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { onInterrupt } from "../../src/cli/interrupt.js";
import { startTestFeishu } from "../testing/feishu.js";
import { CSV, createFolder } from "./support/command.js";

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

test.each([
  ["queryExternalInterviews", ["verify", "history.csv"]],
  ["listExternalApplications", ["applications", "talents.csv"]],
] as const)("Ctrl-C during %s ends %j with 4, and without a report", async (operationId, args) => {
  let hits = 0;
  const feishu = await startTestFeishu({
    rateLimit: false,
    latencyMs: (request) => {
      if (request.operationId === operationId && ++hits === 1) process.emit("SIGINT", "SIGINT");
      return 0;
    },
  });
  const { cwd, run } = await createFolder("history.csv", `${CSV}i1,7,2\n`);
  await writeFile(join(cwd, "talents.csv"), "talent_id\n6960663240925900001\n");
  expect((await run(["import", "history.csv"], feishu)).code).toBe(0);
  const { code, stderr } = await run(args, feishu);
  expect(code).toBe(4);
  expect(stderr.trim().split("\n")).toHaveLength(1);
});

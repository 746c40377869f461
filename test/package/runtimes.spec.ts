import { test } from "vitest";
import { createConsumer } from "./support/consumer.js";
import { expectCreates } from "./support/program.js";
import { mustRun } from "./support/run.js";
import { findRuntime, OLDEST_NODE } from "./support/runtimes.js";

const runtimes = await Promise.all([
  findRuntime("node", OLDEST_NODE),
  findRuntime("node", "22"),
  findRuntime("node", "24"),
  findRuntime("node", "26"),
  findRuntime("bun", "1"),
  findRuntime("deno", "2"),
]);

/** Deno grants only these permissions, so the client must work without the environment. */
const ARGUMENTS = {
  node: [],
  bun: ["run", "--no-install"],
  deno: ["run", "--node-modules-dir=manual", "--allow-net=127.0.0.1"],
};

for (const { kind, name, binary, unavailable } of runtimes) {
  const check = async (load: "module" | "commonjs", file: string) => {
    const consumer = await createConsumer();
    await expectCreates({ load, print: "script" }, async (source) => {
      await consumer.write(file, source);
      return mustRun(binary, [...ARGUMENTS[kind], file], consumer.folder);
    });
  };

  test(`on ${name}, an imported client creates an interview and fails by type`, async ({ skip }) => {
    skip(unavailable !== undefined, unavailable);
    await check("module", "main.mjs");
  });

  test(`on ${name}, a required client does the same`, async ({ skip }) => {
    skip(unavailable !== undefined, unavailable);
    await check("commonjs", "main.cjs");
  });
}

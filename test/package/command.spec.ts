import { join } from "node:path";
import { describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { createConsumer } from "./support/consumer.js";
import { mustRun } from "./support/run.js";
import { findRuntime, OLDEST_NODE } from "./support/runtimes.js";

const consumer = await createConsumer();
const oldestNode = await findRuntime("node", OLDEST_NODE);

describe("the command of an installed package", () => {
  test("npx feishu-hire --version prints the package's version", async () => {
    const said = await mustRun("npx", ["--no", "--", "feishu-hire", "--version"], consumer.folder);
    expect(said.trim()).toBe(manifest.version);
  });

  test("npx feishu-hire --help prints its usage", async () => {
    const said = await mustRun("npx", ["--no", "--", "feishu-hire", "--help"], consumer.folder);
    expect(said).toContain("Usage: feishu-hire");
  });

  test(`it runs on ${oldestNode.name}, the oldest Node that package.json promises`, async ({ skip }) => {
    skip(oldestNode.unavailable !== undefined, oldestNode.unavailable);
    expect(manifest.engines.node).toBe(`>=${OLDEST_NODE.replace(/\.0$/, "")}`);
    const command = join("node_modules/feishu-hire", manifest.bin["feishu-hire"]);
    expect(await mustRun(oldestNode.binary, [command, "--help"], consumer.folder)).toContain("Usage:");
  });
});

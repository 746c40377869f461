import { cp, readdir, stat } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { createConsumer } from "./support/consumer.js";
import { ROOT } from "./support/root.js";
import { run } from "./support/run.js";
import { findRuntime, OLDEST_NODE } from "./support/runtimes.js";

describe("an install", () => {
  test("installs at most 14 packages and 3.5 MB", async () => {
    const { folder } = await createConsumer();
    const entries = await readdir(join(folder, "node_modules"), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
    const packages = files.filter((file) =>
      /node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+[\\/]package\.json$/.test(file),
    );
    expect(packages.length).toBeLessThanOrEqual(14);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_500_000);
  });
});

const oldestNode = await findRuntime("node", OLDEST_NODE);

describe(`on ${oldestNode.name}, npm installs without a warning about the engine`, () => {
  test("for a user of the package", async ({ skip }) => {
    skip(oldestNode.unavailable !== undefined, oldestNode.unavailable);
    const { folder } = await createConsumer();
    expect(await installOnOldestNode(folder)).not.toContain("EBADENGINE");
  });

  test("for a contributor", async ({ skip }) => {
    skip(oldestNode.unavailable !== undefined, oldestNode.unavailable);
    const { folder } = await createConsumer();
    for (const file of ["package.json", "package-lock.json"]) await cp(join(ROOT, file), join(folder, file));
    expect(await installOnOldestNode(folder)).not.toContain("EBADENGINE");
  });
});

/**
 * Runs `npm ci` on the oldest Node, as far as that is possible without changing
 * a file, and returns its output.
 */
async function installOnOldestNode(folder: string): Promise<string> {
  const path = [dirname(oldestNode.binary), process.env.PATH].join(delimiter);
  const { exitCode, stdout, stderr } = await run("env", [`PATH=${path}`, "npm", "ci", "--dry-run"], folder);
  expect(exitCode, stderr).toBe(0);
  return stdout + stderr;
}

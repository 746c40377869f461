import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { makeConsumer } from "./support/consumer.js";
import { ROOT } from "./support/root.js";
import { mustRun } from "./support/run.js";

/** The files of a folder and the folders in it, by their paths from it. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, "/"))
    .sort();
}

const consumer = await makeConsumer();
const files = await filesIn(join(consumer.folder, "node_modules/feishu-hire"));

describe("the package", () => {
  test("holds code, its types, the spec and what is to be read, and nothing else", () => {
    const expected =
      /^(dist\/(src|generated)\/.+\.(js|d\.ts)|spec\/openapi\.yaml|package\.json|[A-Z]+(\.md)?)$/;
    expect(files.filter((file) => !expected.test(file))).toEqual([]);
    expect(["LICENSE", "README.md", "spec/openapi.yaml"].filter((file) => !files.includes(file))).toEqual([]);
  });

  test("holds a module and its types for each source, and nothing that an older build left behind", async () => {
    const src = await filesIn(join(ROOT, "src"));
    const generated = await filesIn(join(ROOT, "generated"));
    const sources = [
      ...src.map((file) => `dist/src/${file}`),
      ...generated.map((file) => `dist/generated/${file}`),
    ];
    const built = sources.flatMap((file) => [file.replace(/\.ts$/, ".d.ts"), file.replace(/\.ts$/, ".js")]);
    expect(files.filter((file) => file.startsWith("dist/"))).toEqual(built.sort());
  });

  test("is in order, says publint", async () => {
    await mustRun("npx", ["--no", "--", "publint", "run", inject("tarball"), "--strict"], ROOT);
  });

  test("is found with its types by every resolution of modules that knows ES modules, says attw", async () => {
    const options = ["--profile", "esm-only", "--exclude-entrypoints", "openapi.yaml"];
    await mustRun("npx", ["--no", "--", "attw", inject("tarball"), ...options], ROOT);
  });
});

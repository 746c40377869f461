import { readdir, readFile } from "node:fs/promises";
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
      /^(dist\/(src|generated)\/.+\.(js|d\.ts)|dist\/shared\/.+\.js|spec\/openapi\.yaml|package\.json|[A-Z]+(\.zh)?(\.md)?)$/;
    expect(files.filter((file) => !expected.test(file))).toEqual([]);
    expect(["LICENSE", "README.md", "spec/openapi.yaml"].filter((file) => !files.includes(file))).toEqual([]);
  });

  test("holds the types of each source and the code of each entry, and nothing that an older build left behind", async () => {
    const src = await filesIn(join(ROOT, "src"));
    const generated = await filesIn(join(ROOT, "generated"));
    const types = [
      ...src.map((file) => `dist/src/${file}`),
      ...generated.map((file) => `dist/generated/${file}`),
    ].map((file) => file.replace(/\.ts$/, ".d.ts"));
    const { exports, bin } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
    const entries = Object.values<{ default?: string } | string>({
      ...exports,
      bin: { default: bin["feishu-hire"] },
    })
      .flatMap((entry) => (typeof entry === "object" && entry.default ? [entry.default] : []))
      .map((file) => file.replace(/^\.\//, ""));
    const built = files.filter((file) => /^dist\/(src|generated)\//.test(file));
    expect(built).toEqual([...types, ...entries].sort());
  });

  test("is in order, says publint", async () => {
    await mustRun("npx", ["--no", "--", "publint", "run", inject("tarball"), "--strict"], ROOT);
  });

  test("is found with its types by every resolution of modules that knows ES modules, says attw", async () => {
    const options = ["--profile", "esm-only", "--exclude-entrypoints", "openapi.yaml"];
    await mustRun("npx", ["--no", "--", "attw", inject("tarball"), ...options], ROOT);
  });
});

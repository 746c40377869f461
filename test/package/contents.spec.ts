import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, posix, relative, sep } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { createConsumer } from "./support/consumer.js";
import { ROOT } from "./support/root.js";
import { mustRun } from "./support/run.js";

/** Lists the files below a folder, by their paths from it. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, "/"))
    .sort();
}

const consumer = await createConsumer();
const installed = join(consumer.folder, "node_modules/feishu-hire");
const files = await listFiles(installed);
const manifest: Record<string, unknown> = JSON.parse(await readFile(join(installed, "package.json"), "utf8"));

describe("the package", () => {
  test("contains code, its types, the spec and the pages, and nothing else", () => {
    const expected =
      /^(dist\/(shared\/)?[\w-]+\.(js|cjs|d\.ts|d\.cts)|docs\/[\w-]+(\.zh)?\.md|generated\/openapi\.yaml|package\.json|[A-Z]+(\.zh)?(\.md)?)$/;
    expect(files.filter((file) => !expected.test(file))).toEqual([]);
    const pages = ["LICENSE", "README.md", "README.zh.md", "docs/client.md", "docs/client.zh.md"];
    expect([...pages, "generated/openapi.yaml"].filter((file) => !files.includes(file))).toEqual([]);
  });

  test("contains every file that package.json names, and no chunk of an older build", async () => {
    const { exports, imports, bin, main, types, typesVersions } = manifest;
    const named = [exports, imports, bin, main, types, typesVersions]
      .flatMap(listPaths)
      .map((path) => path.replace(/^\.\//, ""));
    expect(named.filter((path) => !files.includes(path))).toEqual([]);

    const code = files.filter((file) => file.startsWith("dist/"));
    const texts = await Promise.all(code.map((file) => readFile(join(installed, file), "utf8")));
    const unreachable = code.filter(
      (file) => !named.includes(file) && !texts.some((text) => text.includes(importedAs(file))),
    );
    expect(unreachable).toEqual([]);
  });

  test("holds pages whose relative links lead to files of the repository, where npm's site resolves them", async () => {
    const pages = files.filter((file) => file.endsWith(".md"));
    const targets = await Promise.all(
      pages.map(async (page) =>
        [...(await readFile(join(installed, page), "utf8")).matchAll(/\]\(([^)#]+)[^)]*\)/g)]
          .map(([, target = ""]) => target)
          .filter((target) => !/^https?:/.test(target))
          .map((target) => posix.join(posix.dirname(page), target)),
      ),
    );
    expect([...new Set(targets.flat())].filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test("passes publint", async () => {
    await mustRun("npx", ["--no", "--", "publint", "run", inject("tarball"), "--strict"], ROOT);
  });

  test("resolves with its types under node10, node16 and bundler, according to attw", async () => {
    await mustRun(
      "npx",
      ["--no", "--", "attw", inject("tarball"), "--exclude-entrypoints", "openapi.yaml"],
      ROOT,
    );
  });
});

/** Lists the paths that a part of package.json names, however deep. */
function listPaths(part: unknown): string[] {
  if (typeof part === "string") return [part];
  return typeof part === "object" && part !== null ? Object.values(part).flatMap(listPaths) : [];
}

/** How other files of dist/ import a chunk. Types are imported by the name of the code they describe. */
function importedAs(file: string): string {
  return `/${posix.basename(file).replace(/\.d\.(c?)ts$/, ".$1js")}"`;
}

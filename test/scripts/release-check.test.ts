import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findReleaseProblems } from "../../scripts/release-check.js";

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");

const files = {
  manifest: {
    version: "1.2.0",
    author: "张三",
    homepage: "https://example.com",
    repository: "github:example/feishu-hire",
    bugs: "https://example.com/issues",
  },
  lockfile: { packages: { "": {}, "node_modules/a": { version: "1.0.0", integrity: "sha512-AAAA" } } },
  changelog: "# Changelog\n\n## 1.2.0\n\nFirst.\n",
};

describe("the release check", () => {
  it("accepts a complete package", () => {
    expect(findReleaseProblems(files)).toEqual([]);
  });

  it.each([
    ["a placeholder", { manifest: { ...files.manifest, author: "AUTHOR" } }, "author"],
    [
      "a placeholder inside a value",
      { manifest: { ...files.manifest, bugs: { url: "https://github.com/OWNER/x" } } },
      "bugs",
    ],
    ["a missing field", { manifest: { ...files.manifest, homepage: undefined } }, "homepage"],
    [
      "a package without integrity",
      { lockfile: { packages: { "node_modules/b": { version: "1.0.0" } } } },
      "node_modules/b",
    ],
    ["a version without a changelog", { manifest: { ...files.manifest, version: "1.3.0" } }, "1.3.0"],
  ])("rejects %s", (_, change, named) => {
    const problems = findReleaseProblems({ ...files, ...change });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(named);
  });

  it("finds nothing in this repository but the placeholders that its owner must fill in", () => {
    const problems = findReleaseProblems({
      manifest: JSON.parse(read("package.json")),
      lockfile: JSON.parse(read("package-lock.json")),
      changelog: read("CHANGELOG.md"),
    });
    expect(problems.filter((problem) => !problem.startsWith("package.json: "))).toEqual([]);
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findDrift, generate, readSpecFile } from "../../scripts/generate.js";

let files: Map<string, string>;
beforeAll(async () => {
  files = await generate(readSpecFile);
});

describe("generate", () => {
  it("gives the same bytes for the same spec", async () => {
    expect(await generate(readSpecFile)).toEqual(files);
  });

  it("marks every file as generated at its head", () => {
    expect(files.size).toBeGreaterThan(0);
    for (const text of files.values()) expect(text).toMatch(/^(\/\/|#) Generated/);
  });

  it("writes nothing that imports from outside generated/", () => {
    const sources = [...files].flatMap(([name, text]) => (name.endsWith(".ts") ? [text] : []));
    const imports = sources.flatMap((text) => [...text.matchAll(/ from "([^"]+)"/g)]);
    expect(imports).not.toEqual([]);
    expect(imports.filter(([, target]) => target?.includes("src/") || !target?.startsWith("."))).toEqual([]);
  });
});

describe("the drift check", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "generated-"));
    for (const [name, text] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("finds nothing if the files are what the spec gives", () => {
    expect(findDrift(files, folder)).toEqual([]);
  });

  it("finds a changed, a missing and a surplus file", () => {
    writeFileSync(join(folder, "enums.ts"), `${files.get("enums.ts")}\n`);
    rmSync(join(folder, "resources/external-interviews.ts"));
    writeFileSync(join(folder, "handmade.ts"), "");
    expect(findDrift(files, folder).sort()).toEqual([
      "enums.ts",
      "handmade.ts",
      "resources/external-interviews.ts",
    ]);
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findDrift, generate } from "../../scripts/generate.js";

const SPEC = readFileSync(new URL("../../spec/openapi.yaml", import.meta.url), "utf8");

let files: Map<string, string>;
beforeAll(async () => {
  files = await generate(SPEC);
});

describe("generate", () => {
  it("gives the same bytes for the same spec", async () => {
    expect(await generate(SPEC)).toEqual(files);
  });

  it("heads every file, so that nobody edits one by hand", () => {
    expect(files.size).toBeGreaterThan(0);
    for (const text of files.values()) expect(text).toMatch(/^\/\/ Generated from spec\/openapi\.yaml/);
  });

  it.each([
    ["x-sdk:", "x-other:", "POST /open-apis/hire/v1/external_interviews has no x-sdk"],
    ["x-scopes:", "x-other:", "POST /open-apis/hire/v1/external_interviews has no x-scopes"],
    ["- external_interview\n", "- extrnal_interview\n", "The answer has no data/extrnal_interview"],
    ["        - 未参与\n", "", "ParticipateStatus needs 3 entries in x-enum-labels-zh"],
    [
      `$ref: "#/components/schemas/ExternalInterviewCreate"`,
      "type: object",
      "has no named schema for its body",
    ],
  ])("names what is missing when %j becomes %j", async (before, after, message) => {
    const changed = SPEC.replace(new RegExp(`(?<!#.*)${before.replaceAll("$", "\\$")}`), after);
    expect(changed).not.toBe(SPEC);
    await expect(generate(changed)).rejects.toThrow(message);
  });
});

describe("the drift check", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "generated-"));
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("finds nothing where the files are what the spec gives", () => {
    expect(findDrift(files, folder)).toEqual([]);
  });

  it("finds a changed, a missing and a surplus file", () => {
    writeFileSync(join(folder, "enums.ts"), `${files.get("enums.ts")}\n`);
    rmSync(join(folder, "client.ts"));
    writeFileSync(join(folder, "handmade.ts"), "");
    expect(findDrift(files, folder)).toEqual(["client.ts", "enums.ts", "handmade.ts"]);
  });
});

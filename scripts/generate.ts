/**
 * spec/openapi.yaml → generated/, which nothing else writes, and README's table of error codes.
 *
 *   npm run generate              writes the files
 *   npm run generate -- --check   fails if they differ from what the spec gives
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { emitClient } from "./generate/client.js";
import { emitEnums } from "./generate/enums.js";
import { emitErrorCodes } from "./generate/error-codes.js";
import { withErrorTable } from "./generate/error-table.js";
import { readModel } from "./generate/model.js";
import { emitOperations } from "./generate/operations.js";
import { emitTypes } from "./generate/types.js";
import { emitValidators } from "./generate/validators.js";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const HEADER = "// Generated from spec/openapi.yaml by `npm run generate`; do not edit.\n";

/** The files that a spec gives, by name, formatted. The same spec gives the same bytes. */
export async function generate(yaml: string): Promise<Map<string, string>> {
  const model = readModel(yaml);
  const sources = {
    "schema.ts": await emitTypes(model),
    "client.ts": emitClient(model),
    "operations.ts": emitOperations(model),
    "enums.ts": emitEnums(model),
    "error-codes.ts": emitErrorCodes(model),
    "validators.ts": emitValidators(model),
  };
  return new Map(Object.entries(sources).map(([name, source]) => [name, format(name, HEADER + source)]));
}

function format(name: string, source: string): string {
  const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
  return execFileSync(process.execPath, [biome, "format", `--stdin-file-path=${name}`], {
    cwd: ROOT,
    input: source,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
}

/** The names of the files in `folder` that differ from what the spec gives. */
export function findDrift(files: Map<string, string>, folder: string): string[] {
  const assertResult = new Set(readdirSync(folder));
  const changed = [...files].filter(
    ([name, text]) => !assertResult.has(name) || readFileSync(join(folder, name), "utf8") !== text,
  );
  return [...changed.map(([name]) => name), ...[...assertResult].filter((name) => !files.has(name))];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = join(ROOT, "generated");
  const readmePath = join(ROOT, "README.md");
  const yaml = readFileSync(join(ROOT, "spec/openapi.yaml"), "utf8");
  const files = await generate(yaml);
  const written = readFileSync(readmePath, "utf8");
  const readme = withErrorTable(written, readModel(yaml));
  if (process.argv.includes("--check")) {
    const drift = [...findDrift(files, folder), ...(readme === written ? [] : ["README.md's error codes"])];
    if (drift.length) {
      process.stderr.write(`These differ from the spec: ${drift.join(", ")}. Run npm run generate.\n`);
      process.exitCode = 1;
    }
  } else {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    writeFileSync(readmePath, readme);
  }
}

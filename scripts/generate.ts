/**
 * Generates generated/, docs/errors.md and the READMEs' tables of operations from spec/. Nothing else writes them.
 *
 *   npm run generate              writes the files
 *   npm run generate -- --check   fails if they differ from what the spec gives
 */
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Language } from "../src/messages/language.js";
import { formatBundle } from "./generate/docs/bundle.js";
import { formatErrorsPage } from "./generate/docs/errors-page.js";
import { formatOperationTable } from "./generate/docs/operation-table.js";
import { replaceBlock } from "./generate/docs/replace-block.js";
import { emitDimension } from "./generate/emit/dimension.js";
import { emitEnums } from "./generate/emit/enums.js";
import { emitErrorCodeNames, emitErrorCodes, emitErrorCodesInChinese } from "./generate/emit/error-codes.js";
import { emitIndex } from "./generate/emit/index-module.js";
import { emitOperations } from "./generate/emit/operations/operations.js";
import { emitResources } from "./generate/emit/operations/resources.js";
import { emitSchema } from "./generate/emit/schema.js";
import { emitToUpdate } from "./generate/emit/to-update.js";
import { emitValidators } from "./generate/emit/validators.js";
import type { ReadFile } from "./generate/model/load-spec.js";
import type { Model } from "./generate/model/model.js";
import { readModel } from "./generate/model/read-model.js";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const RUNTIME = join(ROOT, "scripts/generate/runtime");
const HEADER = "// Generated from spec/ by `npm run generate`; do not edit.\n";

/** Reads a file of spec/ from disk. */
export const readSpecFile: ReadFile = (file) => readFileSync(join(ROOT, "spec", file), "utf8");

/** Generates the formatted files of a spec, by name. The same spec gives the same bytes. */
export async function generate(readFile: ReadFile): Promise<Map<string, string>> {
  return emitAll(readModel(readFile));
}

async function emitAll(model: Model): Promise<Map<string, string>> {
  const sources: [name: string, source: string][] = [
    ["schema.ts", await emitSchema(model)],
    ["enums.ts", emitEnums(model)],
    ["error-codes.ts", emitErrorCodes(model)],
    ["error-code-names.ts", emitErrorCodeNames(model)],
    ["error-codes-zh.ts", emitErrorCodesInChinese(model)],
    ["dimension.ts", emitDimension(model)],
    ["index.ts", emitIndex(model)],
    ["to-update.ts", emitToUpdate(model)],
    ...emitOperations(model),
    ...emitResources(model),
    ...emitValidators(model),
  ];
  return new Map([
    [
      "openapi.yaml",
      `# Generated from spec/ by \`npm run generate\`; do not edit.\n#\n${formatBundle(model)}`,
    ],
    ...format(sources.map(([name, source]) => [name, HEADER + source])),
    ...readRuntime(),
  ]);
}

/** Reads the modules that generated code imports; they are copied, not generated. */
function readRuntime(): [name: string, source: string][] {
  return readdirSync(RUNTIME)
    .sort()
    .map((name) => {
      const source = readFileSync(join(RUNTIME, name), "utf8");
      return [
        `runtime/${name}`,
        `// Generated: a copy of scripts/generate/runtime/${name}; do not edit.\n\n${source}`,
      ];
    });
}

/** Formats files with one run of Biome, in a folder of the project, so that its settings apply. */
function format(files: readonly [name: string, source: string][]): [name: string, source: string][] {
  mkdirSync(join(ROOT, ".tmp"), { recursive: true });
  const folder = mkdtempSync(join(ROOT, ".tmp/generate-"));
  try {
    writeFiles(folder, files);
    const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
    const args = ["format", "--write", "--vcs-use-ignore-file=false", folder];
    execFileSync(process.execPath, [biome, ...args], { cwd: ROOT, stdio: "pipe" });
    return files.map(([name]) => [name, readFileSync(join(folder, name), "utf8")]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeFiles(folder: string, files: Iterable<readonly [name: string, source: string]>): void {
  for (const [name, source] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), source);
  }
}

/** Lists the files in `folder` that differ from what the spec gives, by name. */
export function findDrift(files: ReadonlyMap<string, string>, folder: string): string[] {
  const present = new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/")),
  );
  const changed = [...files].filter(
    ([name, text]) => !present.has(name) || readFileSync(join(folder, name), "utf8") !== text,
  );
  return [...changed.map(([name]) => name), ...[...present].filter((name) => !files.has(name))];
}

/** Formats the pages that hold generated parts, by path. */
function formatPages(model: Model): Map<string, string> {
  const withTable = (name: string, language: Language) =>
    replaceBlock(readFileSync(join(ROOT, name), "utf8"), "operations", formatOperationTable(model, language));
  return new Map([
    ["README.md", withTable("README.md", "en")],
    ["README.zh.md", withTable("README.zh.md", "zh")],
    ["docs/errors.md", formatErrorsPage(model, "en")],
    ["docs/errors.zh.md", formatErrorsPage(model, "zh")],
  ]);
}

async function main(check: boolean): Promise<void> {
  const folder = join(ROOT, "generated");
  const model = readModel(readSpecFile);
  const files = await emitAll(model);
  const pages = formatPages(model);
  if (check) {
    const changedPages = [...pages].filter(([name, text]) => !isUpToDate(name, text)).map(([name]) => name);
    const drift = [...findDrift(files, folder), ...changedPages];
    if (drift.length === 0) return;
    process.stderr.write(`These differ from the spec: ${drift.join(", ")}. Run npm run generate.\n`);
    process.exitCode = 1;
    return;
  }
  rmSync(folder, { recursive: true, force: true });
  writeFiles(folder, files);
  writeFiles(ROOT, pages);
}

function isUpToDate(name: string, text: string): boolean {
  return existsSync(join(ROOT, name)) && readFileSync(join(ROOT, name), "utf8") === text;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.includes("--check"));

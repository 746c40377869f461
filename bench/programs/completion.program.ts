/** Measures the first completion of TypeScript's language service, requested as an editor does. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type typescript from "typescript";

export interface CompletionMeasurement {
  readonly durationMs: number;
  readonly names: readonly string[];
}

const [compiler = "", file = "", marker = ""] = process.argv.slice(2);
const ts: typeof typescript = createRequire(import.meta.url)(compiler);
const text = readFileSync(file, "utf8");
const options: typescript.CompilerOptions = {
  strict: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
};

const startedAtMs = performance.now();
const service = ts.createLanguageService({
  getCompilationSettings: () => options,
  getScriptFileNames: () => [file],
  getScriptVersion: () => "1",
  getScriptSnapshot: (path) => {
    const source = path === file ? text : ts.sys.readFile(path);
    return source === undefined ? undefined : ts.ScriptSnapshot.fromString(source);
  },
  getCurrentDirectory: () => process.cwd(),
  getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
  fileExists: ts.sys.fileExists,
  readFile: ts.sys.readFile,
  readDirectory: ts.sys.readDirectory,
  directoryExists: ts.sys.directoryExists,
  getDirectories: ts.sys.getDirectories,
});
const markedAt = text.indexOf(marker);
if (markedAt < 0) throw new Error(`${file} has no ${marker}`);
const completions = service.getCompletionsAtPosition(file, markedAt + marker.length, undefined);
const measurement: CompletionMeasurement = {
  durationMs: performance.now() - startedAtMs,
  names: completions?.entries.map(({ name }) => name) ?? [],
};
process.send?.(measurement);
process.on("disconnect", () => process.exit());

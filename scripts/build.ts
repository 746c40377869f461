/**
 * src/ and generated/ → dist/: types by tsc, code by esbuild.
 *
 * The code of each entry is put together, and what entries share stands in files of its own: Node looks up, reads and
 * compiles each module by itself, which for the twenty small files of the client took longer than all else of its import.
 */
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const ENTRIES = ["index", "importer/index", "testing/index", "undici", "cli/main"];

rmSync(join(ROOT, "dist"), { recursive: true, force: true });
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
execFileSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], { cwd: ROOT, stdio: "inherit" });
await build({
  absWorkingDir: ROOT,
  entryPoints: Object.fromEntries(ENTRIES.map((name) => [`src/${name}`, `src/${name}.ts`])),
  outdir: "dist",
  chunkNames: "shared/[name]-[hash]",
  bundle: true,
  splitting: true,
  packages: "external",
  format: "esm",
  platform: "node",
  target: "node20.19",
});

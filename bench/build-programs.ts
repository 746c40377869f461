import { join } from "node:path";
import { type BuildOptions, build } from "esbuild";

/**
 * Bundles programs into a folder, so that what they measure does not include tsx.
 *
 * @param entries a pattern of `*.program.ts` files
 * @returns a function that gives the path of a program by its name
 */
export async function buildPrograms(
  folder: string,
  entries: string,
  options: BuildOptions = {},
): Promise<(name: string) => string> {
  await build({
    entryPoints: [entries],
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    ...options,
  });
  return (name) => join(folder, `${name}.program.mjs`);
}

import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "./root.js";
import { mustRun } from "./run.js";

type Kind = "node" | "bun" | "deno" | "workerd";

/** A runtime, or why it is not available. */
export interface Runtime<K extends Kind> {
  readonly kind: K;
  /** With its exact version. */
  readonly name: string;
  readonly binary: string;
  readonly unavailable: string | undefined;
}

const { platform, arch } = process;
const exe = platform === "win32" ? ".exe" : "";

/** The npm package that holds a runtime's binary for this machine, and where in it the binary is. */
const PACKAGES: Record<Kind, readonly [packageName: string, binary: string]> = {
  node: [`node-${platform === "win32" ? "win" : platform}-${arch}`, `bin/node${exe}`],
  bun: [`@oven/bun-${platform}-${arch === "arm64" ? "aarch64" : arch}`, `bin/bun${exe}`],
  deno: [`@deno/${platform}-${arch}${platform === "linux" ? "-glibc" : ""}`, `deno${exe}`],
  workerd: [`@cloudflare/workerd-${platform}-${arch === "arm64" ? "arm64" : "64"}`, "bin/workerd"],
};

const CACHE = join(ROOT, "node_modules/.cache/runtimes");

/** Finds the runtime in the cache, or installs it there from npm. */
export async function findRuntime<K extends Kind>(kind: K, version: string): Promise<Runtime<K>> {
  const [packageName, binary] = PACKAGES[kind];
  const folder = join(CACHE, `${kind}-${version}`);
  const path = join(folder, "node_modules/runtime", binary);
  try {
    if (!existsSync(path)) {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, "package.json"), '{ "private": true }');
      const spec = `runtime@npm:${packageName}@${version}`;
      await mustRun("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", spec], folder);
    }
    const said = await mustRun(path, ["--version"], folder);
    const exact = /\d+[.-]\d+[.-]\d+/.exec(said)?.[0] ?? version;
    return { kind, name: `${kind} ${exact}`, binary: path, unavailable: undefined };
  } catch (error) {
    return { kind, name: `${kind} ${version}`, binary: path, unavailable: String(error) };
  }
}

/** The oldest Node that package.json promises to run on. */
export const OLDEST_NODE = "20.19.0";

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildPrograms } from "../build-programs.js";

const HERE = fileURLToPath(new URL(".", import.meta.url));

/** A scratch folder, with the programs of this folder in it. */
export interface Stage {
  /** A path in the folder, which goes with all that is in it. */
  path(name: string): string;
  /** The path of a program. */
  program(name: "server" | "import" | "fetch" | "validate" | "verify"): string;
  /** The path of the built command. */
  readonly command: string;
  remove(): Promise<void>;
}

export async function makeStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "feishu-hire-bench-"));
  const program = await buildPrograms(folder, join(HERE, "programs/*.program.ts"), {
    // yaml is CommonJS, and requires modules of Node.
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });
  return {
    path: (name) => join(folder, name),
    program,
    command: await builtCommand(),
    remove: () => rm(folder, { recursive: true }),
  };
}

async function builtCommand(): Promise<string> {
  const root = join(HERE, "../..");
  const manifest: { bin: { "feishu-hire": string } } = JSON.parse(
    await readFile(join(root, "package.json"), "utf8"),
  );
  return join(root, manifest.bin["feishu-hire"]);
}

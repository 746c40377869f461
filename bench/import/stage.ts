import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildPrograms } from "../build-programs.js";

const HERE = fileURLToPath(new URL(".", import.meta.url));

/** A scratch folder that holds the compiled programs of this one. */
export interface Stage {
  /** Returns a path in the folder. */
  path(name: string): string;
  /** Returns the path of a program. */
  program(name: "server" | "import" | "fetch" | "validate" | "verify"): string;
  /** The path of the built command. */
  readonly command: string;
  /** Removes the folder with everything in it. */
  remove(): Promise<void>;
}

export async function createStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "feishu-hire-bench-"));
  const program = await buildPrograms(folder, join(HERE, "programs/*.program.ts"), {
    // yaml is CommonJS and requires modules of Node.
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });
  return {
    path: (name) => join(folder, name),
    program,
    command: await findCommand(),
    remove: () => rm(folder, { recursive: true }),
  };
}

async function findCommand(): Promise<string> {
  const root = join(HERE, "../..");
  const manifest: { bin: { "feishu-hire": string } } = JSON.parse(
    await readFile(join(root, "package.json"), "utf8"),
  );
  return join(root, manifest.bin["feishu-hire"]);
}

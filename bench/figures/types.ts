import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { runOnce } from "../child.js";
import type { Figure } from "../figure.js";
import { oneCall } from "../one-call.js";
import type { CompletionFacts } from "../programs/completion.program.js";
import { differences, format, inRounds, summarize } from "../statistics.js";
import { type Project, pathInRepository, type Workspace } from "../workspace.js";

const ROUNDS = 5;
const GOAL = { compileMs: 150, completionMs: 60 };

const NAMES = ["empty", "client", "official"] as const;
type Name = (typeof NAMES)[number];
const BASE_URL = "http://127.0.0.1:1";
const SOURCES: Record<Name, string> = {
  empty: "const create = (of: { participate_status?: number }) => of;\ncreate({ });\nexport {};\n",
  client: oneCall.client(BASE_URL),
  official: oneCall.official(BASE_URL),
};
/** Where each source has the first field of an interview. */
const MARKERS = { empty: "create({ ", client: "create({ ", official: "data: { " } as const;
const COMPILER_OPTIONS = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
  module: "nodenext",
  target: "es2022",
  lib: ["es2022", "dom"],
};

/** What the types cost: `tsc` of a file with the one call over one without imports, and the editor's first completion. */
export const types: Figure = async (workspace) => {
  const names = NAMES.filter((name) => workspace.official || name !== "official");
  for (const name of names) await writeProgram(folderOf(workspace, name), SOURCES[name]);
  const compiled = await inRounds(ROUNDS, names, (name) => compile(folderOf(workspace, name)));
  const completed = await inRounds(ROUNDS, names, (name) => complete(workspace, name));

  const over = (name: Name, of: "durationMs" | "megabytes") =>
    differences(
      compiled[name].map((facts) => facts[of]),
      compiled.empty.map((facts) => facts[of]),
    );
  const cellOf = (name: Name) =>
    `${format(over(name, "durationMs"), 0)}; ${over(name, "megabytes").median.toFixed(0)} MB`;
  const completion = (name: Name) => differences(completed[name], completed.empty);
  const { official } = workspace;
  return [
    {
      figure: "tsc of a one-call file over one without imports: ms",
      client: cellOf("client"),
      official: official && cellOf("official"),
      goal: `≤ ${GOAL.compileMs}`,
      met: over("client", "durationMs").median <= GOAL.compileMs,
      spentOn: "reading and checking the declarations of the client and of openapi-fetch.",
    },
    {
      figure: "Editor's first completion, over one in a file without imports: ms",
      client: format(completion("client"), 0),
      official: official && format(completion("official"), 0),
      goal: `≤ ${GOAL.completionMs}`,
      met: completion("client").median <= GOAL.completionMs,
      spentOn: `reading the declarations of the client; without imports, a completion takes ${format(summarize(completed.empty), 0)}.`,
    },
  ];
};

function folderOf(workspace: Workspace, name: Name): string {
  const project: Project | undefined = name === "official" ? workspace.official : workspace.packed;
  return join(project?.folder ?? "", `types-${name}`);
}

async function writeProgram(folder: string, source: string): Promise<void> {
  await mkdir(folder);
  await writeFile(join(folder, "main.mts"), source);
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: COMPILER_OPTIONS }));
}

async function compile(folder: string): Promise<{ durationMs: number; megabytes: number }> {
  const startedAtMs = performance.now();
  const { stdout } = await promisify(execFile)(process.execPath, [
    pathInRepository("node_modules/typescript/bin/tsc"),
    ...["-p", folder, "--extendedDiagnostics"],
  ]);
  const durationMs = performance.now() - startedAtMs;
  return { durationMs, megabytes: Number(/Memory used:\s+(\d+)K/.exec(stdout)?.[1]) / 1000 };
}

/** Completes the fields of an interview, where the call has its first. */
async function complete(workspace: Workspace, name: Name): Promise<number> {
  const compiler = pathInRepository("node_modules/typescript/lib/typescript.js");
  const file = join(folderOf(workspace, name), "main.mts");
  const path = workspace.client.program("completion");
  const { said } = await runOnce<CompletionFacts>(path, [compiler, file, MARKERS[name]]);
  if (said.names.includes("participate_status")) return said.durationMs;
  throw new Error("The completion does not offer an interview's fields.");
}

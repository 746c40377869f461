import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { runOnce } from "../child.js";
import type { Figure } from "../figure.js";
import { oneCall } from "../one-call.js";
import type { CompletionMeasurement } from "../programs/completion.program.js";
import { format, measureInRounds, summarize, summarizeDifferences } from "../statistics.js";
import { type Project, pathInRepository, type Workspace } from "../workspace.js";

const ROUNDS = 5;
const GOAL = { compileMs: 150, completionMs: 60 };

const NAMES = ["empty", "client", "official"] as const;
type Name = (typeof NAMES)[number];
const BASE_URL = "http://127.0.0.1:1";
const SOURCES: Record<Name, string> = {
  empty: "const create = (body: { participate_status?: number }) => body;\ncreate({ });\nexport {};\n",
  client: oneCall.client(BASE_URL),
  official: oneCall.official(BASE_URL),
};
/** The text before the first field of an interview in each source. */
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

/**
 * Measures the types: `tsc` of a file with one call over one without imports,
 * and an editor's first completion.
 */
export const types: Figure = async (workspace) => {
  const names = NAMES.filter((name) => workspace.official || name !== "official");
  for (const name of names) await writeProgram(getFolder(workspace, name), SOURCES[name]);
  const compiled = await measureInRounds(ROUNDS, names, (name) => compile(getFolder(workspace, name)));
  const completed = await measureInRounds(ROUNDS, names, (name) => complete(workspace, name));

  const compare = (name: Name, measure: "durationMs" | "megabytes") =>
    summarizeDifferences(
      compiled[name].map((measurement) => measurement[measure]),
      compiled.empty.map((measurement) => measurement[measure]),
    );
  const formatCell = (name: Name) =>
    `${format(compare(name, "durationMs"), 0)}; ${compare(name, "megabytes").median.toFixed(0)} MB`;
  const compareCompletions = (name: Name) => summarizeDifferences(completed[name], completed.empty);
  const { official } = workspace;
  return [
    {
      figure: "tsc of a one-call file over one without imports: ms",
      client: formatCell("client"),
      official: official && formatCell("official"),
      goal: `≤ ${GOAL.compileMs}`,
      met: compare("client", "durationMs").median <= GOAL.compileMs,
      spentOn: "reading and checking the declarations of the client.",
    },
    {
      figure: "Editor's first completion, over one in a file without imports: ms",
      client: format(compareCompletions("client"), 0),
      official: official && format(compareCompletions("official"), 0),
      goal: `≤ ${GOAL.completionMs}`,
      met: compareCompletions("client").median <= GOAL.completionMs,
      spentOn: `reading the declarations of the client; without imports, a completion takes ${format(summarize(completed.empty), 0)}.`,
    },
  ];
};

function getFolder(workspace: Workspace, name: Name): string {
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

/** Measures a completion of an interview's fields, at the place of its first field. */
async function complete(workspace: Workspace, name: Name): Promise<number> {
  const compiler = pathInRepository("node_modules/typescript/lib/typescript.js");
  const file = join(getFolder(workspace, name), "main.mts");
  const path = workspace.client.program("completion");
  const { message } = await runOnce<CompletionMeasurement>(path, [compiler, file, MARKERS[name]]);
  if (message.names.includes("participate_status")) return message.durationMs;
  throw new Error("The completion does not offer an interview's fields.");
}

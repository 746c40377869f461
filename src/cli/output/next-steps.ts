import { basename, extname, join } from "node:path";
import type { Report } from "../../importer/index.js";
import { translate } from "../language/translate.js";
import { reportMessages } from "../messages/report.js";

/** What a report says of its run. */
export interface RunContext {
  readonly path: string;
  readonly jobDir: string;
  /** The path of the file's mapping, if it has one. */
  readonly mapping?: string | undefined;
  /** The command that was run, without the program's name. */
  readonly argv: readonly string[];
  readonly rejectedFile: string;
}

/** The commands to run next, as arguments. */
export interface NextCommands {
  /** Resumes the run; undefined if it finished. */
  readonly resume: readonly string[] | undefined;
  /** Overwrites the created interviews whose rows have changed; undefined if there are none. */
  readonly update: readonly string[] | undefined;
  /** Imports a fixed copy of the other rejected rows; undefined if there are none. */
  readonly retryRejected: readonly string[] | undefined;
  /** Looks for the interviews of unknown outcome; undefined if there are none. */
  readonly settle: readonly string[] | undefined;
  /** Compares the file with Feishu; undefined while something else is to be done. */
  readonly verify: readonly string[] | undefined;
}

/** Something to do next, and the command that does it, or that follows it. */
export interface NextStep {
  readonly text: string;
  readonly command: readonly string[];
}

/** What to do next, in order. */
export function listNextSteps(report: Report, context: RunContext): NextStep[] {
  const { path, jobDir, mapping, rejectedFile } = context;
  const { update, retryRejected, settle, resume, verify } = planNextCommands(report, context);
  const [rejected, unknown] = [join(jobDir, rejectedFile), join(jobDir, "unknown.jsonl")];
  // The same command again only helps once what keeps them unknown has changed.
  const aboutUnknown = context.argv.includes("--settle")
    ? reportMessages.stillUnknownRows
    : reportMessages.unknownRows;
  const toResume = report.status === "interrupted" ? reportMessages.resume : reportMessages.fixAndResume;
  const files = { rejected, fixed: nameFixedFile(path) };
  // A job refuses a mapping that has changed, also by what an error says to add to it.
  const toFix =
    mapping === undefined
      ? translate(reportMessages.fixRows, files)
      : translate(reportMessages.fixMappedRows, { ...files, mapping });
  const steps = [
    [translate(reportMessages.changedRows, { count: countChanged(report) }), update],
    [toFix, retryRejected],
    // Resuming a run with --settle settles, too.
    [translate(aboutUnknown, { path: unknown }), isSame(settle, resume) ? undefined : settle],
    [translate(toResume), resume],
    [translate(reportMessages.verify), verify],
  ] as const;
  return steps.flatMap(([text, command]) => (command ? [{ text, command }] : []));
}

export function planNextCommands(report: Report, { path, jobDir, mapping, argv }: RunContext): NextCommands {
  // Without them the same command would stop at the same row.
  const missing = (report.missingArguments ?? []).map(translatePlaceholder);
  // The lock of the process that had ended is gone: the next one may be that of a process that runs.
  const kept = argv.filter((arg) => arg !== "--force-unlock");
  const args = addFlags(removeFlags(kept, missing), missing);
  const file = findFile(args, path);
  const { others } = splitFlags(
    args.map((arg, i) => (i === file ? nameFixedFile(path) : arg)),
    SOURCE_FLAGS,
  );
  const has = (flag: string) => others.some((arg) => arg === flag || arg.startsWith(`${flag}=`));
  const retryRejected = addFlags(others, [
    ...(has("--job") ? [] : ["--job", jobDir]),
    ...(mapping === undefined || has("--map") ? [] : ["--map", mapping]),
  ]);
  const changed = countChanged(report);
  const hasUnknown = report.unknown + report.unknownFromEarlierRuns > 0;
  const isFinished = report.status === "finished";
  const isComplete = isFinished && report.rejected === 0 && report.notAttempted === 0 && !hasUnknown;
  // A mock's interviews are gone when its run ends.
  const canVerify = isComplete && !has("--mock") && path !== "-";
  return {
    resume: isFinished ? undefined : args,
    update: changed === 0 ? undefined : addFlags(args, ["--update"]),
    retryRejected: report.rejected === changed ? undefined : retryRejected,
    settle: hasUnknown ? addFlags(args, has("--settle") ? [] : ["--settle"]) : undefined,
    verify: canVerify ? planVerify(path, argv) : undefined,
  };
}

/** Why a created interview's changed row is rejected without `--update`: there is nothing to fix in it. */
const CHANGED: ReadonlySet<string> = new Set(["createdOtherwise", "updateOpen"]);

function countChanged({ rejections }: Report): number {
  return rejections.reduce((sum, { reason, count }) => sum + (CHANGED.has(reason.key) ? count : 0), 0);
}

function planVerify(path: string, argv: readonly string[]): string[] {
  const flags = splitFlags(argv, VERIFY_FLAGS).matching;
  return path.startsWith("-") ? ["verify", ...flags, "--", path] : ["verify", path, ...flags];
}

/** A value that only a person can give: the name of the system that the interviews come from. */
function translatePlaceholder(arg: string, index: number, args: readonly string[]): string {
  return args[index - 1] === "--id-namespace" ? translate(reportMessages.namespace) : arg;
}

/** Removes flags that are given another value. */
function removeFlags(args: readonly string[], others: readonly string[]): readonly string[] {
  const flags = others.filter((arg) => arg.startsWith("--"));
  return flags.reduce((left, flag) => splitFlags(left, new RegExp(`^${flag}(=|$)`)).others, args);
}

/** Adds flags before a `--`, after which there are none. */
function addFlags(args: readonly string[], flags: readonly string[]): string[] {
  const end = args.findIndex((arg, i) => arg === "--" && !takesValue(args[i - 1] ?? ""));
  return end === -1 ? [...args, ...flags] : [...args.slice(0, end), ...flags, ...args.slice(end)];
}

/** The flags of an import that take no value. */
export const SWITCHES: readonly string[] = [
  "dry-run",
  "settle",
  "update",
  "new-job",
  "force-unlock",
  "mock",
  "json",
  "quiet",
];

function takesValue(arg: string): boolean {
  return /^--[^=]+$/.test(arg) && !SWITCHES.includes(arg.slice(2));
}

function isSame(one: readonly string[] | undefined, other: readonly string[] | undefined): boolean {
  return one?.length === other?.length && (one ?? []).every((arg, i) => arg === other?.[i]);
}

/** Finds the file among the arguments of an import; a flag may have the same value. */
function findFile(args: readonly string[], path: string): number {
  const start = args.indexOf("import") + 1;
  return args.findIndex((arg, i) => i >= start && arg === path && !takesValue(args[i - 1] ?? ""));
}

/** How the original file is read; rejected rows need none of it, being lines of UTF-8. */
const SOURCE_FLAGS = /^--(items|encoding)(=|$)/;

/** Splits arguments into flags that match, with their values, and all others. */
function splitFlags(args: readonly string[], flags: RegExp): { matching: string[]; others: string[] } {
  const matches = args.map((arg, i) => {
    const before = args[i - 1] ?? "";
    return flags.test(arg) || (flags.test(before) && !before.includes("="));
  });
  return { matching: args.filter((_, i) => matches[i]), others: args.filter((_, i) => !matches[i]) };
}

/** The flags of an import that `verify` has, too. Each takes a value. */
const VERIFY_FLAGS = /^--(job|format|time-zone|sheet|map|items|encoding|id-namespace|credentials|lang)(=|$)/;

/** A name that is not the file's own: a file of fixed rows may have rejected rows again. */
function nameFixedFile(path: string): string {
  const [, number = "1"] = /^fixed(?:-(\d+))?(?:\.\w+)?$/.exec(basename(path)) ?? [undefined, "0"];
  const next = Number(number) + 1;
  return `fixed${next > 1 ? `-${next}` : ""}${extname(path)}`;
}

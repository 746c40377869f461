import { extname, join, relative } from "node:path";
import type { Report } from "../importer/index.js";

/** The run's file and job, and the words after `feishu-hire` that started it. */
interface RunPlace {
  readonly path: string;
  readonly job: string;
  readonly words: readonly string[];
  /** What its rejected rows are called. */
  readonly rejectedFile: string;
  /** The warnings that were told while it ran. */
  readonly told: ReadonlySet<string>;
}

/** How a run ended, in a line. */
export function headline({ status, reason }: Report): string {
  const why = reason !== undefined && status !== "interrupted" ? `: ${reason.replace(/\.$/, "")}` : "";
  return `${HEADLINES[status]}${why}.`;
}

/** A run's account in words: how it ended, where its files are, and what to do next. */
export function describeReport(
  report: Report,
  { path, job, words: typed, rejectedFile, told }: RunPlace,
): string {
  const { read, created, rejected, unknown, skipped, notAttempted, unknownFromEarlierRuns } = report;
  // Without it the same command would stop at the same row.
  const words = report.reason?.includes("--id-namespace") ? [...typed, "--id-namespace", "NAME"] : typed;
  const lines = [
    ...report.warnings.filter((warning) => !told.has(warning)).map((warning) => `warning: ${warning}`),
    headline(report),
    `  read          ${read}`,
    `  created       ${created}${report.createdTotal > created ? `   (${report.createdTotal} in all runs)` : ""}`,
    `  rejected      ${rejected}`,
    `  unknown       ${unknown}`,
    `  skipped       ${skipped}   (created before, or the same row twice)`,
    `  not attempted ${notAttempted}`,
  ];
  if (rejected > 0) {
    const copy = `mended${extname(path)}`;
    const others = words.map((word) => (word === path ? copy : word));
    const withJob = others.some((word) => /^--job\b/.test(word)) ? others : [...others, "--job", job];
    lines.push(
      `Copy ${join(job, rejectedFile)} to ${copy}, mend its rows, each with its reason beside it, and import the copy:`,
      `  ${command(withJob)}`,
    );
  }
  if (unknown + unknownFromEarlierRuns > 0) {
    lines.push(
      `Of those in ${join(job, "unknown.jsonl")} nobody knows whether they were created. Within 23 hours of their`,
      `first try, run the import again: they are sent again safely. Later, look them up in Feishu Hire: this job does not send`,
      `them again. Those that are not there go into a file of their own, as a job of its own.`,
    );
  }
  if (report.status === "interrupted") lines.push(`Go on with:  ${command(words)}`);
  else if (report.status !== "finished") lines.push(`When that is mended, go on with:  ${command(words)}`);
  lines.push(`Report: ${join(job, "report.json")}`);
  return `${lines.join("\n")}\n`;
}

const HEADLINES: Record<Report["status"], string> = {
  finished: "Finished",
  tooManyRejections: "Stopped, too many rejections",
  failed: "Stopped, it cannot go on",
  interrupted: "Interrupted",
};

/** The command as it can be typed again: through npx, or by its path, where it came so. */
function command(words: readonly string[]): string {
  return [program(), ...words.map(quote)].join(" ");
}

function program(): string {
  const [, path = ""] = process.argv;
  if (process.env.npm_command === "exec") return "npx feishu-hire";
  return /[/\\]\.bin[/\\]/.test(path) ? quote(relative("", path)) : "feishu-hire";
}

/** A word for the shell. */
function quote(word: string): string {
  return /^[\w./:@-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

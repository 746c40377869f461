import { extname, join } from "node:path";
import type { Report } from "../importer/index.js";

/** The run's file and job, and the words after `feishu-hire` that started it. */
interface RunPlace {
  readonly path: string;
  readonly job: string;
  readonly words: readonly string[];
}

/** A run's account in words: how it ended, where its files are, and what to do next. */
export function describeReport(report: Report, { path, job, words }: RunPlace): string {
  const { read, created, rejected, unknown, skipped, notAttempted, unknownNotReached } = report;
  const lines = [
    ...report.warnings.map((warning) => `warning: ${warning}`),
    `${HEADLINES[report.end]}${report.reason ? `: ${report.reason.replace(/\.$/, "")}.` : "."}`,
    `  read          ${read}`,
    `  created       ${created}${report.createdInAll > created ? `   (${report.createdInAll} in all runs)` : ""}`,
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
      `Copy ${join(job, "rejected.*")} to ${copy}, mend its rows, each with its reason beside it, and import the copy:`,
      `  ${command(withJob)}`,
    );
  }
  if (unknown + unknownNotReached > 0) {
    lines.push(
      `Of those in ${join(job, "unknown.jsonl")} nobody knows whether they were created. Within 23 hours of their`,
      `first try, run the import again: they are sent again safely. Later, look them up in Feishu Hire before you import them anew.`,
    );
  }
  if (report.end === "interrupted") lines.push(`Go on with:  ${command(words)}`);
  else if (report.end !== "finished") lines.push(`When that is mended, go on with:  ${command(words)}`);
  lines.push(`Report: ${join(job, "report.json")}`);
  return `${lines.join("\n")}\n`;
}

const HEADLINES: Record<Report["end"], string> = {
  finished: "Finished",
  tooManyRejections: "Stopped, too many rejections",
  cannotGoOn: "Stopped, it cannot go on",
  interrupted: "Interrupted",
};

/** The command as it can be typed again, through npx where it came through npx. */
function command(words: readonly string[]): string {
  const npx = process.env.npm_command === "exec" ? "npx " : "";
  return `${npx}feishu-hire ${words.map(quote).join(" ")}`;
}

/** A word for the shell. */
function quote(word: string): string {
  return /^[\w./:@-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

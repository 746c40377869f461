import { join } from "node:path";
import type { Report } from "../importer/index.js";

/**
 * A run's account in words: how it ended, where its files are, and what to do next.
 *
 * @param command the words after `feishu-hire` that started the run
 */
export function describeReport(report: Report, job: string, command: readonly string[]): string {
  const { read, created, rejected, unknown, skipped, notAttempted, unknownNotReached } = report;
  const lines = [
    ...report.warnings.map((warning) => `warning: ${warning}`),
    `${HEADLINES[report.end]}${report.reason ? `: ${report.reason}.` : "."}`,
    `  read          ${read}`,
    `  created       ${created}${report.createdInAll > created ? `   (${report.createdInAll} in all runs)` : ""}`,
    `  rejected      ${rejected}`,
    `  unknown       ${unknown}`,
    `  skipped       ${skipped}   (created before, or the same row twice)`,
    `  not attempted ${notAttempted}`,
  ];
  if (rejected > 0) {
    lines.push(
      `Copy ${join(job, "rejected.*")}, mend its rows, each with its reason beside it, and import the copy with --job ${quote(job)}.`,
    );
  }
  if (unknown + unknownNotReached > 0) {
    lines.push(
      `Of those in ${join(job, "unknown.jsonl")} nobody knows whether they were created. Within 24 hours of their first`,
      `try, run the import again: they are sent again safely. Later, look them up in Feishu Hire before you import them anew.`,
    );
  }
  if (report.end !== "finished") lines.push(`Go on with:  feishu-hire ${command.map(quote).join(" ")}`);
  lines.push(`Report: ${join(job, "report.json")}`);
  return `${lines.join("\n")}\n`;
}

const HEADLINES: Record<Report["end"], string> = {
  finished: "Finished",
  tooManyRejections: "Stopped, too many rejections",
  cannotGoOn: "Stopped, it cannot go on",
  interrupted: "Interrupted",
};

/** A word for the shell. */
function quote(word: string): string {
  return /^[\w./:@-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

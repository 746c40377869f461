import type { ReportContext } from "../../../src/cli/output/describe-report.js";
import type { Report } from "../../../src/importer/index.js";
import { phrase } from "../../../src/importer/messages/phrase.js";

/** A run that has stopped early, with rows of every outcome. */
export const REPORT: Report = {
  status: "tooManyRejections",
  rejections: [],
  createdOverTime: { periodMs: 60_000, counts: [] },
  waits: {},
  reason: phrase("tooHighShare", { rejected: 40, completed: 100, percent: 10 }),
  read: 294,
  created: 200,
  updated: 0,
  rejected: 40,
  unknown: 3,
  skipped: 1,
  notAttempted: 50,
  found: 2,
  createdTotal: 1200,
  unknownFromEarlierRuns: 0,
  warnings: [phrase("separator", { separator: phrase("tabs") }), phrase("readOnce")],
  startedAt: "2026-04-01T10:00:00.000Z",
  finishedAt: "2026-04-01T10:10:00.000Z",
};

/** The run of `REPORT`. */
export const context: ReportContext = {
  path: "history.csv",
  jobDir: "history.csv.import",
  argv: ["import", "history.csv", "--time-zone", "Asia/Shanghai"],
  rejectedFile: "rejected.csv",
  printedWarnings: new Set(),
  columns: undefined,
};

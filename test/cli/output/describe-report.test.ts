import stringWidth from "string-width";
import { afterEach, describe, expect, it } from "vitest";
import { setLanguage } from "../../../src/cli/language/translate.js";
import { describeReport, planNextCommands } from "../../../src/cli/output/describe-report.js";
import type { Report } from "../../../src/importer/index.js";
import { phrase } from "../../../src/importer/messages/phrase.js";
import { LANGUAGES } from "../../../src/messages/language.js";

const REPORT: Report = {
  status: "tooManyRejections",
  ...{ rejections: [], createdOverTime: { periodMs: 60_000, counts: [] }, waits: {} },
  reason: phrase("tooHighShare", { rejected: 40, attempted: 100, percent: 10 }),
  ...{ read: 294, created: 200, updated: 0, rejected: 40, unknown: 3, skipped: 1, notAttempted: 50 },
  ...{ createdTotal: 1200, unknownFromEarlierRuns: 0 },
  warnings: [phrase("separator", { separator: phrase("tabs") }), phrase("readOnce")],
  ...{ startedAt: "2026-04-01T10:00:00.000Z", finishedAt: "2026-04-01T10:10:00.000Z" },
};

const context = {
  path: "history.csv",
  jobDir: "history.csv.import",
  argv: ["import", "history.csv", "--time-zone", "Asia/Shanghai"],
  rejectedFile: "rejected.csv",
  printedWarnings: new Set<never>(),
};

afterEach(() => setLanguage("en"));

describe.each(LANGUAGES)("a report in %s", (language) => {
  it("wraps at no line but those of a command on a terminal of 60 columns", () => {
    setLanguage(language);
    const lines = describeReport(REPORT, { ...context, columns: 60 }).split("\n");
    const wide = lines.filter((line) => stringWidth(line) > 60 && !/^ {2}(npx )?feishu-hire/.test(line));
    expect(wide).toEqual([]);
  });

  it("has its numbers in one column", () => {
    setLanguage(language);
    const lines = describeReport(REPORT, { ...context, columns: 60 }).split("\n");
    const numbers = lines.filter((line) => /^ {2}\S.* \d+( {3}|$)/u.test(line));
    const columns = numbers.map((line) => stringWidth(/^ {2}\D*/u.exec(line)?.[0] ?? ""));
    expect(numbers).toHaveLength(6);
    expect(new Set(columns).size).toBe(1);
  });
});

it("leaves out of the command for fixed rows what holds for the original file alone", () => {
  const argv = ["import", "history.json", "--items", "data", "--encoding=gb18030", "--quiet"];
  const { retryRejected } = planNextCommands(REPORT, {
    ...context,
    path: "history.json",
    argv,
    columns: undefined,
  });
  expect(retryRejected).toEqual(["import", "fixed.json", "--quiet", "--job", "history.csv.import"]);
});

import stringWidth from "string-width";
import { afterEach, describe, expect, it } from "vitest";
import { createImportCommand } from "../../../src/cli/commands/import.js";
import { setLanguage } from "../../../src/cli/language/translate.js";
import { describeReport } from "../../../src/cli/output/describe-report.js";
import { formatLines } from "../../../src/cli/output/format-lines.js";
import { listNextSteps, planNextCommands, SWITCHES } from "../../../src/cli/output/next-steps.js";
import type { Report } from "../../../src/importer/index.js";
import { MISALIGNED_FIELD } from "../../../src/importer/input/table/schema/rejected-columns.js";
import { phrase } from "../../../src/importer/messages/phrase.js";
import { LANGUAGES } from "../../../src/messages/language.js";

const REPORT: Report = {
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

const context = {
  path: "history.csv",
  jobDir: "history.csv.import",
  argv: ["import", "history.csv", "--time-zone", "Asia/Shanghai"],
  rejectedFile: "rejected.csv",
  printedWarnings: new Set<never>(),
};

afterEach(() => setLanguage("en"));

describe.each(LANGUAGES)("a report in %s", (language) => {
  it("fits a terminal of 60 columns, except for the lines of a command", () => {
    setLanguage(language);
    const first = [1, 2, 3].map((line) => ({ line, key: undefined }));
    const reason = phrase("expected", { expected: phrase("interviewerFirst") });
    const rejections = [{ reason, field: "username", code: undefined, count: 9, first }];
    const lines = describeReport({ ...REPORT, rejections }, { ...context, columns: 60 }).split("\n");
    const tooWide = lines.filter(
      (line) => stringWidth(line) > 60 && !/^ {2}(npx --no-install )?feishu-hire/.test(line),
    );
    expect(tooWide).toEqual([]);
  });

  it("names the field of a rejection, unless it is not a column of the file", () => {
    setLanguage(language);
    const rejection = (field: string) => ({
      reason: phrase("expected", { expected: phrase("cellCount", { count: 8 }) }),
      field,
      code: undefined,
      count: 1,
      first: [{ line: 2, key: undefined }],
    });
    const rejections = [rejection("begin_time"), rejection(MISALIGNED_FIELD)];
    const text = describeReport({ ...REPORT, rejections }, { ...context, columns: 60 });
    expect(text).toContain("begin_time");
    expect(text).not.toContain(MISALIGNED_FIELD);
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

it("counts those that were found in Feishu, and those of all runs, beside the created ones", () => {
  const report = { ...REPORT, created: 7, found: 5, createdTotal: 19 };
  const line = describeReport(report, { ...context, columns: undefined }).match(/^ {2}created .*$/m)?.[0];
  expect(line?.match(/\d+/g)).toEqual(["7", "5", "19"]);
});

it.each([
  [[6], 1, "line 6"],
  [[6, 6], 2, "line 6"],
  [[6, 8], 2, "lines 6, 8"],
  [[6], 2, "lines 6, …"],
  [[6, 8], 3, "lines 6, 8, …"],
])("lists lines %j of %i as %s, and rows of a workbook alike", (lines, count, expected) => {
  const first = lines.map((line) => ({ line }));
  expect(formatLines(first, { count, hasRows: false })).toBe(expected);
  expect(formatLines(first, { count, hasRows: true })).toBe(expected.replace("line", "row"));
});

it.each([
  [[{ line: 6 }], 1, "第 6 行"],
  [[{ line: 6 }, { line: 6 }, { line: 8 }], 3, "第 6、8 行"],
  [[{ line: 6 }, { line: 8 }], 9, "第 6、8 等行"],
  [[{ line: 8, row: 7 }], 1, "第 8 行（表格软件中为第 7 行）"],
  [[{ line: 6 }, { line: 8, row: 7 }], 2, "第 6 行、第 8 行（表格软件中为第 7 行）"],
  [[{ line: 6 }, { line: 8, row: 7 }], 9, "第 6 行、第 8 行（表格软件中为第 7 行）等"],
])("lists lines %j of %i in Chinese as %s", (first, count, expected) => {
  setLanguage("zh");
  expect(formatLines(first, { count, hasRows: false })).toBe(expected);
});

it("leaves out of the command for fixed rows what holds for the original file alone", () => {
  const argv = ["import", "history.json", "--items", "data", "--encoding=gb18030", "--quiet"];
  const { retryRejected } = planNextCommands(REPORT, { ...context, path: "history.json", argv });
  expect(retryRejected).toEqual(["import", "fixed.json", "--quiet", "--job", "history.csv.import"]);
});

it("proposes another name for rows that were rejected from a file of fixed rows", () => {
  const name = (path: string) =>
    planNextCommands(REPORT, { ...context, path, argv: ["import", path] }).retryRejected?.[1];
  expect(["a.xlsx", "fixed.xlsx", "fixed-2.xlsx"].map(name)).toEqual([
    "fixed.xlsx",
    "fixed-2.xlsx",
    "fixed-3.xlsx",
  ]);
});

it("proposes a name for rows that were rejected from input without an extension", () => {
  const name = (path: string) =>
    planNextCommands(REPORT, { ...context, path, argv: ["import", path] }).retryRejected?.[1];
  expect(["-", "fixed", "fixed-2"].map(name)).toEqual(["fixed", "fixed-2", "fixed-3"]);
});

it.each([
  [["import", "h.csv", "--id-namespace", "h.csv"], 1],
  [["import", "--id-namespace", "h.csv", "h.csv"], 3],
  [["import", "--json", "h.csv", "--id-namespace", "h.csv"], 2],
  [["--lang", "en", "import", "--id-namespace=h.csv", "--", "h.csv"], 5],
])("replaces the file in the command for fixed rows, and no flag's value: %j", (argv, file) => {
  const { retryRejected } = planNextCommands(REPORT, { ...context, path: "h.csv", argv });
  const expected = argv.map((arg, i) => (i === file ? "fixed.csv" : arg));
  const job = ["--job", context.jobDir];
  expect(retryRejected?.filter((arg) => !job.includes(arg))).toEqual(expected);
});

it.each(LANGUAGES)("names the mapping that must stay as it is, if there is one, in %s", (language) => {
  setLanguage(language);
  const [mapped] = listNextSteps(REPORT, { ...context, mapping: "history.csv.map.yaml" });
  expect(mapped?.text).toContain("history.csv.map.yaml");
  expect(listNextSteps(REPORT, context)[0]?.text).not.toContain(".yaml");
});

describe("a command that is run next", () => {
  const argv = ["import", "--quiet", "--", "-h.csv"];
  const report: Report = { ...REPORT, status: "failed", missingArguments: ["--job", "other"] };

  it("has its flags before a --", () => {
    const plan = planNextCommands(report, { ...context, path: "-h.csv", argv, mapping: "m.yaml" });
    expect(plan).toEqual({
      resume: ["import", "--quiet", "--job", "other", "--", "-h.csv"],
      retryRejected: ["import", "--quiet", "--job", "other", "--map", "m.yaml", "--", "fixed.csv"],
      settle: ["import", "--quiet", "--job", "other", "--settle", "--", "-h.csv"],
      verify: undefined,
    });
  });

  it("takes a -- that is a flag's value for one", () => {
    const quiet = ["import", "--id-namespace", "--", "h.csv"];
    const { resume } = planNextCommands(report, { ...context, path: "h.csv", argv: quiet });
    expect(resume).toEqual([...quiet, "--job", "other"]);
  });
});

it("names another job in place of the one that was named", () => {
  const report: Report = { ...REPORT, status: "failed", missingArguments: ["--job", "other"] };
  const resume = (argv: string[]) => planNextCommands(report, { ...context, path: "h.csv", argv }).resume;
  expect(resume(["import", "h.csv", "--job", "own"])).toEqual(["import", "h.csv", "--job", "other"]);
  expect(resume(["import", "--job=own", "h.csv"])).toEqual(["import", "h.csv", "--job", "other"]);
});

it("does not propose to unlock the job again", () => {
  const report: Report = { ...REPORT, status: "interrupted" };
  const argv = ["import", "--force-unlock", "h.csv"];
  expect(planNextCommands(report, { ...context, path: "h.csv", argv })).toEqual({
    resume: ["import", "h.csv"],
    retryRejected: ["import", "fixed.csv", "--job", "history.csv.import"],
    settle: ["import", "h.csv", "--settle"],
    verify: undefined,
  });
});

it("knows which flags of an import take no value", () => {
  const switches = createImportCommand().options.filter(({ required }) => !required);
  expect(switches.map(({ long }) => long)).toEqual(SWITCHES.map((name) => `--${name}`));
});

it("has missing arguments in the command that settles, and one step if that is how it is resumed", () => {
  const report: Report = { ...REPORT, status: "failed", rejected: 0, missingArguments: ["--job", "other"] };
  expect(planNextCommands(report, context).settle).toEqual([
    ...context.argv,
    ...["--job", "other", "--settle"],
  ]);
  const settling = { ...context, argv: [...context.argv, "--settle"] };
  const commands = (of: typeof context) => listNextSteps(report, of).map(({ command }) => command);
  expect(commands(context)).toHaveLength(2);
  expect(commands(settling)).toEqual([[...settling.argv, "--job", "other"]]);
});

it("does not promise that the same command will find what it has not found", () => {
  const report: Report = { ...REPORT, status: "finished", rejected: 0 };
  const settling = { ...context, argv: [...context.argv, "--settle"] };
  const [before, after] = [context, settling].map((of) => listNextSteps(report, of)[0]);
  expect(after?.command).toEqual(before?.command);
  expect(after?.text).not.toBe(before?.text);
});

describe("the command that compares with Feishu", () => {
  const done: Report = { ...REPORT, status: "finished", rejected: 0, unknown: 0, notAttempted: 0 };

  it("has the flags of the import that it needs", () => {
    const argv = [
      ...["--lang", "en", "import", "fixed.xlsx", "--quiet", "--rate", "5", "--job=a.import"],
      ...["--map", "a.xlsx.map.yaml", "--credentials", "hire.env", "--ignore-columns", "x"],
    ];
    expect(planNextCommands(done, { ...context, path: "fixed.xlsx", argv }).verify).toEqual([
      ...["verify", "fixed.xlsx", "--lang", "en", "--job=a.import"],
      ...["--map", "a.xlsx.map.yaml", "--credentials", "hire.env"],
    ]);
  });

  it("does not take a file for a flag", () => {
    const argv = ["import", "--time-zone", "Z", "--", "-h.csv"];
    expect(planNextCommands(done, { ...context, path: "-h.csv", argv }).verify).toEqual([
      ...["verify", "--time-zone", "Z", "--", "-h.csv"],
    ]);
  });

  it("is for a run that has left nothing to do, and not for a mock's", () => {
    expect(planNextCommands(done, context).verify).toBeDefined();
    expect(planNextCommands({ ...done, rejected: 1 }, context).verify).toBeUndefined();
    expect(planNextCommands({ ...done, unknown: 1 }, context).verify).toBeUndefined();
    expect(planNextCommands({ ...done, notAttempted: 1 }, context).verify).toBeUndefined();
    expect(planNextCommands({ ...done, status: "failed" }, context).verify).toBeUndefined();
    const mock = { ...context, argv: [...context.argv, "--mock"] };
    expect(planNextCommands(done, mock).verify).toBeUndefined();
  });
});

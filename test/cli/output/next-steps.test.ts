import { afterEach, describe, expect, it } from "vitest";
import { createImportCommand } from "../../../src/cli/commands/import.js";
import { setLanguage } from "../../../src/cli/language/translate.js";
import { listNextSteps, planNextCommands, SWITCHES } from "../../../src/cli/output/next-steps.js";
import type { Report } from "../../../src/importer/index.js";
import { phrase } from "../../../src/importer/messages/phrase.js";
import { LANGUAGES } from "../../../src/messages/language.js";
import { context, REPORT } from "../support/sample-report.js";

afterEach(() => setLanguage("en"));

it("leaves out of the command for fixed rows what holds for the original file alone", () => {
  const argv = ["import", "history.json", "--items", "data", "--encoding=gb18030", "--quiet"];
  const { retryRejected } = planNextCommands(REPORT, { ...context, path: "history.json", argv });
  expect(retryRejected).toEqual(["import", "fixed.json", "--quiet", "--job", "history.csv.import"]);
});

describe("rows that have changed since their interviews were created", () => {
  const first = [{ line: 2, key: undefined }];
  const changed = { reason: phrase("createdOtherwise"), field: undefined, code: undefined, count: 3, first };
  const interrupted = { ...changed, reason: phrase("updateOpen"), count: 1 };
  const invalid = { ...changed, reason: phrase("blank"), count: 1 };
  const planFor = (rejections: Report["rejections"]) => {
    const rejected = rejections.reduce((sum, { count }) => sum + count, 0);
    return planNextCommands({ ...REPORT, rejections, rejected }, context);
  };

  it("are to be overwritten by the same command, with nothing to fix", () => {
    const { update, retryRejected } = planFor([changed, interrupted]);
    expect(update).toEqual([...context.argv, "--update"]);
    expect(retryRejected).toBeUndefined();
  });

  it("leave the other rejected rows to be fixed", () => {
    expect(planFor([changed, invalid])).toMatchObject({ update: context.argv.concat("--update") });
    expect(planFor([changed, invalid]).retryRejected).toContain("fixed.csv");
    expect(planFor([invalid]).update).toBeUndefined();
  });
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

import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { setLanguage } from "../../src/cli/language/translate.js";
import { describeReport } from "../../src/cli/output/describe-report.js";
import { formatProgress } from "../../src/cli/progress/format-progress.js";
import { RunProgress } from "../../src/cli/progress/run-progress.js";
import { describeErrorName, type Outcome, type Report } from "../../src/importer/index.js";
import { LANGUAGES, type Language } from "../../src/messages/language.js";
import { formatTextRows, writeWorkbook } from "../importer/input/xlsx/make-workbook.js";
import { getEnvironment } from "../support/program.js";
import { startTestFeishu } from "../testing/feishu.js";
import { runInProcess } from "./support/run-in-process.js";

const PAGES: Readonly<Record<Language, string>> = { en: "importing.md", zh: "importing.zh.md" };
const folder = await mkdtemp(join(tmpdir(), "guide-"));
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => {
  setLanguage("en");
  vi.unstubAllEnvs();
});

/** What the guide shows as printed. */
async function readPrinted(language: Language): Promise<string[]> {
  const page = await readFile(new URL(`../../docs/${PAGES[language]}`, import.meta.url), "utf8");
  return [...page.matchAll(/^```text\n([\s\S]*?)^```$/gm)].map(([, text = ""]) => text);
}

/** The progress line when this much of a run is over. */
function formatProgressLine(language: Language): string {
  setLanguage(language);
  let now = 0;
  const progress = new RunProgress(
    () => ({ rows: 10_200, share: 0.999_999 }),
    () => now,
  );
  const record = (outcome: Outcome, count: number) => {
    for (let i = 0; i < count; i++) progress.countOutcome(outcome);
  };
  const created: Outcome = { kind: "created", line: 1, key: "a", id: "1" };
  record(created, 1_999);
  record({ ...created, kind: "rejected", rejection: { reason: describeErrorName("no") } }, 6);
  now = 60_000;
  record(created, 99);
  return `${formatProgress(progress.takeSnapshot(), 119)}\n`;
}

const REPORT: Report = {
  status: "finished",
  read: 10_200,
  created: 10_188,
  updated: 0,
  rejected: 12,
  unknown: 0,
  skipped: 0,
  notAttempted: 0,
  found: 0,
  createdTotal: 10_188,
  unknownFromEarlierRuns: 0,
  warnings: [],
  rejections: [],
  createdOverTime: { periodMs: 60_000, counts: [] },
  waits: {},
  startedAt: "2026-04-01T10:00:00.000Z",
  finishedAt: "2026-04-01T10:20:00.000Z",
};

describe.each(LANGUAGES)("the guide in %s", (language) => {
  it("shows what the command prints", async () => {
    vi.stubEnv("npm_command", "exec");
    const path = join(folder, "interviews.csv");
    await writeFile(path, "external_id,external_application_id,conclusion\ni1,7,2\ni2,7,nine\n");
    const validated = (await runInProcess(["validate", path], language)).printed.replaceAll(
      path,
      "interviews.csv",
    );
    const printed = [
      ...(await importWorkbook(language)),
      validated,
      formatProgressLine(language),
      formatReport(REPORT, language),
      ...(await verifyAndUndo(language)),
      formatReport({ ...REPORT, created: 10_198, createdTotal: 10_198, rejected: 0, unknown: 2 }, language),
    ];
    expect(printed).toEqual(await readPrinted(language));
  });
});

function formatReport(report: Report, language: Language): string {
  setLanguage(language);
  return describeReport(report, {
    path: "interviews.csv",
    jobDir: "interviews.csv.import",
    argv: [...["import", "interviews.csv", "--time-zone", "Asia/Shanghai"], ...["--credentials", "hire.env"]],
    rejectedFile: "rejected.csv",
    printedWarnings: new Set(),
    columns: undefined,
  });
}

/** A workbook of three interviews; the second one has this time. */
function makeWorkbook(time: string): string {
  const rows = [
    ["Interview ID", "External Application ID", "Interviewer", "Interview Start"],
    ["r1", "6960663240925900001", "Iris Novak", "2021-04-15 14:00"],
    ["r2", "6960663240925900002", "Tom Berg", time],
    ["r3", "6960663240925900003", "Ana Olsen", "2021-04-17 10:00"],
  ];
  const answers = [
    ["Overall Recommendation", "Coding"],
    ["Strong Yes", "5"],
    ["Yes", "4"],
    ["No", "2"],
  ];
  const cells = rows.map((row, i) => [...row, ...(answers[i] ?? [])]);
  return writeWorkbook({ sheets: [{ name: "Scorecards", rows: formatTextRows(cells) }] });
}

/** What the guide says to fill in, as it shows it. */
async function fillIn(mapping: string): Promise<void> {
  const draft = await readFile(mapping, "utf8");
  const filled = draft
    .replace(/Strong Yes:.*/, "Strong Yes: Passed")
    .replace(/time_zone:.*/, "time_zone: Asia/Shanghai")
    .replace("#dimensions:", "dimensions:")
    .replace(/#( {2}- column: Coding.*\n)#/, "$1");
  await writeFile(mapping, filled);
  const guide = await readFile(new URL(`../../docs/${PAGES.en}`, import.meta.url), "utf8");
  const shown = /^```yaml\n([\s\S]*?)^```$/m.exec(guide)?.[1] ?? "";
  for (const line of shown.split("\n").filter((text) => text !== ""))
    expect(filled.split("\n").map((text) => text.replace(/ {2}#.*/, ""))).toContain(line);
}

/** What is printed on the way of a workbook into Feishu, as the guide has it. */
async function importWorkbook(language: Language): Promise<string[]> {
  const feishu = await startTestFeishu({ rateLimit: false });
  const cwd = join(folder, `workbook-${language}`);
  await mkdir(cwd);
  const path = join(cwd, "scorecards.xlsx");
  await copyFile(makeWorkbook("2021-04-16"), path);
  const credentials = join(cwd, "hire.env");
  const variables = Object.entries(getEnvironment(feishu)).map(([name, value]) => `${name}=${value}\n`);
  await writeFile(credentials, variables.join(""));
  const before = process.argv;
  const run = async (...args: string[]) => {
    process.argv = ["node", "feishu-hire", ...args];
    const { printed } = await runInProcess(args, language);
    return printed.replaceAll(`${cwd}/`, "");
  };
  try {
    const mapped = await run("map", path);
    await fillIn(`${path}.map.yaml`);
    const validated = await run("validate", path);
    await copyFile(makeWorkbook("2021-04-16 09:30"), path);
    const imported = await run("import", path, "--credentials", credentials);
    const verified = await run("verify", path, "--credentials", credentials);
    return [mapped, validated, imported, verified];
  } finally {
    process.argv = before;
  }
}

/** What is printed after an import of three interviews, one of which a person has changed in Feishu. */
async function verifyAndUndo(language: Language): Promise<string[]> {
  const feishu = await startTestFeishu({ rateLimit: false });
  for (const [name, value] of Object.entries(getEnvironment(feishu))) vi.stubEnv(name, value);
  const cwd = join(folder, language);
  await mkdir(cwd);
  const path = join(cwd, "interviews.csv");
  await writeFile(path, "external_id,external_application_id,conclusion\ni1,7,2\ni2,7,3\ni3,8,2\n");
  const run = async (...args: string[]) => {
    const { printed } = await runInProcess(args, language);
    return shiftTimes(printed.replaceAll(`${cwd}/`, ""));
  };
  await run("import", path, "--quiet");
  const changed = feishu.interviews.find(({ externalId }) => externalId === "i2");
  feishu.editInterview(changed?.interview.id ?? "", { interview_assessments: [{ conclusion: 1 }] });
  const verified = await run("verify", path);
  return [verified, await run("undo", `${path}.import`, "--yes", "3")];
}

/** Moves printed times so that the first is the guide's, to the minute. */
function shiftTimes(printed: string): string {
  const times = /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g;
  const firstMs = Date.parse(printed.match(times)?.[0] ?? "");
  return printed.replaceAll(times, (time) => {
    const minutes = Math.round((Date.parse(time) - firstMs) / 60_000);
    return new Date(Date.UTC(2026, 3, 1, 18, 20 + minutes)).toISOString().slice(0, 19).replace("T", " ");
  });
}

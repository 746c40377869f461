import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { setLanguage, translate } from "../../../src/cli/language/translate.js";
import { pageMessages } from "../../../src/cli/messages/page.js";
import { formatTime } from "../../../src/cli/output/format-time.js";
import { formatReportPage } from "../../../src/cli/output/report-page.js";
import { Phrase, type Report } from "../../../src/importer/index.js";
import { LANGUAGES } from "../../../src/messages/language.js";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  existsSync,
);
const run = promisify(execFile);

const REPORT: Report = {
  status: "failed",
  reason: new Phrase("reason", { en: "<b>the scope</b> is missing", zh: "缺少权限" }),
  read: 1200,
  created: 1000,
  updated: 3,
  rejected: 150,
  unknown: 7,
  skipped: 20,
  notAttempted: 20,
  found: 0,
  createdTotal: 1000,
  unknownFromEarlierRuns: 0,
  warnings: [],
  rejections: [
    {
      reason: new Phrase("oneOf", { en: "one of 1, 2, 3", zh: "1、2、3 之一" }),
      field: "conclusion",
      code: undefined,
      count: 148,
      first: [{ line: 7, key: 'a"<script>' }],
    },
  ],
  createdOverTime: { periodMs: 60_000, counts: [400, 600] },
  waits: { RateLimitError: { count: 4, ms: 5000 } },
  startedAt: "2026-04-01T10:00:00.000Z",
  finishedAt: "2026-04-01T10:02:00.000Z",
};

const page = (changes: Partial<Report> = {}) =>
  formatReportPage({
    report: { ...REPORT, ...changes },
    limitPerMinute: 600,
    context: {
      path: "面试.csv",
      jobDir: "面试.csv.import",
      argv: ["import", "面试.csv"],
      rejectedFile: "rejected.csv",
    },
  });

describe.each(LANGUAGES)("the report's page in %s", (language) => {
  it("has every number, reason and command, escapes what comes from outside, and asks for nothing", () => {
    setLanguage(language);
    onTestFinished(() => setLanguage("en"));
    const html = page();
    for (const text of ["1200", "1000", "150", "148", "conclusion", "--settle", "600"])
      expect(html).toContain(text);
    expect(html).toContain("a&quot;&lt;script&gt;");
    for (const time of [REPORT.startedAt, REPORT.finishedAt]) {
      expect(html).toContain(formatTime(time));
      expect(html).not.toContain(time);
    }
    // What is to be fixed, and where: as it is printed.
    for (const text of ["面试.csv.import/rejected.csv", "fixed.csv"]) expect(html).toContain(text);
    expect(html).not.toMatch(/<script|<b>|https?:|src=|url\(/);
  });
});

it("draws no course for a run of a single period", () => {
  const createdOverTime = { periodMs: 60_000, counts: [400] };
  expect(page()).toContain("<svg");
  expect(page({ createdOverTime })).not.toContain("<svg");
});

it("does not take a run for done that has left rows for later", () => {
  const finished = { status: "finished", rejected: 0, unknown: 0 } as const;
  const done = translate(pageMessages.done);
  expect(page({ ...finished, notAttempted: 0 })).not.toContain(translate(pageMessages.later));
  expect(page({ ...finished, notAttempted: 9 })).toContain(translate(pageMessages.later));
  expect(page({ ...finished, notAttempted: 9 })).not.toContain(done);
});

describe.skipIf(!CHROMIUM)(`the page in a browser${CHROMIUM ? "" : " (skipped, install chromium)"}`, () => {
  it.each([390, 1200])("is read at %i pixels without scrolling sideways", async (width) => {
    const folder = await mkdtemp(join(tmpdir(), "report-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const probe = `<script>document.title = [document.documentElement.scrollWidth, document.querySelectorAll("rect").length].join()</script>`;
    await writeFile(join(folder, "report.html"), page().replace("</body>", `${probe}</body>`));
    // Headless Chromium has no window narrower than 500 pixels: a frame has.
    const frame = `<iframe src="report.html" width="${width}" height="900" onload="document.title = this.contentDocument.title"></iframe>`;
    await writeFile(join(folder, "frame.html"), frame);
    const url = pathToFileURL(join(folder, "frame.html")).href;
    const flags = [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--allow-file-access-from-files",
      "--dump-dom",
    ];
    const { stdout } = await run(CHROMIUM ?? "", [
      ...flags,
      `--user-data-dir=${join(folder, "profile")}`,
      url,
    ]);
    const [, scrollWidth, bars] = /<title>(\d+),(\d+)<\/title>/.exec(stdout) ?? [];
    expect(Number(bars)).toBe(2);
    expect(Number(scrollWidth)).toBeLessThanOrEqual(width);
  });
});

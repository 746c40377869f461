import stringWidth from "string-width";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setLanguage } from "../../../src/cli/language/translate.js";
import { formatDuration, formatProgress } from "../../../src/cli/progress/format-progress.js";
import { JsonEvents } from "../../../src/cli/progress/json-events.js";
import { ProgressLine } from "../../../src/cli/progress/progress-line.js";
import { RunProgress } from "../../../src/cli/progress/run-progress.js";
import { describeErrorName, LANGUAGES, type Outcome } from "../../../src/importer/index.js";

const created: Outcome = { kind: "created", line: 1, key: "lever:1", id: "9" };
const skipped: Outcome = { kind: "skipped", line: 1, key: "lever:1", reason: describeErrorName("no") };
const rejected: Outcome = {
  kind: "rejected",
  line: 2,
  key: "lever:2",
  rejection: { reason: describeErrorName("no") },
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function createOutput(isTTY: boolean, columns = 80) {
  const written: string[] = [];
  return { isTTY, columns, written, write: (text: string) => written.push(text) };
}

describe("the progress", () => {
  it("is one line in place on a terminal, no wider than it, and cleared at the end", () => {
    const terminal = createOutput(true);
    const progress = new ProgressLine(terminal, () => ({ rows: 40, share: 1 / 3 }));
    for (let i = 0; i < 30; i++) progress.countOutcome(created);
    vi.advanceTimersByTime(200);
    progress.end();
    expect(terminal.written[0]).toBe(
      "\r\x1b[K[####-----------]  30/~120  created 30  rejected 0  unknown 0  30.0/s  3 s left",
    );
    expect(terminal.written[0]?.length).toBe("\r\x1b[K".length + 79);
    expect(terminal.written.at(-1)).toBe("\r\x1b[K");
    vi.advanceTimersByTime(60_000);
    expect(terminal.written).toHaveLength(2);
  });

  it("has no bar on a narrow terminal, and is cut at its edge", () => {
    const terminal = createOutput(true, 24);
    const progress = new ProgressLine(terminal, () => ({ rows: 40, share: 1 / 3 }));
    progress.countOutcome(created);
    vi.advanceTimersByTime(200);
    progress.end();
    expect(terminal.written[0]).toBe("\r\x1b[K1/~120  created 1  1 mi");
  });

  it.each(LANGUAGES)("keeps the time left on 60 columns in %s: what is zero goes first", (language) => {
    setLanguage(language);
    const progress = new RunProgress(() => ({ rows: 10_200, share: 0.99 }));
    vi.advanceTimersByTime(10_000);
    for (let i = 0; i < 99; i++) progress.countOutcome(created);
    progress.countOutcome(rejected);
    const line = formatProgress(progress.takeSnapshot(), 59);
    setLanguage("en");
    expect(line).toContain(language === "zh" ? "被拒绝 1" : "rejected 1");
    expect(line).toContain(language === "zh" ? "剩余" : "left");
    expect(stringWidth(line)).toBeLessThan(60);
  });

  it("is a plain line every ten seconds elsewhere", () => {
    const file = createOutput(false);
    const progress = new ProgressLine(file, () => ({ rows: 110, share: 0.55 }));
    vi.advanceTimersByTime(1_000);
    for (let i = 0; i < 99; i++) progress.countOutcome(created);
    progress.countOutcome(rejected);
    vi.advanceTimersByTime(8_999);
    expect(file.written).toEqual([]);
    vi.advanceTimersByTime(10_001);
    progress.end();
    expect(file.written).toEqual([
      "100/~200  created 99  rejected 1  unknown 0  9.9/s  10 s left\n",
      "100/~200  created 99  rejected 1  unknown 0  0.0/s\n",
    ]);
  });

  it("shows why it waits, while it waits", () => {
    const progress = new RunProgress(() => ({ rows: 0, share: 0 }));
    progress.startWait("RateLimitError", 3_000);
    expect(formatProgress(progress.takeSnapshot())).toContain("waiting 3 s: RateLimitError");
    vi.advanceTimersByTime(3_000);
    expect(formatProgress(progress.takeSnapshot())).not.toContain("waiting");
  });

  it("shows the rate from the start, and the time left", () => {
    const progress = new RunProgress(() => ({ rows: 40, share: 0.1 }));
    expect(formatProgress(progress.takeSnapshot())).toContain("0/~400");
    vi.advanceTimersByTime(2_000);
    for (let i = 0; i < 20; i++) progress.countOutcome(created);
    expect(formatProgress(progress.takeSnapshot())).toBe(
      "20/~400  created 20  rejected 0  unknown 0  10.0/s  38 s left",
    );
  });

  it("counts what is skipped, created by earlier runs", () => {
    const progress = new RunProgress(() => ({ rows: 400, share: 1 }));
    for (let i = 0; i < 294; i++) progress.countOutcome(skipped);
    progress.countOutcome(created);
    expect(formatProgress(progress.takeSnapshot())).toBe(
      "295/400  created 1  skipped 294  rejected 0  unknown 0  1.0/s  1 min 45 s left",
    );
  });

  it("makes room for a warning on a terminal", () => {
    const terminal = createOutput(true);
    const progress = new ProgressLine(terminal, () => ({ rows: 0, share: 0 }));
    vi.advanceTimersByTime(200);
    progress.warn({ format: () => "line 4 looks wrong" });
    progress.end();
    expect(terminal.written).toEqual([
      expect.stringContaining("reading"),
      "\r\x1b[K",
      "warning: line 4 looks wrong\n",
      "\r\x1b[K",
    ]);
  });

  it("has 80 columns on a terminal without a size", () => {
    const terminal = createOutput(true, 0);
    const progress = new ProgressLine(terminal, () => ({ rows: 0, share: 0 }));
    progress.print("two words");
    progress.end();
    expect(terminal.written).toEqual(["\r\x1b[K", "two words\n", "\r\x1b[K"]);
  });

  it("is one JSON event per line with --json", () => {
    const lines: string[] = [];
    const events = new JsonEvents(
      (text) => lines.push(text),
      () => ({ rows: 0, share: 0 }),
    );
    events.countOutcome(created);
    events.startWait("ServerError", 500);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { event: "outcome", kind: "created", line: 1, key: "lever:1", id: "9" },
      { event: "waiting", reason: "ServerError", waitMs: 500 },
    ]);
    for (const line of lines) expect(line).toMatch(/^[^\n]+\n$/);
  });

  it.each([
    [5, "5 s"],
    [65, "1 min 5 s"],
    [3_700, "1 h 1 min"],
  ])("formats %i s as %s", (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});

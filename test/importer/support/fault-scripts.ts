import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import fc from "fast-check";
import { expect } from "vitest";
import { ErrorCode } from "../../../src/index.js";
import {
  type DuplicateResponse,
  type Fault,
  type FaultKind,
  startFeishu,
} from "../../../src/testing/index.js";
import { buildInterviews } from "./interviews.js";
import { newJobDirectory, readOutcomeFiles } from "./job-directory.js";
import { expectTheTruth } from "./oracle.js";
import { runImport } from "./run.js";

const ROWS = 12;
const HOUR_MS = 3_600_000;

/** Faults after which the interview may or may not have been created. */
const ambiguous = fc.constantFrom<FaultKind>(
  { kind: "reset" },
  { kind: "cut" },
  { kind: "html" },
  { kind: "empty" },
  { kind: "truncated" },
  { kind: "wrongShape" },
  { kind: "redirect" },
  { kind: "hang" },
  { kind: "failure", code: ErrorCode.SystemError, status: 500 },
);
/** Faults that prove that it was not. */
const rejected = fc.constantFrom<FaultKind>(
  { kind: "failure", code: ErrorCode.BadParameter },
  { kind: "failure", code: 1_002_999 },
  { kind: "failure", code: ErrorCode.MissingScope },
  { kind: "failure", code: ErrorCode.MonthlyQuotaExceeded },
  { kind: "failure", code: ErrorCode.RateLimited },
  { kind: "failure", code: ErrorCode.RateLimited, reset: 3600 },
  { kind: "revokeTokens" },
);
const applied = fc.constantFrom<NonNullable<Fault["applied"]>>(
  true,
  true,
  true,
  false,
  false,
  false,
  "idOnly",
);
const times = fc.integer({ min: 1, max: 6 });
const fault = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(ambiguous, applied, times)
      .map(([kind, applied, times]): Fault => ({ ...kind, applied, times })),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(rejected, times).map(([kind, times]): Fault => ({ ...kind, times })),
  },
  {
    weight: 1,
    arbitrary: fc
      .oneof(ambiguous, rejected)
      .map((kind): Fault => ({ ...kind, operationId: "getTenantAccessToken" })),
  },
);

/** One run: its faults, its rows in random order, and the time since the previous run. */
const run = fc.record({
  script: fc.array(fault, { maxLength: 8 }),
  order: fc.shuffledSubarray(buildInterviews(ROWS), { minLength: ROWS / 2 }),
  laterMs: fc.constantFrom(0, HOUR_MS, 5 * HOUR_MS, 30 * HOUR_MS),
  maxRetries: fc.constantFrom(0, 2),
  concurrency: fc.constantFrom(1, 4, 40),
  maxOutageMs: fc.constantFrom(0, HOUR_MS),
});

const duplicate = fc.constantFrom<DuplicateResponse>(
  "firstResult",
  "firstResult",
  "emptySuccess",
  { code: ErrorCode.BadParameter },
  { code: ErrorCode.SystemError, status: 500 },
);

/** Whatever the faults and however many the runs, no interview is lost or created twice. */
export async function expectTruthUnderAnyFaults(numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(run, { minLength: 1, maxLength: 4 }), duplicate, async (runs, duplicate) => {
      const feishu = await startFeishu({ duplicate, rateLimit: false });
      const job = await newJobDirectory();
      try {
        for (const { script, order, laterMs, maxRetries, concurrency, maxOutageMs } of runs) {
          feishu.clock.advance(laterMs);
          feishu.faults.push(...script);
          const clientOptions = { maxRetries, timeoutMs: 25 };
          const ended = await runImport(feishu, job, order, { clientOptions, concurrency, maxOutageMs });
          expectTheTruth(feishu, job, ended);
          feishu.faults.length = 0;
        }
        await expectAllCreated();
      } finally {
        await feishu.close();
        await rm(dirname(job), { recursive: true });
      }

      /** Without faults, a run creates all but those that are no longer safe to resend, or whose repeat is rejected. */
      async function expectAllCreated(): Promise<void> {
        const last = await runImport(feishu, job, buildInterviews(ROWS));
        expectTheTruth(feishu, job, last);
        expect(last.report).toMatchObject({ status: "finished", notAttempted: 0 });
        const { created, unknown, rejected } = readOutcomeFiles(job);
        expect(created.length + unknown.length + rejected.length).toBe(ROWS);
        const rejectsRepeats = runs.some(({ script }) => script.some(({ applied }) => applied === "idOnly"));
        if (rejectsRepeats || duplicate !== "firstResult") return;
        const resendableSinceMs = feishu.clock.now() - 23 * HOUR_MS;
        expect(unknown.filter(({ first_try_at }) => Date.parse(first_try_at) > resendableSinceMs)).toEqual(
          [],
        );
        expect(rejected).toEqual([]);
      }
    }),
    { numRuns, endOnFailure: true, timeout: 60_000 },
  );
}

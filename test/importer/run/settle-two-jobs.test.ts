import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { startTestFeishu } from "../../testing/feishu.js";
import { createEmptyDirectory, readOutcomeFiles } from "../support/job-directory.js";
import { runImport } from "../support/run.js";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const EVERY_TIME = Infinity;

/** One of two jobs: its rows by content, and how each of its requests ends. */
interface JobScript {
  readonly name: string;
  readonly contents: readonly number[];
  readonly endings: readonly ("responded" | "lostBefore" | "lostAfter")[];
}

const jobScript = (name: string): fc.Arbitrary<JobScript> =>
  fc.record({
    name: fc.constant(name),
    contents: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 1, maxLength: 3 }),
    endings: fc.array(fc.constantFrom("responded", "lostBefore", "lostAfter"), {
      minLength: 3,
      maxLength: 3,
    }),
  });

describe("two jobs on one application", () => {
  it("never claim each other's interviews", async () => {
    const scripts = fc.tuple(jobScript("a"), jobScript("b"));
    const laterMs = fc.constantFrom(0, 20 * MINUTE_MS, 2 * DAY_MS);
    await fc.assert(
      fc.asyncProperty(scripts, laterMs, fc.boolean(), async (both, later, reversed) => {
        const feishu = await startTestFeishu({ rateLimit: false });
        const folder = await createEmptyDirectory();
        const jobs = both.map((script) => ({ ...script, jobDir: join(folder, `${script.name}.import`) }));
        const createRows = ({ name, contents }: JobScript) =>
          contents.map((content, i) => ({
            external_id: `${name}${i}`,
            external_application_id: "1",
            interview_assessments: [{ content: `went ${content}` }],
          }));
        for (const job of jobs) {
          for (const [i, ending] of job.endings.entries())
            if (ending !== "responded")
              feishu.faults.push({
                kind: "reset",
                applied: ending === "lostAfter",
                times: EVERY_TIME,
                when: ({ externalId }) => externalId === `${job.name}${i}`,
              });
          await runImport(feishu, job.jobDir, createRows(job), { clientOptions: { maxRetries: false } });
        }
        feishu.faults.length = 0;
        feishu.clock.advance(later);
        for (const job of reversed ? jobs.toReversed() : jobs) {
          const otherJobDirs = jobs.filter((other) => other !== job).map(({ jobDir }) => jobDir);
          await runImport(feishu, job.jobDir, createRows(job), { settle: true, otherJobDirs });
        }
        const owners = new Map(feishu.interviews.map((one) => [one.interview.id, one.externalId]));
        expect(owners.size, "no interview is on the server twice").toBe(new Set(owners.values()).size);
        for (const { jobDir } of jobs)
          for (const { id, external_id } of readOutcomeFiles(jobDir).created)
            expect(owners.get(id)).toBe(external_id);
      }),
      { numRuns: 20 },
    );
  });
});

import { join } from "node:path";
import { expect, it } from "vitest";
import { previewJob, undoJob } from "../../../src/importer/index.js";
import { inputFromBodies } from "../../../src/importer/input/from-bodies.js";
import { phrase } from "../../../src/importer/messages/phrase.js";
import type { ExternalInterviewCreate } from "../../../src/index.js";
import type { TestFeishu } from "../../../src/testing/index.js";
import { startTestFeishu } from "../../testing/feishu.js";
import { buildInterviews, toStream } from "../support/interviews.js";
import { createEmptyDirectory, readOutcomeFiles } from "../support/job-directory.js";
import { jobError } from "../support/phrases.js";
import { createClient, runImport } from "../support/run.js";

async function preview(feishu: TestFeishu, jobDir: string, rows: readonly ExternalInterviewCreate[]) {
  const job = await previewJob(jobDir, { clock: feishu.clock });
  for await (const row of inputFromBodies(toStream(rows))) if (row.body) job.add(row);
  return job;
}

it("a preview rejects input that the next run would reject", async () => {
  const feishu = await startTestFeishu();
  const job = join(await createEmptyDirectory(), "a.import");
  const input = Object.assign(inputFromBodies(toStream(buildInterviews(1))), { timeZone: "Asia/Shanghai" });
  await runImport(feishu, job, input);
  // The zone holds for a run without one, too.
  await runImport(feishu, job, buildInterviews(1));
  const open = (timeZone: string | undefined, mapping?: string) =>
    previewJob(job, { ...feishu, input: { timeZone, mapping } });
  expect((await open(undefined)).exists).toBe(true);
  const what = phrase("timeZone");
  const zones = { what, before: "Asia/Shanghai", now: "Europe/Berlin" };
  await expect(open("Europe/Berlin")).rejects.toThrow(jobError("otherOwner", { job, ...zones }));
  await expect(open("Asia/Shanghai", "m")).rejects.toThrow(jobError("otherwiseUnmapped", { job }));
});

it("a preview counts what the next run does, and changes nothing", async () => {
  const feishu = await startTestFeishu({ rateLimit: false });
  const job = join(await createEmptyDirectory(), "a.import");
  const rows = buildInterviews(8);
  expect(await preview(feishu, job, rows)).toMatchObject({ exists: false, counts: { create: 8, skip: 0 } });

  feishu.faults.push({ kind: "reset", applied: true, when: ({ externalId }) => externalId === "i2" });
  await runImport(feishu, job, rows.slice(0, 5), { clientOptions: { maxRetries: false } });
  const client = createClient(feishu);
  const { clock } = feishu;
  for await (const _ of undoJob({ client, clock, jobDir: job, only: new Set(["i3"]), expectedCount: 1 }));
  const changed = rows.map((row) =>
    row.external_id === "i4" ? { ...row, begin_time: 1_700_000_000_000 } : row,
  );

  const before = readOutcomeFiles(job);
  const counts = { create: 3, skip: 2, changed: 1, unknown: 1, postponed: 1 };
  expect(await preview(feishu, job, changed)).toMatchObject({ exists: true, counts });
  expect(readOutcomeFiles(job)).toEqual(before);

  const { report } = await runImport(feishu, job, changed, { update: true });
  // What was unknown is sent again, within 24 hours.
  expect(report).toMatchObject({ created: 3 + 1, skipped: 2, updated: 1, notAttempted: 1 });
});

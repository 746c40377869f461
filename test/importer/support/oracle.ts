import { expect } from "vitest";
import type { TestFeishu } from "../../../src/testing/index.js";
import { inEnglish } from "./in-english.js";
import { outcomeFilesOf } from "./job-directory.js";
import type { FinishedRun } from "./run.js";

/** What must hold whenever files are written: no interview twice, none lost, and files that are true by key. */
export function expectKeysTrue(feishu: TestFeishu, job: string): void {
  const { created, unknown } = outcomeFilesOf(job);
  const onServer = new Map(feishu.interviews.map(({ externalId, interview }) => [externalId, interview.id]));
  expect(feishu.interviews.length, "no interview is on the server twice").toBe(onServer.size);

  const reported = new Set([...created, ...unknown].map(({ external_id }) => external_id));
  expect(reported.size, "no key is reported twice").toBe(created.length + unknown.length);
  for (const { external_id, id } of created) expect(onServer.get(external_id), "created").toBe(id);
  const unreported = [...onServer.keys()].filter((key) => key === undefined || !reported.has(key));
  expect(unreported, "all that is on the server is reported").toEqual([]);
}

/** And what a run reports of them. */
export function expectFilesTrue(feishu: TestFeishu, job: string): void {
  expectKeysTrue(feishu, job);
  const { created, unknown, report } = outcomeFilesOf(job);
  const kinds = ["created", "updated", "rejected", "unknown", "skipped", "notAttempted"] as const;
  expect(kinds.reduce((sum, kind) => sum + report[kind], 0)).toBe(report.read);
  expect(report.createdTotal).toBe(created.length);
  expect(report.unknown + report.unknownFromEarlierRuns).toBe(unknown.length);
}

/** And each row of this run has one outcome, and is in its file. */
export function expectTheTruth(feishu: TestFeishu, job: string, { outcomes, report }: FinishedRun): void {
  expectFilesTrue(feishu, job);
  const files = outcomeFilesOf(job);
  expect(files.report).toEqual(inEnglish(report));
  expect(outcomes.length).toBe(report.read);
  expect(new Set(outcomes.map(({ line }) => line)).size, "each row has one outcome").toBe(report.read);

  const created = new Set(files.created.map(({ external_id }) => external_id));
  const unknown = new Set(files.unknown.map(({ external_id }) => external_id));
  for (const { kind, key = "" } of outcomes) {
    if (kind === "created") expect(created).toContain(key);
    if (kind === "unknown") expect(unknown).toContain(key);
    if (kind === "notAttempted") expect(created.has(key) || unknown.has(key)).toBe(false);
  }
  // A run that came to nothing leaves the rejected rows of the one before.
  if (report.read > 0 && report.notAttempted === report.read) return;
  const rejected = outcomes.filter(({ kind }) => kind === "rejected").map(({ key }) => key);
  expect(files.rejected.map(({ external_id }) => external_id).sort()).toEqual(rejected.sort());
}

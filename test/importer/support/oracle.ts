import { expect } from "vitest";
import type { TestFeishu } from "../../../src/testing/index.js";
import { inEnglish } from "./in-english.js";
import { readOutcomeFiles } from "./job-directory.js";
import type { FinishedRun } from "./run.js";

/** Expects what must hold whenever files are written: no interview is there twice or lost, and the files are true. */
export function expectKeysTrue(feishu: TestFeishu, job: string): void {
  const { created, unknown } = readOutcomeFiles(job);
  const onServer = new Map(feishu.interviews.map(({ externalId, interview }) => [externalId, interview.id]));
  expect(feishu.interviews.length, "no interview is on the server twice").toBe(onServer.size);

  const reported = new Set([...created, ...unknown].map(({ external_id }) => external_id));
  expect(reported.size, "no key is reported twice").toBe(created.length + unknown.length);
  for (const { external_id, id } of created) expect(onServer.get(external_id), "created").toBe(id);
  const unreported = [...onServer.keys()].filter((key) => key === undefined || !reported.has(key));
  expect(unreported, "all that is on the server is reported").toEqual([]);
}

/** Expects the same, and that the report agrees with the files. */
export function expectFilesTrue(feishu: TestFeishu, job: string): void {
  expectKeysTrue(feishu, job);
  const { created, unknown, report } = readOutcomeFiles(job);
  const kinds = ["created", "updated", "rejected", "unknown", "skipped", "notAttempted"] as const;
  expect(kinds.reduce((sum, kind) => sum + report[kind], 0)).toBe(report.read);
  expect(report.createdTotal).toBe(created.length);
  expect(report.unknown + report.unknownFromEarlierRuns).toBe(unknown.length);
}

/** Expects the same, and that each row of this run has one outcome and is in its file. */
export function expectTheTruth(feishu: TestFeishu, job: string, { outcomes, report }: FinishedRun): void {
  expectFilesTrue(feishu, job);
  const files = readOutcomeFiles(job);
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
  // A run that did nothing keeps the rejected rows of the previous one.
  if (report.read > 0 && report.notAttempted === report.read) return;
  const rejected = outcomes.filter(({ kind }) => kind === "rejected").map(({ key }) => key);
  expect(files.rejected.map(({ external_id }) => external_id).sort()).toEqual(rejected.sort());
}

import { expect } from "vitest";
import type { TestFeishu } from "../../../src/testing/index.js";
import { outcomeFilesOf } from "./job-folder.js";
import type { FinishedRun } from "./run.js";

/**
 * What must hold after every run, whatever went wrong: no interview twice, none lost, and files that tell the truth
 * by key.
 */
export function expectTheTruth(feishu: TestFeishu, job: string, run: FinishedRun): void {
  const { created, unknown, rejected, report } = outcomeFilesOf(job);
  const onServer = new Map(feishu.interviews.map(({ externalId, interview }) => [externalId, interview.id]));
  expect(feishu.interviewCount, "no interview is on the server twice").toBe(onServer.size);

  const createdKeys = created.map(({ external_id }) => external_id);
  const unknownKeys = unknown.map(({ external_id }) => external_id);
  const told = new Set([...createdKeys, ...unknownKeys]);
  expect(told.size, "no key is told twice").toBe(created.length + unknown.length);
  for (const { external_id, id } of created) expect(onServer.get(external_id), "created").toBe(id);
  expect([...onServer.keys()].filter((key) => key === undefined || !told.has(key))).toEqual([]);

  const { read } = report;
  const kinds = ["created", "rejected", "unknown", "skipped", "notAttempted"] as const;
  expect(kinds.reduce((sum, kind) => sum + report[kind], 0)).toBe(read);
  expect(report).toEqual(run.report);
  expect(run.outcomes.length).toBe(read);
  expect(new Set(run.outcomes.map(({ line }) => line)).size, "each row has one outcome").toBe(read);

  for (const outcome of run.outcomes) {
    if (outcome.kind === "created") expect(createdKeys).toContain(outcome.key);
    if (outcome.kind === "unknown") expect(unknownKeys).toContain(outcome.key);
    if (outcome.kind === "notAttempted") expect(told).not.toContain(outcome.key);
  }
  const refused = run.outcomes.filter(({ kind }) => kind === "rejected").map(({ key }) => key);
  expect(rejected.map(({ external_id }) => external_id).sort()).toEqual(refused.sort());
  expect(report.createdInAll).toBe(created.length);
  expect(report.unknown + report.unknownNotInInput).toBe(unknown.length);
}

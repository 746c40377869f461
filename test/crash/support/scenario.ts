import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import type { ExternalInterviewCreate } from "../../../src/index.js";
import {
  type Fault,
  type ReceivedRequest,
  startFeishu,
  type TestFeishu,
} from "../../../src/testing/index.js";
import { buildInterviews } from "../../importer/support/interviews.js";
import { readJournalEntries, readOutcomeFiles } from "../../importer/support/job-directory.js";
import { expectTheTruth } from "../../importer/support/oracle.js";
import { runImport } from "../../importer/support/run.js";
import type { Running } from "../../support/program.js";
import type { Kill, VictimOptions } from "./kill.js";
import { createRandom, shuffle } from "./random.js";

/** An import that is killed, once or more, and then finishes. */
export interface Scenario {
  /** Starts the process that is killed. */
  start(options: VictimOptions): Running;
  readonly kills: readonly Kill[];
  readonly rows: number;
  /** How long after the last kill it is resumed, by the advanced clock. */
  readonly laterMs?: number;
  /** What else goes wrong. */
  readonly faults?: readonly Fault[];
  /** For the order of the rows, which differs in each run, and for the server's latency. */
  readonly seed: number;
}

/** After this long, an ambiguous request is not sent again. */
const SAFE_FOR_MS = 23.5 * 3_600_000;

/**
 * Plays a scenario, and expects that nothing was lost and nothing created twice.
 *
 * @returns how many processes were killed before they had ended
 */
export async function survive(scenario: Scenario): Promise<number> {
  const { rows, laterMs = 0, faults = [] } = scenario;
  const random = createRandom(scenario.seed);
  const shuffleRows = () => shuffle(buildInterviews(rows), random);
  const job = join(await mkdtemp(join(tmpdir(), "feishu-hire-crash-")), "job");
  const file = join(dirname(job), "input.jsonl");
  let onCreate = () => {};
  const latencyMs = ({ operationId }: ReceivedRequest) => {
    if (operationId === "createExternalInterview") onCreate();
    return Math.floor(random() * 4);
  };
  const feishu = await startFeishu({ rateLimit: false, latencyMs });
  let killed = 0;
  try {
    feishu.faults.push(...faults);
    for (const kill of scenario.kills) {
      await writeRows(file, shuffleRows());
      const victim = scenario.start({ ...feishu.clientOptions, file, job, kill });
      onCreate = createKiller(victim, kill);
      const { code, signal, stderr } = await victim.ended;
      if (signal === "SIGKILL") killed++;
      // The first process always reaches its step; later ones may find nothing left to do.
      const always = "step" in kill && kill === scenario.kills[0];
      expect(signal ?? code, stderr).toBeOneOf(always ? ["SIGKILL"] : ["SIGKILL", 0, 1]);
      expectJournalTrue(feishu, job);
    }
    feishu.clock.advance(laterMs);
    const last = await runImport(feishu, job, shuffleRows());
    expectTheTruth(feishu, job, last);
    expectAllReported(job, rows, laterMs);
    return killed;
  } finally {
    await feishu.close();
    await rm(dirname(job), { recursive: true });
  }
}

/** Kills the process unless it does so itself. Call the result for each create that was applied. */
function createKiller({ child }: Running, kill: Kill): () => void {
  let creates = 0;
  const killNow = () => child.kill("SIGKILL");
  if (!("step" in kill)) {
    const { requests, thenMs } = kill;
    if (requests === 0) child.stdout?.once("data", () => setTimeout(killNow, thenMs));
    return () => {
      if (++creates === requests) setTimeout(killNow, thenMs);
    };
  }
  return () => {
    if (kill.step === "beforeResponse" && ++creates === kill.nth) killNow();
  };
}

function writeRows(file: string, rows: readonly ExternalInterviewCreate[]): Promise<void> {
  return writeFile(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
}

/** Expects that what reached the server was recorded before, and that what is recorded as created is there once. */
function expectJournalTrue(feishu: TestFeishu, job: string): void {
  const journal = readJournalEntries(job);
  const intended = new Set(journal.flatMap((entry) => (entry.type === "intent" ? [entry.key] : [])));
  const strays = feishu.requests.filter(({ operationId, externalId = "" }) => {
    return operationId === "createExternalInterview" && !intended.has(externalId);
  });
  expect(strays, "requests without an intent").toEqual([]);
  const created = journal.flatMap((entry) => (entry.type === "created" ? [entry.key] : []));
  expect(created.filter((key) => feishu.interviewsByExternalId.get(key) !== 1)).toEqual([]);
}

function expectAllReported(job: string, rows: number, laterMs: number): void {
  const { created, unknown, report } = readOutcomeFiles(job);
  expect(report.status).toBe("finished");
  expect(created.length + unknown.length).toBe(rows);
  if (laterMs < SAFE_FOR_MS) expect(unknown).toEqual([]);
}

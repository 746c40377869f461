import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { planUndo, undoJob, verifyInterviews, writeKeyFiles } from "../../../src/importer/index.js";
import { inputFromBodies } from "../../../src/importer/input/from-bodies.js";
import { ErrorCode, type ExternalInterviewCreate } from "../../../src/index.js";
import {
  type Fault,
  startFeishu,
  type TestFeishu,
  type UndocumentedBehavior,
} from "../../../src/testing/index.js";
import { buildInterviews, toStream } from "../../importer/support/interviews.js";
import { readOutcomeFiles } from "../../importer/support/job-directory.js";
import { createClient, runImport } from "../../importer/support/run.js";
import type { Running } from "../../support/program.js";
import type { MaintainCommand, MaintainOptions } from "./maintain-options.js";
import { createRandom, shuffle } from "./random.js";

export interface MaintainScenario {
  start(options: MaintainOptions): Running;
  /** How many commands are killed. */
  readonly kills: number;
  readonly seed: number;
}

/** How many rows each command's file adds to the previous one's. */
const MORE_ROWS = 6;
const HOUR_MS = 3_600_000;
const COMMANDS: readonly MaintainCommand[] = [
  ...(["import", "import", "settle", "update", "update"] as const),
  ...(["verify", "undo", "undo"] as const),
];
/** How far a process's clock is from the server's. */
const CLOCK_SKEWS_MS = [0, 0, -600_000, 600_000];
const FAULTS: readonly Fault[] = [
  { kind: "reset" },
  { kind: "reset", applied: true },
  { kind: "html", applied: true, times: 3 },
];

/**
 * Runs commands over one job, each killed at some moment, with faults and with clocks that differ. Then expects that no
 * key has two interviews, that all that was created verifies as the same, and that an undo leaves only what is unknown.
 *
 * @returns how many processes were killed before they had ended
 */
export async function surviveMaintenance({ start, kills, seed }: MaintainScenario): Promise<number> {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const job = join(await mkdtemp(join(tmpdir(), "feishu-hire-maintain-")), "job");
  const file = join(dirname(job), "input.jsonl");
  let onRequest = () => {};
  const latencyMs = () => {
    onRequest();
    return 5 + random() * 15;
  };
  const feishu = await startFeishu({ ...pickBehavior(pick), rateLimit: false, latencyMs });
  const foreign = ["nobody's", "application of i2"].map((external_application_id) =>
    feishu.addInterview({ external_application_id, participate_status: 2 }),
  );
  let clockOffsetMs = 0;
  const advance = (ms: number) => {
    feishu.clock.advance(ms);
    clockOffsetMs += ms;
  };
  let rows: ExternalInterviewCreate[] = [];
  let killed = 0;
  try {
    for (let i = 0; i < kills; i++) {
      const command = i === 0 ? "import" : pick(COMMANDS);
      if (random() < 0.4) feishu.faults.push({ ...pick(FAULTS) });
      rows = [...rows, ...buildInterviews(rows.length + MORE_ROWS).slice(rows.length)];
      if (command === "update") rows = changeSome(rows, random);
      await writeFile(
        file,
        shuffle(rows, random)
          .map((row) => `${JSON.stringify(row)}\n`)
          .join(""),
      );
      const skewMs = pick(CLOCK_SKEWS_MS);
      const process = start({
        ...feishu.clientOptions,
        file,
        job,
        command,
        clockOffsetMs: clockOffsetMs + skewMs,
      });
      onRequest = createKiller(process, 1 + Math.floor(random() * MORE_ROWS), random() * 20);
      const { code, signal, stderr } = await process.ended;
      expect(signal ?? code, stderr).toBeOneOf(["SIGKILL", 0, 1]);
      onRequest = () => {};
      if (signal === "SIGKILL") killed++;
      feishu.faults.length = 0;
      expectNoDuplicates(feishu);
      advance(pick([0, 0, HOUR_MS, 25 * HOUR_MS]));
    }
    advance(26 * HOUR_MS);
    await expectTruthAndUndo(feishu, job, rows);
    const left = feishu.interviews.map(({ interview }) => interview);
    expect(left.filter(({ id }) => foreign.some((one) => one.id === id))).toEqual(foreign);
    return killed;
  } finally {
    await feishu.close();
    await rm(dirname(job), { recursive: true, force: true });
  }
}

/** Picks what Feishu does not document. */
function pickBehavior(pick: <T>(list: readonly T[]) => T): UndocumentedBehavior {
  return {
    queryLagMs: pick([0, 0, 60_000]),
    deletedId: pick([undefined, "http404", "emptySuccess"] as const),
    deleteFreesExternalId: pick([false, true]),
    unknownListId: pick(["omitted", { code: ErrorCode.BadParameter }] as const),
    idQueryPaged: pick([true, false]),
    itemOrder: pick(["oldestFirst", "newestFirst"] as const),
    pageTokens: pick(["offset", "cursor"] as const),
    assessmentIdsOnUpdate: pick(["new", "kept"] as const),
  };
}

function changeSome(
  rows: readonly ExternalInterviewCreate[],
  random: () => number,
): ExternalInterviewCreate[] {
  return rows.map((row) => (random() < 0.4 ? { ...row, participate_status: random() < 0.5 ? 2 : 3 } : row));
}

/** Kills a process some time after the nth call of the result, which is to be called for each request. */
function createKiller({ child }: Running, requests: number, thenMs: number): () => void {
  let count = 0;
  return () => {
    if (++count === requests) setTimeout(() => child.kill("SIGKILL"), thenMs);
  };
}

function expectNoDuplicates(feishu: TestFeishu): void {
  const keys = feishu.interviews.flatMap(({ externalId }) => externalId ?? []);
  expect(keys.length, "no key has two interviews").toBe(new Set(keys).size);
}

async function expectTruthAndUndo(
  feishu: TestFeishu,
  job: string,
  rows: readonly ExternalInterviewCreate[],
): Promise<void> {
  const { clock } = feishu;
  const client = createClient(feishu);
  const last = await runImport(feishu, job, rows, { settle: true, update: true });
  expect(last.report.status).toBe("finished");
  expectNoDuplicates(feishu);
  const { created, unknown } = readOutcomeFiles(job);
  const onServer = new Map(feishu.interviews.map(({ externalId, interview }) => [externalId, interview.id]));
  expect(created.filter(({ external_id, id }) => onServer.get(external_id) !== id)).toEqual([]);
  const known = new Set([...created, ...unknown].map(({ external_id }) => external_id));
  expect([...onServer.keys()].filter((key) => key !== undefined && !known.has(key))).toEqual([]);
  clock.advance(HOUR_MS);
  const verify = verifyInterviews(inputFromBodies(toStream(rows)), { client, clock, jobDir: job });
  let step = await verify.next();
  for (; !step.done; step = await verify.next()) expect(step.value).toMatchObject({ result: "same" });
  const { count: expectedCount } = await planUndo(job);
  const interrupted = unknown.filter(({ reason }) => reason.includes("undo"));
  expect(expectedCount).toBe(created.length + interrupted.length);
  for await (const _ of undoJob({ client, clock, jobDir: job, expectedCount }));
  await writeKeyFiles(job, "en");
  const left = feishu.interviews.flatMap(({ externalId }) => externalId ?? []);
  const stillUnknown = new Set(readOutcomeFiles(job).unknown.map(({ external_id }) => external_id));
  expect(
    left.filter((key) => !stillUnknown.has(key)),
    "nothing is left that the job has created",
  ).toEqual([]);
}

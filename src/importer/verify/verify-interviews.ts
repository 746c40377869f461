import { join } from "node:path";
import { type Clock, systemClock } from "../../clock.js";
import type { ExternalInterview, FeishuHire } from "../../index.js";
import type { InterviewInput, LocateField } from "../input/rows/interview-row.js";
import { findKey } from "../job/decide-row.js";
import { createHeader } from "../job/header.js";
import { contentDigest } from "../keys/content-digest.js";
import { keyDigest } from "../keys/external-id.js";
import { KeyState } from "../keys/key-index.js";
import { DEFAULT_MAX_OUTAGE_MS, Outage, type OutageWait } from "../run/outage.js";
import { OutcomeFile } from "../run/outcome-file.js";
import { type CreatedInterviews, isCreated, loadCreated } from "../stored/created-interviews.js";
import { inBatches } from "../stored/in-batches.js";
import { mapConcurrently } from "../stored/map-concurrently.js";
import { normalizeStored } from "../stored/normalize-stored.js";
import { MAX_IDS, queryByIds } from "../stored/query-by-ids.js";
import { compareInterviews, type Difference } from "./compare-interviews.js";
import { loadFoundSame, type Pair } from "./load-found-same.js";

export interface VerifyOptions {
  readonly client: FeishuHire;
  /** The directory of the job that created the interviews. */
  readonly jobDir: string;
  readonly idNamespace?: string | undefined;
  /** Ends the run at once. */
  readonly signal?: AbortSignal | undefined;
  /** The longest outage to wait out, in milliseconds; 0 for none. @default 3600000 */
  readonly maxOutageMs?: number | undefined;
  readonly onOutage?: ((wait: OutageWait) => void) | undefined;
  /** Clock. Override it in tests. @default the system's */
  readonly clock?: Clock | undefined;
}

/** How Feishu has an interview, compared with its row. */
export interface Verification {
  readonly line: number;
  readonly key: string;
  readonly id: string;
  readonly result: "same" | "different" | "missing";
  /** JSON pointers of what differs. Its values are in the job directory's file alone. */
  readonly fields: readonly string[];
  /** Where these come from in a table. */
  readonly locate?: LocateField | undefined;
}

export interface VerifyReport {
  readonly same: number;
  readonly different: number;
  readonly missing: number;
  /** Rows whose interviews this job has not created. */
  readonly notCreated: number;
  /** Interviews that this job has created, but the input does not have. */
  readonly notInInput: number;
  /** Invalid rows whose interviews this job has created from others, in a file of fixed rows, say. */
  readonly invalid: number;
}

/** Queries in flight: ten a second, each answered within two seconds. */
const CONCURRENCY = 20;

interface Pending extends Pair {
  readonly line: number;
  readonly locate: LocateField | undefined;
  readonly expected: ReturnType<typeof normalizeStored>;
}

type Comparison = Verification & Pair & { readonly differences: readonly Difference[] };
type Compared = Comparison & { readonly atMs: number };

/**
 * Compares every interview that a job has created with its row. Sends nothing but queries; the result, with the values
 * that differ, is in the job directory's verified.jsonl. One that was cut short within the last hour is continued.
 *
 * @throws JobError if the job cannot be read or is another app's; what a query throws that cannot be made again
 */
export async function* verifyInterviews(
  input: InterviewInput,
  options: VerifyOptions,
): AsyncGenerator<Verification, VerifyReport> {
  const { jobDir, client, signal = new AbortController().signal } = options;
  const job = await openJob(input, options);
  const { clock = systemClock, maxOutageMs = DEFAULT_MAX_OUTAGE_MS, onOutage } = options;
  const outage = new Outage({ maxOutageMs, clock, onWait: onOutage });
  const path = join(jobDir, "verified.jsonl");
  const findSame = await loadFoundSame(`${path}.part`, { jobDir, nowMs: clock.now() });
  const file = new OutcomeFile(path);
  const counts = { same: 0, different: 0, missing: 0, notCreated: 0, invalid: 0 };
  const compare = async (batch: readonly Pending[]): Promise<Compared[]> => {
    const known = batch.map((pending) => findSame(pending));
    const ids = batch.flatMap(({ id }, i) => (known[i] === undefined ? [id] : []));
    // Without a query there is no response, which would end an outage.
    const found =
      ids.length > 0 ? await outage.waitOut(() => queryByIds(ids, { client, signal }), signal) : new Map();
    const nowMs = clock.now();
    return batch.map((pending, i) => {
      const knownAtMs = known[i];
      return knownAtMs === undefined
        ? { ...compareOne(pending, found.get(pending.id)), atMs: nowMs }
        : { ...describeSame(pending), atMs: knownAtMs };
    });
  };
  const batches = inBatches(listPending(input, job, counts), MAX_IDS);
  try {
    for await (const compared of mapConcurrently(batches, compare, CONCURRENCY)) {
      for (const { differences, content, atMs, ...verification } of compared) {
        counts[verification.result]++;
        const { line, key, id, result } = verification;
        await file.writeLine({
          external_id: key,
          id,
          line,
          content,
          result,
          verified_at: new Date(atMs).toISOString(),
          ...(differences.length > 0 && { differences }),
        });
        yield verification;
      }
    }
    await file.finish();
    const { same, different, missing, invalid } = counts;
    return { ...counts, notInInput: job.created - same - different - missing - invalid };
  } finally {
    await file.close();
  }
}

type VerifiedJob = Pick<CreatedInterviews, "index" | "ids"> & {
  readonly created: number;
  readonly idNamespace: string | undefined;
};

async function openJob(
  { timeZone, mapping }: InterviewInput,
  { jobDir, client, idNamespace }: VerifyOptions,
): Promise<VerifiedJob> {
  const { header, index, ids } = await loadCreated(jobDir);
  const { appId, baseUrl } = client;
  const { source } = createHeader({ jobDir, appId, baseUrl, idNamespace, timeZone, mapping }, header);
  const created = index.count(KeyState.Created) + index.count(KeyState.Updating);
  return { index, ids, created, idNamespace: source };
}

/** The interviews of the input that the job has created. */
async function* listPending(
  input: InterviewInput,
  { index, ids, idNamespace }: VerifiedJob,
  counts: { notCreated: number; invalid: number },
): AsyncGenerator<Pending> {
  const context = { index, idNamespace, occurrences: new Map<string, number>() };
  for await (const row of input) {
    const key = row.body ? findKey(context, row) : (row.externalId ?? row.assignedId);
    const digest = key === undefined ? undefined : keyDigest(key);
    const entry = digest && index.get(digest);
    const id = digest && entry && isCreated(entry) ? ids.get(digest) : undefined;
    if (digest && entry && entry.line === 0) index.set(digest, { ...entry, line: row.line });
    else if (entry) continue; // the interview's second row
    if (row.body && key !== undefined && id !== undefined)
      yield {
        line: row.line,
        locate: row.locate,
        key,
        id,
        content: contentDigest(row.body),
        expected: normalizeStored(row.body),
      };
    else if (id !== undefined) counts.invalid++;
    else counts.notCreated++;
  }
}

function compareOne(pending: Pending, stored: ExternalInterview | undefined): Comparison {
  const { expected, ...row } = pending;
  if (!stored) return { ...row, result: "missing", fields: [], differences: [] };
  const differences = compareInterviews(expected, normalizeStored(stored));
  const fields = differences.map(({ field }) => field);
  return { ...row, result: fields.length === 0 ? "same" : "different", fields, differences };
}

function describeSame({ expected: _, ...row }: Pending): Comparison {
  return { ...row, result: "same", fields: [], differences: [] };
}

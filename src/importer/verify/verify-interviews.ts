import { join } from "node:path";
import { type Clock, systemClock } from "../../clock.js";
import type { ExternalInterview, FeishuHire } from "../../index.js";
import type { InterviewInput, LocateField } from "../input/rows/interview-row.js";
import { findKey } from "../job/decide-row.js";
import { JobError } from "../job/errors.js";
import { createHeader } from "../job/header.js";
import { digestContent, NO_CONTENT } from "../keys/content-digest.js";
import { digestKey } from "../keys/external-id.js";
import { phrase } from "../messages/phrase.js";
import { DEFAULT_MAX_OUTAGE_MS, Outage, type OutageWait } from "../run/outage.js";
import { OutcomeFile } from "../run/outcome-file.js";
import {
  type CreatedInterviews,
  countCreated,
  isCreated,
  loadCreated,
} from "../stored/created-interviews.js";
import { inBatches } from "../stored/in-batches.js";
import { mapConcurrently } from "../stored/map-concurrently.js";
import { normalizeStored } from "../stored/normalize-stored.js";
import { MAX_IDS, queryByIds } from "../stored/query-by-ids.js";
import { compareInterviews, type Difference } from "./compare-interviews.js";
import { loadVerified, type Pair } from "./load-verified.js";

export interface VerifyOptions {
  readonly client: FeishuHire;
  /** The directory of the job that created the interviews. */
  readonly jobDir: string;
  /** The namespace of derived keys, for a job that has none yet. */
  readonly idNamespace?: string | undefined;
  /** Ends the run at once, also during a query. */
  readonly signal?: AbortSignal | undefined;
  /** The longest outage to wait out, in milliseconds; 0 for none. @default 3600000 */
  readonly maxOutageMs?: number | undefined;
  /** Called before each wait for the end of an outage. */
  readonly onOutage?: ((wait: OutageWait) => void) | undefined;
  /** Clock. Override it in tests. @default the system's */
  readonly clock?: Clock | undefined;
}

/** How an interview in Feishu compares with its row. */
export interface Verification {
  readonly line: number;
  readonly key: string;
  readonly id: string;
  readonly result: "same" | "different" | "missing";
  /** JSON pointers to the fields that differ. Their values are in the job directory's file only. */
  readonly fields: readonly string[];
  /** Locates these fields in a table. */
  readonly locate?: LocateField | undefined;
}

export interface VerifyReport {
  readonly same: number;
  readonly different: number;
  readonly missing: number;
  /** Rows whose interviews this job has not created. */
  readonly notCreated: number;
  /** Interviews that this job has created and the input lacks. */
  readonly notInInput: number;
  /** Invalid rows whose interviews this job has created from other rows, for example of a fixed copy. */
  readonly invalid: number;
}

/** Queries in flight: ten a second, each with a response within two seconds. */
const CONCURRENCY = 20;

interface Pending extends Pair {
  readonly line: number;
  readonly locate: LocateField | undefined;
  readonly expected: ReturnType<typeof normalizeStored>;
}

type Comparison = Verification &
  Pair & { readonly differences: readonly Difference[]; readonly atMs: number };

/**
 * Compares every interview that a job has created with its row. Sends nothing but queries; the result, with the values
 * that differ, is in the job directory's verified.jsonl. A verification that was cut short within the last hour is
 * continued.
 *
 * @throws JobError if the job cannot be read, is another app's, or had a time zone that the input lacks
 * @throws FeishuHireError if a query fails, and not for an id that Feishu does not have
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
  const getVerifiedAtMs = await loadVerified(`${path}.part`, { jobDir, nowMs: clock.now() });
  const file = new OutcomeFile(path);
  const counts = { same: 0, different: 0, missing: 0, notCreated: 0, invalid: 0 };
  const compare = async (batch: readonly Pending[]): Promise<Comparison[]> => {
    const verifiedAtMs = batch.map(getVerifiedAtMs);
    const ids = batch.flatMap(({ id }, i) => (verifiedAtMs[i] === undefined ? [id] : []));
    // Without a query there is no response, and only a response ends an outage.
    const found =
      ids.length > 0 ? await outage.waitOut(() => queryByIds(ids, { client, signal }), signal) : new Map();
    const nowMs = clock.now();
    return batch.map((pending, i) => {
      const atMs = verifiedAtMs[i];
      return atMs === undefined
        ? compareOne(pending, found.get(pending.id), nowMs)
        : describeSame(pending, atMs);
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
  readonly jobDir: string;
  readonly created: number;
  readonly idNamespace: string | undefined;
  readonly timeZone: string | undefined;
};

async function openJob(
  { timeZone, mapping }: InterviewInput,
  { jobDir, client, idNamespace }: VerifyOptions,
): Promise<VerifiedJob> {
  const { header, index, ids } = await loadCreated(jobDir);
  const { appId, baseUrl } = client;
  const owner = { jobDir, appId, baseUrl, idNamespace, timeZone, mapping };
  const { source, timeZone: zone } = createHeader(owner, header);
  return { jobDir, index, ids, created: countCreated(index), idNamespace: source, timeZone: zone };
}

/** Yields the interviews of the input that the job has created, and counts the other rows. */
async function* listPending(
  input: InterviewInput,
  { jobDir, index, ids, idNamespace, timeZone: zone }: VerifiedJob,
  counts: { notCreated: number; invalid: number },
): AsyncGenerator<Pending> {
  const context = { index, idNamespace, occurrences: new Map<string, number>() };
  for await (const row of input) {
    const key = row.body ? findKey(context, row) : (row.externalId ?? row.assignedId);
    const expected = row.body && normalizeStored(row.body);
    const content = expected ? digestContent(expected) : NO_CONTENT;
    const digest = key === undefined ? undefined : digestKey(key);
    const entry = digest && index.get(digest);
    const id = digest && entry && isCreated(entry) ? ids.get(digest) : undefined;
    if (digest && entry && entry.line === 0) index.set(digest, { ...entry, content, line: row.line });
    else if (entry) {
      // A duplicate of the interview's first row; with other content, it was rejected.
      if (content !== entry.content) counts.notCreated++;
      continue;
    }
    if (expected && key !== undefined && id !== undefined)
      yield { line: row.line, locate: row.locate, key, id, content, expected };
    else if (id !== undefined) {
      // Such rows were valid when they were imported, with the zone that the input lacks, and would not be compared.
      if (zone !== undefined && row.problems.some(({ expected }) => expected.key === "offset"))
        throw new JobError(phrase("needsTimeZone", { job: jobDir, zone }));
      counts.invalid++;
    } else counts.notCreated++;
  }
}

function compareOne(pending: Pending, stored: ExternalInterview | undefined, atMs: number): Comparison {
  const { expected, ...row } = pending;
  if (!stored) return { ...row, result: "missing", fields: [], differences: [], atMs };
  const differences = compareInterviews(expected, normalizeStored(stored));
  const fields = differences.map(({ field }) => field);
  return { ...row, result: fields.length === 0 ? "same" : "different", fields, differences, atMs };
}

function describeSame({ expected: _, ...row }: Pending, atMs: number): Comparison {
  return { ...row, result: "same", fields: [], differences: [], atMs };
}

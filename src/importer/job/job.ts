import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { InterviewRow } from "../input/rows/interview-row.js";
import { digestKey } from "../keys/external-id.js";
import { KeyState } from "../keys/key-index.js";
import { Phrase, phrase } from "../messages/phrase.js";
import { describeSystemError } from "../messages/system-error.js";
import { CreatedInterviews } from "../stored/created-interviews.js";
import { publishStep } from "../trace.js";
import {
  assertInWindow,
  type Decision,
  type DecisionContext,
  decideRow,
  type PendingSend,
  type PendingUpdate,
} from "./decide-row.js";
import { isSystemError, JobError } from "./errors.js";
import { createHeader, hasSentBefore, type JobOwner, mayHoldInterviews } from "./header.js";
import { prepareJobDirectory } from "./job-directory.js";
import { Journal } from "./journal/journal.js";
import type { JournalOutcome } from "./journal/journal-entry.js";
import type { OpenJournalFile } from "./journal/journal-file.js";
import { lockJob } from "./lock.js";
import { loadOtherJobs, type OtherJob } from "./other-jobs.js";

export interface JobOptions extends JobOwner {
  /** About how many interviews the input has. */
  readonly expectedCount?: number | undefined;
  /** Wall-clock milliseconds. */
  readonly now: () => number;
  /** The directories of jobs whose interviews must not be sent again by this one. */
  readonly otherJobDirs?: readonly string[] | undefined;
  /** Whether they may be sent again all the same. */
  readonly repeatsOtherJobs?: boolean | undefined;
  /** Whether created interviews are updated if their rows have changed. */
  readonly update?: boolean | undefined;
  /** Whether interviews of unknown outcome are looked for in Feishu. */
  readonly settle?: boolean | undefined;
  /** Removes the locks of processes on other machines and in other containers, which cannot be tested from here. */
  readonly forceUnlock?: boolean | undefined;
  /** Opens the journal's file. Override it in tests. */
  readonly openJournalFile?: OpenJournalFile | undefined;
}

/** Interviews of unknown outcome, and which of Feishu's interviews are known to be this job's or another's. */
export type UnsettledInterviews = Pick<CreatedInterviews, "ambiguous" | "knownIds"> & {
  readonly otherJobs: readonly OtherJob[];
};

type LoadedJob = UnsettledInterviews & Pick<CreatedInterviews, "ids" | "undoneIds">;

type JobContext = DecisionContext & {
  readonly unsettled: Map<string, Phrase>;
  readonly notCreated: Set<string>;
  readonly foundIds: Map<string, string>;
};

/** A job that this process has locked: what it has done, by key, and what it may do next. */
export class Job {
  readonly jobDir: string;
  readonly #context: JobContext;
  readonly #loaded: LoadedJob;
  readonly #journal: Journal;
  readonly #unlock: () => Promise<void>;

  private constructor(
    jobDir: string,
    context: JobContext,
    loaded: LoadedJob,
    journal: Journal,
    unlock: () => Promise<void>,
  ) {
    this.jobDir = jobDir;
    this.#context = context;
    this.#loaded = loaded;
    this.#journal = journal;
    this.#unlock = unlock;
  }

  /**
   * Opens the directory, created if necessary, and reads its journal.
   *
   * @throws JobError if another process has locked it, if its header does not fit this run, if its journal is lost or
   * damaged, or if the disk fails
   */
  static async open(options: JobOptions): Promise<Job> {
    const { jobDir, expectedCount, now } = options;
    let unlock: (() => Promise<void>) | undefined;
    let journal: Journal | undefined;
    try {
      await prepareJobDirectory(jobDir);
      unlock = await lockJob(jobDir, options.forceUnlock);
      const path = join(jobDir, "journal.jsonl");
      const loaded = await CreatedInterviews.load(path, {
        expectedCount,
        keepsIds: options.update === true || options.settle === true,
      });
      const { header: found, index } = loaded;
      if (!found) await assertNeverRan(jobDir);
      const header = createHeader(
        options,
        hasSentBefore(index) ? found : undefined,
        !mayHoldInterviews(index),
      );
      // A directory that is rejected stays as it is.
      journal = await Journal.open(path, options.openJournalFile);
      if (JSON.stringify(header) !== JSON.stringify(found)) await journal.append(header);
      const { otherJobDirs = [], repeatsOtherJobs = false, settle = false } = options;
      const otherJobs = await loadOtherJobs(otherJobDirs, options, settle || repeatsOtherJobs);
      const context = {
        index,
        idNamespace: header.source,
        now,
        occurrences: new Map(),
        otherJobs,
        repeatsOtherJobs,
        updatableIds: options.update ? loaded.ids : undefined,
        unsettled: new Map(),
        notCreated: new Set<string>(),
        foundIds: new Map<string, string>(),
      };
      const { ambiguous, ids, knownIds, undoneIds } = loaded;
      return new Job(jobDir, context, { ambiguous, ids, knownIds, undoneIds, otherJobs }, journal, unlock);
    } catch (error) {
      await journal?.close();
      await unlock?.();
      if (!isSystemError(error)) throw error;
      throw new JobError(phrase("cannotUseJob", { job: jobDir, reason: describeSystemError(error) }));
    }
  }

  /** Wall-clock milliseconds. */
  now(): number {
    return this.#context.now();
  }

  /** Decides whether a row is sent, and under which key. */
  decide(row: InterviewRow): Decision {
    return decideRow(this.#context, row);
  }

  /** @throws WindowExpiredError if the interview may have been created too long ago to send it again */
  assertInWindow(pending: PendingSend): void {
    assertInWindow(pending, this.#context.now());
  }

  /**
   * Records that the request is about to be sent. The record is on disk when the promise resolves, with the time of the
   * first try in milliseconds.
   */
  async recordIntent({ key, content, row, ambiguousSinceMs }: PendingSend): Promise<number> {
    publishStep("beforeIntent", key);
    const firstTryAtMs = ambiguousSinceMs ?? this.#context.now();
    const application = row.body.external_application_id;
    const { line } = row;
    const atMs = this.#context.now();
    await this.#journal.append({ type: "intent", key, application, content, line, firstTryAtMs, atMs });
    publishStep("afterIntent", key);
    return firstTryAtMs;
  }

  async recordOutcome(outcome: JournalOutcome): Promise<void> {
    publishStep("beforeOutcome", outcome.key);
    const atMs = this.#context.now();
    await this.#journal.append(outcome.type === "created" ? { ...outcome, atMs } : outcome);
    publishStep("afterOutcome", outcome.key);
  }

  /**
   * Explains why a request has created nothing, if Feishu has returned the id of an interview that was there before:
   * another job's, or one that was undone. It remembers external_ids, and takes a request with one for a repeat.
   */
  explainRepeat(id: string): Phrase | undefined {
    const { undoneIds, otherJobs } = this.#loaded;
    if (undoneIds.has(id)) return phrase("takenForUndone");
    const other = otherJobs.find(({ knownIds }) => knownIds.has(id));
    return other && phrase("takenForOther", { job: other.jobDir });
  }

  /** Records that an interview is about to be overwritten. The record is on disk when the promise resolves. */
  async recordUpdating({ key, content, row }: PendingUpdate): Promise<void> {
    await this.#journal.append({ type: "updating", key, content, line: row.line });
  }

  /** Records how an update has ended. */
  async recordUpdate(type: "updated" | "updateRejected", key: string): Promise<void> {
    await this.#journal.append({ type, key });
  }

  /** What earlier runs have left unsettled. */
  get unsettled(): UnsettledInterviews {
    return this.#loaded;
  }

  /**
   * Settles an interview of unknown outcome. That it was created is recorded, with its id. That it was not, or why
   * nobody knows, holds for this run only: its row may be missing, and until it is sent again it must be listed as
   * unknown.
   */
  async settle(key: string, result: { id: string } | "notCreated" | Phrase): Promise<void> {
    const { index, unsettled, notCreated, foundIds } = this.#context;
    if (result === "notCreated") return void notCreated.add(key);
    if (result instanceof Phrase) return void unsettled.set(key, result);
    await this.recordOutcome({ type: "created", key, id: result.id });
    const digest = digestKey(key);
    const entry = index.get(digest);
    if (entry) index.set(digest, { ...entry, state: KeyState.Created, firstTryAtSeconds: 0 });
    foundIds.set(key, result.id);
    this.#loaded.ids.set(digest, result.id);
    this.#loaded.knownIds.add(result.id);
  }

  /** By key, what settling has found out about interviews that it leaves unknown. */
  get unsettledReasons(): ReadonlyMap<string, Phrase> {
    const { unsettled, notCreated } = this.#context;
    return new Map([...unsettled, ...[...notCreated].map((key) => [key, phrase("settledMissing")] as const)]);
  }

  async close(): Promise<void> {
    await this.#journal.close();
    await this.#unlock();
  }
}

/** The files that a run writes beside its journal; `.part` until they are complete. */
const OUTPUT = /^(created|unknown|rejected|report)\.\w+(\.part)?$/;

/**
 * Only the journal knows what was created. If a file looks like a run's, the journal may be lost; and if it is somebody
 * else's, a run would replace it.
 *
 * @throws JobError if there is such a file
 */
async function assertNeverRan(jobDir: string): Promise<void> {
  const name = (await readdir(jobDir)).sort().find((one) => OUTPUT.test(one));
  if (name !== undefined)
    throw new JobError(phrase("lostJournal", { path: join(jobDir, "journal.jsonl"), name }));
}

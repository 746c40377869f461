import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { operations } from "../../../generated/operations.js";
import type { ExternalInterviewCreate } from "../../../generated/schema.js";
import type { InterviewRow, InvalidRow, Rejection, ValidRow } from "../input/rows/interview-row.js";
import { type ContentDigest, contentDigest } from "../keys/content-digest.js";
import { deriveExternalId, keyDigest } from "../keys/external-id.js";
import { type KeyEntry, type KeyIndex, KeyState } from "../keys/key-index.js";
import { tellStep } from "../trace.js";
import { describeProblems } from "./describe-problems.js";
import { isSystemError, JobError } from "./errors.js";
import { headerFor, type JobOwner } from "./header.js";
import { Journal, type JournalOutcome } from "./journal.js";
import { lockJob } from "./lock.js";
import { loadJournal } from "./replay.js";
import { WindowExpiredError } from "./window-expired-error.js";

/** What the job says of a row, before anything is sent. */
export type Decision =
  | { readonly do: "send"; readonly sending: Sending }
  | { readonly do: "reject"; readonly key: string | undefined; readonly rejection: Rejection }
  /** Its key stands for another content. That is about this row alone, and says nothing of how others fare. */
  | { readonly do: "conflict"; readonly key: string; readonly rejection: Rejection }
  /** No row can be sent before the run's options change. */
  | { readonly do: "stop"; readonly reason: string }
  /** It was created before (skip), it is another row's twin, or it may have been created. */
  | { readonly do: "skip" | "twin" | "unknown"; readonly key: string; readonly reason: string };

/** An interview that is to be sent. */
export interface Sending {
  readonly key: string;
  readonly content: ContentDigest;
  readonly row: ValidRow;
  /** When it first left, in milliseconds, if that was in an earlier run whose outcome nobody knows. */
  readonly openSinceMs: number | undefined;
}

/** Kept back from the idempotency window, so that a repeat has ended inside it. */
const RESUME_MARGIN_MS = 30 * 60_000;
const NO_CONTENT = 0;

export interface JobOptions extends JobOwner {
  /** About how many interviews will come. */
  readonly expected?: number | undefined;
  readonly now: () => number;
}

/** One import's directory: what was done, by key, and what may be done next. */
export class Job {
  readonly folder: string;
  readonly #options: JobOptions;
  /** The namespace of derived keys, of this run or of an earlier one. */
  readonly #source: string | undefined;
  readonly #index: KeyIndex;
  readonly #journal: Journal;
  readonly #unlock: () => Promise<void>;
  /** How often a content without a key has come, where it has come more than once. */
  readonly #repeats = new Map<string, number>();

  private constructor(
    options: JobOptions,
    source: string | undefined,
    index: KeyIndex,
    journal: Journal,
    unlock: () => Promise<void>,
  ) {
    this.folder = options.folder;
    this.#source = source;
    this.#options = options;
    this.#index = index;
    this.#journal = journal;
    this.#unlock = unlock;
  }

  /**
   * Opens the directory, made if it is not there, and reads its journal.
   *
   * @throws JobError if another process holds it, if it is for another app, host or source, or if the disk refuses
   */
  static async open(options: JobOptions): Promise<Job> {
    const { folder, expected } = options;
    let unlock: (() => Promise<void>) | undefined;
    let journal: Journal | undefined;
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      unlock = await lockJob(folder);
      const path = join(folder, "journal.jsonl");
      journal = await Journal.open(path);
      const loaded = await loadJournal(path, expected);
      const { index } = loaded;
      if (!loaded.header) await refuseLostJournal(folder, index.size);
      // What was told wrong before anything was sent may be put right.
      const wasUsed = index.size > index.count(KeyState.Seen);
      const header = headerFor(options, wasUsed ? loaded.header : undefined);
      if (JSON.stringify(header) !== JSON.stringify(loaded.header)) await journal.append(header);
      return new Job(options, header.source, index, journal, unlock);
    } catch (error) {
      await journal?.close();
      await unlock?.();
      throw isSystemError(error) ? new JobError(`${folder} cannot be a job: ${error.message}`) : error;
    }
  }

  /** Whether a row is to be sent, and under which key. A row that comes a second time is never sent. */
  decide(row: InterviewRow): Decision {
    if (row.body === undefined) return this.#decideRefused(row);
    const key = row.body.external_id ?? row.assignedId ?? this.#deriveKey(row.body);
    if (key === undefined) return { do: "stop", reason: needsSource(row.line) };
    return this.#decideKey(key, contentDigest(row.body), row);
  }

  #decideKey(key: string, content: ContentDigest, row: ValidRow): Decision {
    const at = keyDigest(key);
    const entry = this.#index.get(at) ?? { state: KeyState.Seen, content, firstTryAtSeconds: 0, line: 0 };
    const same = entry.content === content;
    if (entry.line > 0) {
      if (same) return { do: "twin", key, reason: `the same interview stands on line ${entry.line}` };
      return conflict(key, `this external_id stands on line ${entry.line} too, with another content`);
    }
    const { state, firstTryAtSeconds } = entry;
    // Of what was sent, the content stays on record; what was rejected may have been mended.
    this.#index.set(at, { ...entry, content: wasSent(entry) ? entry.content : content, line: row.line });
    if (state === KeyState.Created) {
      if (same) return { do: "skip", key, reason: "it was created before" };
      return conflict(key, "it was created before with another content, which Feishu keeps; change it there");
    }
    const openSinceMs = state === KeyState.Open ? firstTryAtSeconds * 1000 : undefined;
    if (openSinceMs !== undefined && !same) {
      return {
        do: "unknown",
        key,
        reason: "it may have been created before, and its content has changed since",
      };
    }
    const sending = { key, content, row, openSinceMs };
    if (this.#isTooLate(sending)) return { do: "unknown", key, reason: new WindowExpiredError().message };
    return { do: "send", sending };
  }

  #isTooLate({ openSinceMs }: Pick<Sending, "openSinceMs">): boolean {
    if (openSinceMs === undefined) return false;
    const now = this.#options.now();
    // A first try in the future: the clock is wrong now, or was then, and nobody knows how long ago that is.
    return now >= windowEndMs(openSinceMs) || now < openSinceMs - RESUME_MARGIN_MS;
  }

  #decideRefused({ externalId, assignedId, line, problems }: InvalidRow): Decision {
    const key = externalId ?? assignedId;
    const rejection = { reason: describeProblems(problems), field: problems[0].field };
    if (key === undefined) return { do: "reject", key, rejection };
    const at = keyDigest(key);
    const entry = this.#index.get(at) ?? {
      state: KeyState.Seen,
      content: NO_CONTENT,
      firstTryAtSeconds: 0,
      line: 0,
    };
    // Of what was sent, the content stays on record; nothing else may pass for this row's twin.
    if (entry.line === 0)
      this.#index.set(at, { ...entry, content: wasSent(entry) ? entry.content : NO_CONTENT, line });
    if (entry.line > 0) return { do: "reject", key, rejection };
    switch (entry.state) {
      case KeyState.Open:
        return {
          do: "unknown",
          key,
          reason: "it may have been created before, and cannot be sent as it is now",
        };
      case KeyState.Created: // from a mended copy, say, of which this is the original
        return { do: "skip", key, reason: "it was created before, though not from the row as it is now" };
      default:
        return { do: "reject", key, rejection };
    }
  }

  /** A key of the content's own; identical rows are told apart by their number. */
  #deriveKey(body: ExternalInterviewCreate): string | undefined {
    const source = this.#source;
    if (source === undefined) return undefined;
    const first = deriveExternalId(source, body);
    const seen = this.#index.get(keyDigest(first));
    if (!seen || seen.line === 0) return first;
    const which = (this.#repeats.get(first) ?? 0) + 1;
    this.#repeats.set(first, which);
    return deriveExternalId(source, body, which);
  }

  /** @throws WindowExpiredError if the interview may have been created before, too long ago to send it again */
  expectInTime(sending: Sending): void {
    if (this.#isTooLate(sending)) throw new WindowExpiredError();
  }

  /** Writes down that the request is about to leave. It is on disk when the promise resolves. */
  async intend({ key, content, row, openSinceMs }: Sending): Promise<void> {
    tellStep("beforeIntent", key);
    const firstTryAtMs = openSinceMs ?? this.#options.now();
    const application = row.body.external_application_id;
    await this.#journal.append({ type: "intent", key, application, content, line: row.line, firstTryAtMs });
    tellStep("afterIntent", key);
  }

  /** Writes down what became of a key. */
  async record(outcome: JournalOutcome): Promise<void> {
    tellStep("beforeOutcome", outcome.key);
    await this.#journal.append(outcome);
    tellStep("afterOutcome", outcome.key);
  }

  async close(): Promise<void> {
    await this.#journal.close();
    await this.#unlock();
  }
}

/** What was created is known from the journal alone. */
async function refuseLostJournal(folder: string, keys: number): Promise<void> {
  const names = await readdir(folder);
  if (keys === 0 && !names.includes("created.jsonl") && !names.includes("report.json")) return;
  throw new JobError(
    `${join(folder, "journal.jsonl")} has lost what it held: this job had a run before. Restore it from a backup; without it, interviews would be created twice.`,
  );
}

/** Whether Feishu may hold the key's interview. */
function wasSent({ state }: KeyEntry): boolean {
  return state === KeyState.Created || state === KeyState.Open;
}

function needsSource(line: number): string {
  return `the interview on line ${line} has no external_id. One can be derived from its content, but that needs a name for the system that it comes from (--source greenhouse, say), so that no two systems' interviews share one`;
}

function windowEndMs(firstTryAtMs: number): number {
  const { idempotency } = operations.createExternalInterview;
  return (
    firstTryAtMs + (typeof idempotency === "object" ? (idempotency.windowMs ?? 0) : 0) - RESUME_MARGIN_MS
  );
}

function conflict(key: string, reason: string): Decision {
  return { do: "conflict", key, rejection: { reason, field: "external_id" } };
}

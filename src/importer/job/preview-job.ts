import { join } from "node:path";
import { type Clock, systemClock } from "../../clock.js";
import type { InterviewInput, ValidRow } from "../input/rows/interview-row.js";
import { type Decision, type DecisionContext, decideRow, getKey } from "./decide-row.js";
import { assertReadAlike, hasSentBefore, mayHoldInterviews } from "./header.js";
import { loadIndex } from "./journal/load-index.js";
import { rethrowUnreadable } from "./read-job.js";

/** What an import would do with the rows of its input, as far as its job is concerned. */
export interface JobPreviewCounts {
  /** Would be created, including those that Feishu has rejected before. */
  create: number;
  /** Created before: would be skipped. */
  skip: number;
  /** Created before with other content: would be updated or rejected. */
  changed: number;
  /** May have been created: would be settled, sent again with the same key, or left as they are. */
  unknown: number;
  /** Undone so recently that Feishu may still remember their keys. */
  postponed: number;
}

/** Decides on rows as the job would, and changes nothing. */
export interface JobPreview {
  /** Whether the job has been run. */
  readonly exists: boolean;
  readonly counts: Readonly<JobPreviewCounts>;
  /**
   * Counts a row.
   *
   * @param row one whose id no other row has
   * @returns the `external_id` that it would be sent with; undefined if there is no namespace to derive one in
   */
  add(row: ValidRow): string | undefined;
}

/** A class of its own, so that the public type does not name what it decides by. */
class OpenPreview implements JobPreview {
  readonly exists: boolean;
  readonly counts: JobPreviewCounts = { create: 0, skip: 0, changed: 0, unknown: 0, postponed: 0 };
  readonly #context: DecisionContext;

  constructor(context: DecisionContext, exists: boolean) {
    this.#context = context;
    this.exists = exists;
  }

  add(row: ValidRow): string | undefined {
    const decision = decideRow(this.#context, row);
    this.#count(decision);
    return getKey(decision);
  }

  #count(decision: Decision): void {
    switch (decision.action) {
      case "send":
        this.counts[decision.pending.ambiguousSinceMs === undefined ? "create" : "unknown"]++;
        break;
      case "update":
      case "conflict":
        this.counts.changed++;
        break;
      case "postpone":
        this.counts.postponed++;
        break;
      case "skip":
      case "unknown":
        this.counts[decision.action]++;
    }
  }
}

export interface JobPreviewOptions {
  /** The namespace of derived keys, for a job that has none yet. */
  readonly idNamespace?: string | undefined;
  /** The input that the run would read, which must be read as in the job's earlier runs. @default not checked */
  readonly input?: Pick<InterviewInput, "timeZone" | "mapping"> | undefined;
  /** Clock. Override it in tests. @default the system's */
  readonly clock?: Clock | undefined;
}

/**
 * Opens a job to preview a run, even while it runs. A job that has not been run yet has created nothing.
 *
 * @throws JobError if it cannot be read, or has another namespace, time zone or mapping
 */
export async function previewJob(
  jobDir: string,
  { idNamespace, input, clock = systemClock }: JobPreviewOptions = {},
): Promise<JobPreview> {
  const path = join(jobDir, "journal.jsonl");
  const { header: found, index } = await loadIndex(path).catch((error) => rethrowUnreadable(error, jobDir));
  const header = hasSentBefore(index) ? found : undefined;
  const source = idNamespace ?? header?.source;
  const { timeZone = header?.timeZone, mapping } = input ?? header ?? {};
  if (mayHoldInterviews(index)) assertReadAlike(jobDir, { source, timeZone, mapping }, header);
  const context: DecisionContext = {
    index,
    idNamespace: source,
    now: () => clock.now(),
    occurrences: new Map(),
    otherJobs: [],
    repeatsOtherJobs: false,
    updatableIds: undefined,
    unsettled: new Map(),
    notCreated: new Set<string>(),
    foundIds: new Map<string, string>(),
  };
  return new OpenPreview(context, found !== undefined);
}

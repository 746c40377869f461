import { stat } from "node:fs/promises";
import { join } from "node:path";
import { type Clock, systemClock } from "../../clock.js";
import type { ValidRow } from "../input/rows/interview-row.js";
import { type DecisionContext, decideRow } from "./decide-row.js";
import { loadIndex } from "./journal/load-index.js";
import { readJob } from "./read-job.js";

/** What an import would do with the rows of its input, as far as its job is concerned. */
export interface JobPreviewCounts {
  /** Would be created, those included that Feishu has rejected before. */
  create: number;
  /** Created before: would be skipped. */
  skip: number;
  /** Created before with other content: would be updated or rejected. */
  changed: number;
  /** May have been created: would be settled, sent again with the same key, or left. */
  unknown: number;
  /** Undone so recently that Feishu may still remember their keys. */
  postponed: number;
}

/** Decides on rows as the job would, and changes nothing. */
export class JobPreview {
  readonly counts: JobPreviewCounts = { create: 0, skip: 0, changed: 0, unknown: 0, postponed: 0 };
  readonly #context: DecisionContext;

  constructor(context: DecisionContext) {
    this.#context = context;
  }

  /** @param row one whose id no other row has */
  add(row: ValidRow): void {
    const decision = decideRow(this.#context, row);
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
  /** Clock. Override it in tests. @default the system's */
  readonly clock?: Clock | undefined;
}

/**
 * Opens a job to preview a run, also while it runs.
 *
 * @returns undefined if there is no job
 * @throws JobError if it cannot be read
 */
export async function previewJob(
  jobDir: string,
  { idNamespace, clock = systemClock }: JobPreviewOptions = {},
): Promise<JobPreview | undefined> {
  const isThere = await stat(join(jobDir, "journal.jsonl")).then(
    () => true,
    () => false,
  );
  if (!isThere) return undefined;
  const { header, index } = await readJob(jobDir, loadIndex);
  return new JobPreview({
    index,
    idNamespace: header.source ?? idNamespace,
    now: () => clock.now(),
    occurrences: new Map(),
    otherJobs: [],
    updatableIds: undefined,
    unsettled: new Map(),
    notCreated: new Set<string>(),
    foundIds: new Map<string, string>(),
  });
}

import type { Intent, JournalHeader } from "../job/journal/journal-entry.js";
import { loadIndex } from "../job/journal/load-index.js";
import { readJournal } from "../job/journal/read-journal.js";
import { readJob } from "../job/read-job.js";
import { digestKey } from "../keys/external-id.js";
import { IdIndex } from "../keys/id-index.js";
import { IdSet } from "../keys/id-set.js";
import { type KeyDigest, type KeyEntry, type KeyIndex, KeyState } from "../keys/key-index.js";

/** An interview that a job has created, and that is not known to be undone. */
export interface CreatedInterview {
  readonly key: string;
  readonly id: string;
  readonly application: string;
  readonly contentDigest: number;
  readonly line: number;
  /** When it was created, in milliseconds; undefined if the journal does not say. */
  readonly createdAtMs: number | undefined;
}

export interface LoadOptions {
  /** About how many interviews the job may have. */
  readonly expectedCount?: number | undefined;
  /** Whether to load Feishu's ids, which take more memory than all the rest; `list` needs them. @default true */
  readonly keepsIds?: boolean | undefined;
}

type Loaded = Awaited<ReturnType<typeof loadIndex>> &
  Pick<CreatedInterviews, "ids" | "knownIds" | "undoneIds">;

/** What a journal says of the interviews that its job has created. */
export class CreatedInterviews {
  readonly header: Loaded["header"];
  readonly index: KeyIndex;
  /** Those that may have been created, by key. */
  readonly ambiguous: Loaded["ambiguous"];
  /** Feishu's ids, by key. */
  readonly ids: IdIndex;
  /** Every id that Feishu has returned for an interview of this job, undone ones included. */
  readonly knownIds: IdSet;
  /** Feishu's ids of interviews that an undo has deleted, or has tried to. */
  readonly undoneIds: IdSet;
  /** The keys of interviews that were about to be deleted when a run ended. */
  readonly openUndoings: Loaded["openUndoings"];
  readonly #path: string;

  private constructor(path: string, loaded: Loaded) {
    this.#path = path;
    this.header = loaded.header;
    this.index = loaded.index;
    this.ambiguous = loaded.ambiguous;
    this.ids = loaded.ids;
    this.knownIds = loaded.knownIds;
    this.undoneIds = loaded.undoneIds;
    this.openUndoings = loaded.openUndoings;
  }

  static async load(
    path: string,
    { expectedCount = 0, keepsIds = true }: LoadOptions = {},
  ): Promise<CreatedInterviews> {
    const idCount = keepsIds ? Math.max(1000, expectedCount) : 0;
    const ids = new IdIndex(idCount);
    const knownIds = new IdSet(idCount);
    const undoneIds = new IdSet(0);
    const loaded = await loadIndex(path, expectedCount, {
      outcome(outcome) {
        if (outcome.type !== "created" || !keepsIds) return;
        ids.set(digestKey(outcome.key), outcome.id);
        knownIds.add(outcome.id);
      },
      change(change) {
        if (change.type === "undoing") undoneIds.add(change.id);
      },
    });
    return new CreatedInterviews(path, { ...loaded, ids, knownIds, undoneIds });
  }

  /** Yields the interviews in the order in which they were created. */
  async *list(): AsyncGenerator<CreatedInterview> {
    const intents = new Map<string, Intent>();
    for await (const entry of readJournal(this.#path)) {
      if (entry.type === "intent") intents.set(entry.key, entry);
      if (entry.type === "header" || entry.type === "intent" || entry.type === "unknown") continue;
      const intent = intents.get(entry.key);
      intents.delete(entry.key);
      if (entry.type !== "created" || !intent) continue;
      const { key, id, atMs: createdAtMs } = entry;
      const current = this.#findCurrent(digestKey(key), id);
      if (!current) continue;
      const { application, line } = intent;
      yield { key, id, application, line, contentDigest: current.content, createdAtMs };
    }
  }

  /** Returns the key's entry if its interview still has this id: undone and created again, it has a new one. */
  #findCurrent(digest: KeyDigest, id: string): KeyEntry | undefined {
    const entry = this.index.get(digest);
    const mayExist = entry && (isCreated(entry) || entry.state === KeyState.Undoing);
    return mayExist && this.ids.get(digest) === id ? entry : undefined;
  }
}

/** Loads what a job has created. @throws JobError if the job cannot be read */
export function loadCreated(jobDir: string): Promise<CreatedInterviews & { readonly header: JournalHeader }> {
  return readJob(jobDir, (path) => CreatedInterviews.load(path));
}

/** Counts the interviews that Feishu is known to have. */
export function countCreated(index: KeyIndex): number {
  return index.count(KeyState.Created) + index.count(KeyState.Updating);
}

/** Whether Feishu is known to have the key's interview. */
export function isCreated({ state }: KeyEntry): boolean {
  return state === KeyState.Created || state === KeyState.Updating;
}

import { stat } from "node:fs/promises";
import { digestKey } from "../../keys/external-id.js";
import { type KeyEntry, KeyIndex, KeyState } from "../../keys/key-index.js";
import { isMissingFile } from "../../messages/system-error.js";
import type { Intent, JournalChange, JournalOutcome } from "./journal-entry.js";
import { type Replay, type ReplayVisitor, replay } from "./replay.js";

/** The approximate size of an intent and its outcome in a journal. */
const JOURNAL_BYTES_PER_INTERVIEW = 300;

/**
 * Replays a journal into an index of its keys. One that does not exist is empty.
 *
 * @param visitor also follows the replay
 */
export async function loadIndex(
  path: string,
  expectedCount = 0,
  visitor: ReplayVisitor = {},
): Promise<Replay & { readonly index: KeyIndex }> {
  const sizeBytes = await getSizeBytes(path);
  const builder = new IndexBuilder(Math.max(expectedCount, (sizeBytes ?? 0) / JOURNAL_BYTES_PER_INTERVIEW));
  if (sizeBytes === undefined) return { ...NOTHING_REPLAYED, index: builder.index };
  const replayed = await replay(path, {
    intent(intent) {
      builder.addIntent(intent);
      visitor.intent?.(intent);
    },
    outcome(outcome, intent) {
      builder.addOutcome(outcome);
      return visitor.outcome?.(outcome, intent);
    },
    change(change) {
      builder.addChange(change);
      visitor.change?.(change);
    },
  });
  return { ...replayed, index: builder.index };
}

const NOTHING_REPLAYED: Replay = { header: undefined, ambiguous: new Map(), openUndoings: new Set() };

/** The file's size; undefined if there is no such file. */
async function getSizeBytes(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissingFile(error)) return undefined;
    throw error;
  }
}

class IndexBuilder {
  readonly index: KeyIndex;
  /** By key, the content before an update that is open. */
  readonly #contentBefore = new Map<string, number>();
  /** By key, the state before a deletion that is open. */
  readonly #stateBefore = new Map<string, KeyState>();

  constructor(expectedCount: number) {
    this.index = new KeyIndex(expectedCount);
  }

  addIntent({ key, content, firstTryAtMs }: Intent): void {
    const firstTryAtSeconds = Math.floor(firstTryAtMs / 1000);
    this.index.set(digestKey(key), { state: KeyState.Ambiguous, content, firstTryAtSeconds, line: 0 });
  }

  addOutcome({ type, key }: JournalOutcome): void {
    const state = { created: KeyState.Created, rejected: KeyState.Rejected, notSent: KeyState.Seen };
    if (type !== "unknown") this.#set(key, { state: state[type], firstTryAtSeconds: 0 });
  }

  addChange(change: JournalChange): void {
    const { key } = change;
    switch (change.type) {
      case "undoing": {
        const state = this.index.get(digestKey(key))?.state;
        if (state !== undefined) this.#stateBefore.set(key, state);
        this.#set(key, { state: KeyState.Undoing });
        break;
      }
      case "undoRejected":
        this.#set(key, { state: this.#stateBefore.get(key) ?? KeyState.Created });
        this.#stateBefore.delete(key);
        break;
      case "undone": {
        this.#stateBefore.delete(key);
        const firstTryAtSeconds = Math.ceil(change.createdByMs / 1000);
        this.#set(key, { state: KeyState.Undone, firstTryAtSeconds });
        break;
      }
      case "updating": {
        const before = this.index.get(digestKey(key));
        // If an earlier update is still open, nobody knows which content Feishu has.
        if (before?.state === KeyState.Created) this.#contentBefore.set(key, before.content);
        else this.#contentBefore.delete(key);
        this.#set(key, { state: KeyState.Updating, content: change.content });
        break;
      }
      case "updated":
        this.#contentBefore.delete(key);
        this.#set(key, { state: KeyState.Created });
        break;
      case "updateRejected":
        this.#takeBackUpdate(key);
    }
  }

  #takeBackUpdate(key: string): void {
    const content = this.#contentBefore.get(key);
    if (content !== undefined) this.#set(key, { state: KeyState.Created, content });
    this.#contentBefore.delete(key);
  }

  #set(key: string, change: Partial<KeyEntry>): void {
    const digest = digestKey(key);
    const before = this.index.get(digest);
    if (before) this.index.set(digest, { ...before, ...change });
  }
}

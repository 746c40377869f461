import { stat } from "node:fs/promises";
import { keyDigest } from "../../keys/external-id.js";
import { type KeyEntry, KeyIndex, KeyState } from "../../keys/key-index.js";
import type { JournalChange, JournalOutcome } from "./journal-entry.js";
import { type Replay, type ReplayVisitor, replay } from "./replay.js";

/** About how many bytes of a journal an intent and its outcome take. */
const JOURNAL_BYTES_PER_INTERVIEW = 300;

/**
 * Replays a journal into an index of its keys.
 *
 * @param visitor follows the replay too
 */
export async function loadIndex(
  path: string,
  expectedCount = 0,
  visitor: ReplayVisitor = {},
): Promise<Replay & { readonly index: KeyIndex }> {
  const { size } = await stat(path);
  const loading = new LoadingIndex(Math.max(expectedCount, size / JOURNAL_BYTES_PER_INTERVIEW));
  const replayed = await replay(path, {
    intent(intent) {
      const { key, content, firstTryAtMs } = intent;
      const firstTryAtSeconds = Math.floor(firstTryAtMs / 1000);
      loading.index.set(keyDigest(key), { state: KeyState.Ambiguous, content, firstTryAtSeconds, line: 0 });
      visitor.intent?.(intent);
    },
    outcome(outcome, intent) {
      loading.end(outcome);
      return visitor.outcome?.(outcome, intent);
    },
    change(change) {
      loading.change(change);
      visitor.change?.(change);
    },
  });
  return { ...replayed, index: loading.index };
}

class LoadingIndex {
  readonly index: KeyIndex;
  /** The content before an update that is open. */
  readonly #before = new Map<string, number>();
  /** The state before a deletion that is open. */
  readonly #beforeUndoing = new Map<string, KeyState>();

  constructor(expectedCount: number) {
    this.index = new KeyIndex(expectedCount);
  }

  end({ type, key }: JournalOutcome): void {
    const state = { created: KeyState.Created, rejected: KeyState.Rejected, notSent: KeyState.Seen };
    if (type !== "unknown") this.#set(key, { state: state[type], firstTryAtSeconds: 0 });
  }

  change(change: JournalChange): void {
    const { key } = change;
    switch (change.type) {
      case "undoing": {
        const state = this.index.get(keyDigest(key))?.state;
        if (state !== undefined && state !== KeyState.Undoing) this.#beforeUndoing.set(key, state);
        this.#set(key, { state: KeyState.Undoing });
        break;
      }
      case "undoRejected":
        this.#set(key, { state: this.#beforeUndoing.get(key) ?? KeyState.Created });
        this.#beforeUndoing.delete(key);
        break;
      case "undone": {
        this.#beforeUndoing.delete(key);
        const firstTryAtSeconds = Math.ceil(change.createdByMs / 1000);
        this.#set(key, { state: KeyState.Undone, firstTryAtSeconds });
        break;
      }
      case "updating": {
        const before = this.index.get(keyDigest(key));
        // After an update that is open, nobody knows what it was before.
        if (before?.state === KeyState.Created) this.#before.set(key, before.content);
        else this.#before.delete(key);
        this.#set(key, { state: KeyState.Updating, content: change.content });
        break;
      }
      case "updated":
        this.#before.delete(key);
        this.#set(key, { state: KeyState.Created });
        break;
      case "updateRejected":
        this.#restore(key);
    }
  }

  /** Takes back the last update. */
  #restore(key: string): void {
    const content = this.#before.get(key);
    if (content !== undefined) this.#set(key, { state: KeyState.Created, content });
    this.#before.delete(key);
  }

  #set(key: string, change: Partial<KeyEntry>): void {
    const digest = keyDigest(key);
    const before = this.index.get(digest);
    if (before) this.index.set(digest, { ...before, ...change });
  }
}

import { callSafely } from "../call-safely.js";
import type { Clock } from "../clock.js";
import type { StoredToken, TokenStore } from "./token-store.js";

const TIMEOUT_MS = 2_000;
/** After a failure, the store is skipped for this long: a call would wait for each operation to fail. */
const SKIP_MS = 60_000;

/** The lock of a store that cannot lock: nobody waits for another process. */
const NO_LOCK = async (): Promise<void> => {};

/** A token store that cannot break or delay a call: an error or a timeout counts as a cache miss. */
export class SafeTokenStore {
  readonly #store: TokenStore | undefined;
  readonly #key: string;
  readonly #clock: Clock;
  readonly #onError: (action: string) => void;
  #skipUntilMs = Number.NEGATIVE_INFINITY;

  constructor(options: {
    store: TokenStore | undefined;
    key: string;
    clock: Clock;
    onError: (action: string) => void;
  }) {
    this.#store = options.store;
    this.#key = options.key;
    this.#clock = options.clock;
    this.#onError = options.onError;
  }

  async get(): Promise<StoredToken | undefined> {
    return this.#try("get", (store) => store.get(this.#key), undefined);
  }

  async set(token: StoredToken): Promise<void> {
    await this.#try("set", (store) => store.set(this.#key, token), undefined);
  }

  async delete(): Promise<void> {
    await this.#try("delete", (store) => store.delete(this.#key), undefined);
  }

  /** Resolves to a function that releases the lock, or to undefined while another process holds it. */
  async lock(): Promise<(() => void) | undefined> {
    const unlock = await this.#try(
      "lock",
      (store) => store.lock?.(this.#key) ?? Promise.resolve(NO_LOCK),
      NO_LOCK,
    );
    // Nobody waits for the release, and it is tried even if the store has failed meanwhile.
    return unlock && (() => callSafely(unlock));
  }

  /** Whether the store can make processes take turns at fetching a token. */
  get canLock(): boolean {
    return this.#store?.lock !== undefined;
  }

  async #try<T>(action: string, run: (store: TokenStore) => Promise<T>, fallback: T): Promise<T> {
    if (!this.#store || this.#clock.monotonicNow() < this.#skipUntilMs) return fallback;
    let cancel: (() => void) | undefined;
    try {
      const timeout = new Promise<never>((_, reject) => {
        cancel = this.#clock.setTimer(reject, TIMEOUT_MS);
      });
      return await Promise.race([run(this.#store), timeout]);
    } catch {
      this.#skipUntilMs = this.#clock.monotonicNow() + SKIP_MS;
      this.#onError(action);
      return fallback;
    } finally {
      cancel?.();
    }
  }
}

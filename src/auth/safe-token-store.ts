import { callSafely } from "../call-safely.js";
import type { Clock } from "../clock.js";
import type { StoredToken, TokenStore } from "./token-store.js";

const TIMEOUT_MS = 2_000;
/** After a timeout, the store is skipped for this long: a call would wait for each of its operations. */
const SKIP_MS = 60_000;

/** The lock of a store that cannot lock: nobody waits for another process. */
const NO_LOCK = async (): Promise<void> => {};

export interface SafeTokenStoreOptions {
  readonly store: TokenStore | undefined;
  readonly key: string;
  readonly clock: Clock;
  readonly onError: (action: string) => void;
}

/** A token store that cannot break or delay a call: an error or a timeout counts as a cache miss. */
export class SafeTokenStore {
  readonly #options: SafeTokenStoreOptions;
  #skipUntilMs = -Infinity;

  constructor(options: SafeTokenStoreOptions) {
    this.#options = options;
  }

  async get(): Promise<StoredToken | undefined> {
    return this.#try("get", (store, key) => store.get(key), undefined);
  }

  async set(token: StoredToken): Promise<void> {
    await this.#try("set", (store, key) => store.set(key, token), undefined);
  }

  async delete(): Promise<void> {
    await this.#try("delete", (store, key) => store.delete(key), undefined);
  }

  /** Resolves to a function that releases the lock, or to undefined while another process holds it. */
  async lock(): Promise<(() => void) | undefined> {
    const unlock = await this.#try(
      "lock",
      (store, key) => store.lock?.(key) ?? Promise.resolve(NO_LOCK),
      NO_LOCK,
    );
    // Nobody waits for the release, and it is tried even if the store has failed meanwhile.
    return unlock && (() => callSafely(unlock));
  }

  /** Whether the store can make processes take turns at fetching a token. */
  get canLock(): boolean {
    return this.#options.store?.lock !== undefined;
  }

  async #try<T>(
    action: string,
    run: (store: TokenStore, key: string) => Promise<T>,
    fallback: T,
  ): Promise<T> {
    const { store, key, clock, onError } = this.#options;
    if (!store || clock.monotonicNow() < this.#skipUntilMs) return fallback;
    let cancel: (() => void) | undefined;
    try {
      const timeout = new Promise<never>((_, reject) => {
        cancel = clock.setTimer(() => {
          this.#skipUntilMs = clock.monotonicNow() + SKIP_MS;
          reject();
        }, TIMEOUT_MS);
      });
      return await Promise.race([run(store, key), timeout]);
    } catch {
      onError(action);
      return fallback;
    } finally {
      cancel?.();
    }
  }
}

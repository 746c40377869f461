import type { StoredToken, TokenStore } from "./token-store.js";

/** The lock of a store that cannot lock: nobody waits for another process. */
const NO_LOCK = async (): Promise<void> => {};

/** A token store that cannot break or delay a call: an error or a timeout counts as a cache miss. */
export class SafeTokenStore {
  readonly #store: TokenStore | undefined;
  readonly #key: string;
  readonly #timeoutMs: number;
  readonly #onError: (action: string) => void;

  constructor(options: {
    store: TokenStore | undefined;
    key: string;
    /** How long one operation of the store may take, in milliseconds. */
    timeoutMs: number;
    onError: (action: string) => void;
  }) {
    this.#store = options.store;
    this.#key = options.key;
    this.#timeoutMs = options.timeoutMs;
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
  async lock(): Promise<(() => Promise<void>) | undefined> {
    const unlock = await this.#try(
      "lock",
      (store) => store.lock?.(this.#key) ?? Promise.resolve(NO_LOCK),
      NO_LOCK,
    );
    return unlock && (() => this.#try("unlock", unlock, undefined));
  }

  /** Whether the store can make processes take turns at fetching a token. */
  get canLock(): boolean {
    return this.#store?.lock !== undefined;
  }

  async #try<T>(action: string, run: (store: TokenStore) => Promise<T>, fallback: T): Promise<T> {
    if (!this.#store) return fallback;
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const timeout = new Promise<never>((_, reject) => {
        timer = setTimeout(reject, this.#timeoutMs);
      });
      return await Promise.race([run(this.#store), timeout]);
    } catch {
      this.#onError(action);
      return fallback;
    } finally {
      clearTimeout(timer);
    }
  }
}

import type { Clock } from "../clock.js";
import { AuthenticationError } from "../errors/api.js";
import { InvalidResponseError } from "../errors/invalid-response.js";

import type { StoredToken, TokenStore } from "./token-store.js";

/** Asks Feishu for a token; `expire` is in seconds. */
export type FetchToken = (options: {
  signal: AbortSignal;
  background: boolean;
}) => Promise<{ token: string; expire: number }>;

/** Feishu hands out a new token only when less than this is left of the old one. */
const REFRESH_BELOW_MS = 30 * 60_000;
/** A token this close to its end may be refused by the time it arrives. */
const UNUSABLE_BELOW_MS = 60_000;
/** After a background refresh that failed. */
const REFRESH_AGAIN_AFTER_MS = 60_000;

const SAME_TOKEN =
  "Feishu handed back the very token that it has just rejected, so the call was not sent again.";

interface Fetching {
  readonly result: Promise<StoredToken>;
  readonly controller: AbortController;
  waiters: number;
}

/** The client's token: fetched once for all who wait, kept, refreshed early, replaced when Feishu rejects it. */
export class TokenProvider {
  readonly #fetchToken: FetchToken;
  readonly #store: TokenStore | undefined;
  readonly #storeKey: string;
  readonly #clock: Clock;
  readonly #onStoreError: (action: string) => void;
  #current: StoredToken | undefined;
  #rejected: { token: string; error: AuthenticationError } | undefined;
  #fetching: Fetching | undefined;
  /** Counts rejections: what was asked for before the last one is not kept. */
  #generation = 0;
  #refreshNotBeforeMs = 0;

  constructor(options: {
    fetchToken: FetchToken;
    store: TokenStore | undefined;
    storeKey: string;
    clock: Clock;
    onStoreError: (action: string) => void;
  }) {
    this.#fetchToken = options.fetchToken;
    this.#store = options.store;
    this.#storeKey = options.storeKey;
    this.#clock = options.clock;
    this.#onStoreError = options.onStoreError;
  }

  /** The token, if there is one that can be used right now. Asks for the next one when its time has come. */
  ready(): string | undefined {
    const leftMs = this.#leftMs(this.#current);
    if (leftMs < REFRESH_BELOW_MS) this.#refreshEarly(leftMs);
    return leftMs > UNUSABLE_BELOW_MS ? this.#current?.token : undefined;
  }

  /**
   * The token, fetched if need be. The signal ends the caller's waiting; the fetch goes on while others wait.
   *
   * @throws AuthenticationError if Feishu hands back the token that it has rejected; whatever the token call throws;
   * the signal's reason.
   */
  async token(signal: AbortSignal | undefined): Promise<string> {
    const ready = this.ready();
    if (ready !== undefined) return ready;
    if (signal?.aborted) throw signal.reason;
    const fetching = this.#fetching ?? this.#startFetching(false);
    fetching.waiters++;
    try {
      const { token } = await untilAborted(fetching.result, signal);
      if (token === this.#rejected?.token)
        throw new AuthenticationError(this.#rejected.error.failure, SAME_TOKEN);
      return token;
    } finally {
      fetching.waiters--;
      if (fetching.waiters === 0 && signal?.aborted) this.#cancel(fetching);
    }
  }

  /** Feishu refused this token. It is dropped, unless a newer one has taken its place already. */
  reject(token: string, error: AuthenticationError): void {
    if (this.#current?.token !== token) return;
    this.#current = undefined;
    this.#rejected = { token, error };
    this.#fetching = undefined;
    this.#generation++;
  }

  #leftMs(stored: StoredToken | undefined): number {
    return stored ? stored.expiresAtMs - this.#clock.now() : Number.NEGATIVE_INFINITY;
  }

  #refreshEarly(leftMs: number): void {
    if (leftMs <= UNUSABLE_BELOW_MS || this.#fetching || this.#clock.now() < this.#refreshNotBeforeMs) return;
    this.#startFetching(true).result.catch(() => {
      this.#refreshNotBeforeMs = this.#clock.now() + REFRESH_AGAIN_AFTER_MS;
    });
  }

  #startFetching(background: boolean): Fetching {
    const controller = new AbortController();
    const generation = this.#generation;
    const result = this.#obtain(controller.signal, background).then((obtained) => {
      const kept = generation === this.#generation && obtained.token !== this.#rejected?.token;
      if (kept) this.#current = obtained;
      return obtained;
    });
    const fetching: Fetching = { result, controller, waiters: 0 };
    const done = () => {
      if (this.#fetching === fetching) this.#fetching = undefined;
    };
    result.then(done, done);
    this.#fetching = fetching;
    return fetching;
  }

  #cancel(fetching: Fetching): void {
    if (this.#fetching === fetching) this.#fetching = undefined;
    fetching.controller.abort();
  }

  /** A usable token that Feishu has not rejected: from the store, or from Feishu. */
  async #obtain(signal: AbortSignal, background: boolean): Promise<StoredToken> {
    const rejected = this.#rejected;
    const stored = await this.#useStore("get", (store) => store.get(this.#storeKey));
    const enoughMs = background ? REFRESH_BELOW_MS : UNUSABLE_BELOW_MS;
    if (stored && stored.token !== rejected?.token && this.#leftMs(stored) > enoughMs) return stored;
    if (stored && stored.token === rejected?.token)
      await this.#useStore("delete", (store) => store.delete(this.#storeKey));

    const askedAtMs = this.#clock.now();
    const { token, expire } = await this.#fetchToken({ signal, background });
    const obtained = { token, expiresAtMs: askedAtMs + expire * 1000 };
    if (this.#leftMs(obtained) <= UNUSABLE_BELOW_MS) {
      throw new InvalidResponseError(
        "getTenantAccessToken",
        200,
        undefined,
        `a token that ends in ${expire} seconds`,
      );
    }
    await this.#useStore("set", (store) => store.set(this.#storeKey, obtained));
    return obtained;
  }

  async #useStore<T>(action: string, use: (store: TokenStore) => Promise<T>): Promise<T | undefined> {
    try {
      return this.#store && (await use(this.#store));
    } catch {
      this.#onStoreError(action);
      return undefined;
    }
  }
}

/** The promise's value, or the signal's reason as soon as it aborts. */
function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

import type { Clock } from "../clock.js";
import { Failed, type Failure } from "../errors/failure.js";
import { InvalidResponseError } from "../errors/invalid-response.js";
import { waitUnlessAborted } from "../wait-unless-aborted.js";
import { SafeTokenStore } from "./safe-token-store.js";
import type { StoredToken, TokenStore } from "./token-store.js";

/** Requests a token from Feishu; `expire` is in seconds. */
export type FetchToken = (options: {
  signal: AbortSignal;
  background: boolean;
}) => Promise<{ token: string; expire: number }>;

/** Feishu issues a new token only while less than this is left of the old one. */
const REFRESH_THRESHOLD_MS = 30 * 60_000;
/** A token this close to its expiry may have expired by the time the request arrives. */
const MIN_LIFETIME_MS = 60_000;
/** The longest lifetime that Feishu documents. */
const MAX_LIFETIME_MS = 7_200_000;
/** The pause between two background refreshes. */
const REFRESH_RETRY_MS = 60_000;
/** While another process fetches a token, the store is read this often, and for this long. */
const LOCK_POLL_MS = 100;
const LOCK_WAIT_MS = 15_000;
/** The characters that an HTTP header can hold, without blanks. */
const TOKEN = /^[\x21-\x7e]+$/;

const SAME_TOKEN = "Feishu returned the token that it has just rejected, so the request was not sent again.";

interface PendingFetch {
  readonly result: Promise<StoredToken>;
  readonly controller: AbortController;
  readonly background: boolean;
  waiters: number;
}

export interface TokenProviderOptions {
  readonly fetchToken: FetchToken;
  readonly store: TokenStore | undefined;
  readonly storeKey: string;
  readonly clock: Clock;
  readonly onStoreError: (action: string) => void;
}

/** A client's token: fetched once for all callers, cached, refreshed early, replaced when Feishu rejects it. */
export class TokenProvider {
  readonly #fetchToken: FetchToken;
  readonly #store: SafeTokenStore;
  readonly #clock: Clock;
  #current: StoredToken | undefined;
  #rejected: { token: string; failure: Failure } | undefined;
  #pending: PendingFetch | undefined;
  /** The number of invalidations: a token that was requested before the last one is not cached. */
  #generation = 0;
  #refreshNotBeforeMs = 0;

  constructor({ fetchToken, store, storeKey: key, clock, onStoreError: onError }: TokenProviderOptions) {
    this.#fetchToken = fetchToken;
    this.#clock = clock;
    this.#store = new SafeTokenStore({ store, key, clock, onError });
  }

  /** Returns the cached token if it can be used now, and refreshes it in the background if that is due. */
  getCachedAndRefresh(): string | undefined {
    const lifetimeMs = this.#remainingMs(this.#current);
    if (lifetimeMs < REFRESH_THRESHOLD_MS) this.#refreshEarly(lifetimeMs);
    return lifetimeMs > MIN_LIFETIME_MS ? this.#current?.token : undefined;
  }

  /**
   * Returns the token, fetched if necessary. The signal ends this caller's wait; the fetch
   * continues while others wait for it.
   *
   * @param rejected the token that Feishu has rejected from this caller
   * @throws Failed if Feishu returns the rejected token again
   * @throws FeishuHireError if the token call fails
   * @throws the signal's reason when it aborts
   */
  async getToken(signal: AbortSignal | undefined, rejected?: string): Promise<string> {
    const cached = this.getCachedAndRefresh();
    if (cached !== undefined) return cached;
    if (signal?.aborted) throw signal.reason;
    const pending = this.#pending ?? this.#startFetch(false);
    pending.waiters++;
    try {
      const { token } = await waitUnlessAborted(pending.result, signal);
      if (this.#rejected && token === rejected) throw new Failed(this.#rejected.failure, SAME_TOKEN);
      return token;
    } catch (error) {
      // A background fetch gives up sooner than this call may, so fetch again.
      if (!pending.background) throw error;
      return await this.getToken(signal, rejected);
    } finally {
      pending.waiters--;
      if (pending.waiters === 0 && signal?.aborted) this.#cancel(pending);
    }
  }

  /** Drops a token that Feishu rejected, unless it has been replaced already. */
  invalidate(token: string, failure: Failure): void {
    if (this.#current?.token !== token) return;
    this.#current = undefined;
    this.#rejected = { token, failure };
    this.#pending = undefined;
    this.#generation++;
  }

  #remainingMs(stored: StoredToken | undefined): number {
    return stored ? stored.expiresAtMs - this.#clock.now() : -Infinity;
  }

  #refreshEarly(lifetimeMs: number): void {
    if (lifetimeMs <= MIN_LIFETIME_MS || this.#pending || this.#clock.now() < this.#refreshNotBeforeMs)
      return;
    const postpone = () => {
      this.#refreshNotBeforeMs = this.#clock.now() + REFRESH_RETRY_MS;
    };
    // Also after a success: a token that lives for less than half an hour is always due.
    this.#startFetch(true).result.then(postpone, postpone);
  }

  #startFetch(background: boolean): PendingFetch {
    const controller = new AbortController();
    const generation = this.#generation;
    const result = this.#fetch(controller.signal, background).then((fetched) => {
      const isCurrent = generation === this.#generation && fetched.token !== this.#rejected?.token;
      if (isCurrent) this.#current = fetched;
      return fetched;
    });
    const pending: PendingFetch = { result, controller, background, waiters: 0 };
    const clear = () => {
      if (this.#pending === pending) this.#pending = undefined;
    };
    result.then(clear, clear);
    this.#pending = pending;
    return pending;
  }

  #cancel(pending: PendingFetch): void {
    if (this.#pending === pending) this.#pending = undefined;
    pending.controller.abort();
  }

  /** Gets a usable token that Feishu has not rejected: from the store, or from Feishu. */
  async #fetch(signal: AbortSignal, background: boolean): Promise<StoredToken> {
    const stored = await this.#readStore(background);
    if (stored) return stored;
    if (!this.#store.canLock) return this.#fetchFromFeishu(signal, background);
    const untilMs = this.#clock.monotonicNow() + LOCK_WAIT_MS;
    let unlock = await this.#store.lock();
    while (!unlock && this.#clock.monotonicNow() < untilMs) {
      if (background) throw new Error("Another process is refreshing the token");
      await this.#clock.wait(LOCK_POLL_MS, signal);
      const fetched = await this.#readStore(background);
      if (fetched) return fetched;
      unlock = await this.#store.lock();
    }
    try {
      return (await this.#readStore(background)) ?? (await this.#fetchFromFeishu(signal, background));
    } finally {
      unlock?.();
    }
  }

  async #readStore(background: boolean): Promise<StoredToken | undefined> {
    const rejected = this.#rejected?.token;
    const stored = await this.#store.get();
    if (!stored) return undefined;
    const minMs = background ? REFRESH_THRESHOLD_MS : MIN_LIFETIME_MS;
    const { token, expiresAtMs } = stored;
    const isWellFormed = typeof token === "string" && TOKEN.test(token) && Number.isFinite(expiresAtMs);
    if (!isWellFormed || token === rejected) await this.#store.delete();
    else if (this.#remainingMs(stored) > minMs)
      // A longer life is capped, not refused: the clock of the process that stored it may be ahead.
      return { token, expiresAtMs: Math.min(expiresAtMs, this.#clock.now() + MAX_LIFETIME_MS) };
    return undefined;
  }

  async #fetchFromFeishu(signal: AbortSignal, background: boolean): Promise<StoredToken> {
    const requestedAtMs = this.#clock.now();
    const { token, expire } = await this.#fetchToken({ signal, background });
    if (!TOKEN.test(token)) throw createTokenError("a token that no header can hold");
    const expiresAtMs = requestedAtMs + Math.min(expire * 1000, MAX_LIFETIME_MS);
    const fetched = { token, expiresAtMs };
    if (!(this.#remainingMs(fetched) > MIN_LIFETIME_MS))
      throw createTokenError(`a token that expires in ${expire} seconds`);
    await this.#store.set(fetched);
    return fetched;
  }
}

function createTokenError(reason: string): InvalidResponseError {
  return new InvalidResponseError("getTenantAccessToken", 200, undefined, reason);
}

/** A tenant_access_token and when it expires. */
export interface StoredToken {
  readonly token: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly expiresAtMs: number;
}

/**
 * Shares a token between processes. An error is treated as a cache miss; so is an operation that takes two
 * seconds, and the store is then not used for a minute.
 */
export interface TokenStore {
  get(key: string): Promise<StoredToken | undefined>;
  set(key: string, token: StoredToken): Promise<void>;
  delete(key: string): Promise<void>;
  /**
   * Takes the right to fetch a new token, so that one process fetches for all. Resolves to a
   * function that gives it back, or to undefined while another process holds it. The right must
   * expire by itself if its holder dies.
   */
  lock?(key: string): Promise<(() => Promise<void>) | undefined>;
}

import { TokenProvider, type TokenProviderOptions } from "../../src/auth/token-provider.js";
import type { StoredToken, TokenStore } from "../../src/index.js";
import { InstantClock } from "../support/clock.js";

/** Two hours after a test's clock begins. */
export const IN_TWO_HOURS_MS = 1_700_007_200_000;

export class MemoryStore implements TokenStore {
  readonly tokens: Map<string, StoredToken> = new Map();
  async get(key: string): Promise<StoredToken | undefined> {
    return this.tokens.get(key);
  }
  async set(key: string, stored: StoredToken): Promise<void> {
    this.tokens.set(key, stored);
  }
  async delete(key: string): Promise<void> {
    this.tokens.delete(key);
  }
}

export function createProvider(store: TokenStore, options: Partial<TokenProviderOptions>): TokenProvider {
  return new TokenProvider({
    fetchToken: async () => ({ token: "t-new", expire: 7_200 }),
    store,
    storeKey: "key",
    clock: new InstantClock(),
    onStoreError: () => {},
    ...options,
  });
}

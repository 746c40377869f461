import { describe, expect, it } from "vitest";
import { TokenProvider, type TokenProviderOptions } from "../../src/auth/token-provider.js";
import type { StoredToken, TokenStore } from "../../src/index.js";
import { InstantClock, settled } from "../support/clock.js";
import { testClient } from "../support/hire.js";
import { bearers, created, failure, scriptedFetch, token } from "../support/scripted-fetch.js";

const BODY = { external_application_id: "1" };

class MemoryStore implements TokenStore {
  readonly tokens = new Map<string, StoredToken>();
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

describe("a token store", () => {
  it("lets one client use the token that another fetched", async () => {
    const tokenStore = new MemoryStore();
    const { fetch, tokens } = scriptedFetch({});
    await testClient({ fetch, tokenStore }).externalInterviews.create(BODY);
    await testClient({ fetch, tokenStore }).externalInterviews.create(BODY);
    await testClient({ fetch, tokenStore, appId: "cli_other" }).externalInterviews.create(BODY);
    expect(tokens).toHaveLength(2);
  });

  it.each(["t-中文\n", "", 7])("that returns %j as a token is a cache miss", async (wrong) => {
    const tokenStore = new MemoryStore();
    tokenStore.get = async () => ({ token: wrong as string, expiresAtMs: Number.MAX_SAFE_INTEGER });
    const { fetch, creates } = scriptedFetch({});
    await testClient({ fetch, tokenStore }).externalInterviews.create(BODY);
    expect(bearers(creates)).toEqual(["t-one"]);
  });

  it("replaces a token that Feishu rejected", async () => {
    const tokenStore = new MemoryStore();
    const { fetch, creates } = scriptedFetch({
      create: [created(), failure(99991663, 401), created()],
      token: [token("t-one"), token("t-two")],
    });
    await testClient({ fetch, tokenStore }).externalInterviews.create(BODY);
    await testClient({ fetch, tokenStore }).externalInterviews.create(BODY);
    expect(bearers(creates)).toEqual(["t-one", "t-one", "t-two"]);
    expect([...tokenStore.tokens.values()]).toMatchObject([{ token: "t-two" }]);
  });

  it("is ignored when it fails", async () => {
    const fail = () => Promise.reject(new Error("the store is down"));
    const warnings: string[] = [];
    const log = () => {};
    const logger = { debug: log, info: log, error: log, warn: (message: string) => warnings.push(message) };
    const { fetch } = scriptedFetch({});
    const tokenStore = { get: fail, set: fail, delete: fail };
    await testClient({ fetch, tokenStore, logger }).externalInterviews.create(BODY);
    expect(warnings).toHaveLength(2);
  });

  it.each(["get", "set", "delete", "lock"] as const)(
    "is ignored when its %s never settles",
    async (action) => {
      const errors: string[] = [];
      const store = Object.assign(new MemoryStore(), { lock: async () => async () => {} });
      store.tokens.set("key", { token: "t-rejected", expiresAtMs: 1_700_007_200_000 });
      Object.assign(store, { [action]: () => new Promise(() => {}) });
      const tokens = createProvider(store, { onStoreError: (failed) => errors.push(failed) });
      if (action === "delete") {
        await tokens.getToken(undefined);
        tokens.invalidate("t-rejected", REJECTION);
      }
      if (action === "lock" || action === "set") store.tokens.clear();
      expect(await tokens.getToken(undefined)).toBe("t-new");
      expect(errors).toContain(action);
    },
  );
});

describe("a token store with a lock", () => {
  it("lets one of many processes fetch the token", async () => {
    const store = new LockingStore();
    let fetches = 0;
    const fetchToken = async () => ({ token: `t-${++fetches}`, expire: 7_200 });
    const processes = Array.from({ length: 20 }, () => createProvider(store, { fetchToken }));
    const tokens = await Promise.all(processes.map((provider) => provider.getToken(undefined)));
    expect(new Set(tokens)).toEqual(new Set(["t-1"]));
  });

  it("lets another process fetch when the lock of a dead one has expired", async () => {
    const store = new LockingStore();
    await store.lock();
    const clock = new InstantClock();
    const waiting = createProvider(store, { clock }).getToken(undefined);
    await settled();
    store.locked = false;
    expect(await waiting).toBe("t-new");
  });

  it("leaves a refresh to the process that has the lock", async () => {
    const store = new LockingStore();
    const clock = new InstantClock();
    let fetches = 0;
    const fetchToken = async () => ({ token: `t-${++fetches}`, expire: 7_200 });
    const processes = [
      createProvider(store, { clock, fetchToken }),
      createProvider(store, { clock, fetchToken }),
    ];
    for (const tokens of processes) await tokens.getToken(undefined);
    clock.advance(100 * 60_000);
    for (const tokens of processes) expect(tokens.cachedToken()).toBe("t-1");
    await settled();
    expect(fetches).toBe(2);
  });
});

/** A store whose lock never expires. */
class LockingStore extends MemoryStore {
  locked = false;
  async lock(): Promise<(() => Promise<void>) | undefined> {
    if (this.locked) return undefined;
    this.locked = true;
    return async () => {
      this.locked = false;
    };
  }
}

const REJECTION = {
  operationId: "createExternalInterview",
  idFields: [],
  operationDocUrl: "",
  code: 99991663,
  msg: "invalid access token",
  status: 401,
  logId: undefined,
};

function createProvider(store: TokenStore, options: Partial<TokenProviderOptions>): TokenProvider {
  return new TokenProvider({
    fetchToken: async () => ({ token: "t-new", expire: 7_200 }),
    store,
    storeKey: "key",
    clock: new InstantClock(),
    onStoreError: () => {},
    storeTimeoutMs: 5,
    ...options,
  });
}

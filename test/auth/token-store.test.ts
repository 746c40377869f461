import { describe, expect, it } from "vitest";
import { TokenProvider, type TokenProviderOptions } from "../../src/auth/token-provider.js";
import type { StoredToken, TokenStore } from "../../src/index.js";
import { InstantClock, ManualClock, runPending } from "../support/clock.js";
import { createTestClient, NOWHERE } from "../support/hire.js";
import { bearers, created, failure, scriptedFetch, token } from "../support/scripted-fetch.js";

const BODY = { external_application_id: "1" };
/** Two hours after a test's clock begins. */
const IN_TWO_HOURS_MS = 1_700_007_200_000;

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
    await createTestClient({ fetch, tokenStore }).externalInterviews.create(BODY);
    await createTestClient({ fetch, tokenStore }).externalInterviews.create(BODY);
    await createTestClient({ fetch, tokenStore, appId: "cli_other" }).externalInterviews.create(BODY);
    expect(tokens).toHaveLength(2);
  });

  it.each([
    { token: "t-中文\n" },
    { token: "" },
    { token: 7 },
    { expiresAtMs: Number.NaN },
    { expiresAtMs: Number.POSITIVE_INFINITY },
    { expiresAtMs: "9999999999999" },
  ])("that returns %j is a cache miss, and is given the right token", async (wrong) => {
    const tokenStore = new MemoryStore();
    const stored = { token: "t-stored", expiresAtMs: IN_TWO_HOURS_MS };
    tokenStore.tokens.set(`cli_test@${new URL(NOWHERE).host}`, Object.assign(stored, wrong));
    const { fetch, creates } = scriptedFetch({});
    await createTestClient({ fetch, tokenStore }).externalInterviews.create(BODY);
    expect(bearers(creates)).toEqual(["t-one"]);
    expect([...tokenStore.tokens.values()]).toEqual([{ token: "t-one", expiresAtMs: IN_TWO_HOURS_MS }]);
  });

  it("that promises a token for longer than Feishu does is believed for two hours", async () => {
    const store = new MemoryStore();
    const clock = new InstantClock();
    store.tokens.set("key", { token: "t-stored", expiresAtMs: Number.MAX_SAFE_INTEGER });
    const tokens = createProvider(store, { clock });
    expect(await tokens.getToken(undefined)).toBe("t-stored");
    store.tokens.clear();
    clock.advance(7_200_000);
    expect(await tokens.getToken(undefined)).toBe("t-new");
  });

  it("replaces a token that Feishu rejected", async () => {
    const tokenStore = new MemoryStore();
    const { fetch, creates } = scriptedFetch({
      create: [created(), failure(99991663, 401), created()],
      token: [token("t-one"), token("t-two")],
    });
    await createTestClient({ fetch, tokenStore }).externalInterviews.create(BODY);
    await createTestClient({ fetch, tokenStore }).externalInterviews.create(BODY);
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
    await createTestClient({ fetch, tokenStore, logger }).externalInterviews.create(BODY);
    expect(warnings).toHaveLength(2);
  });

  it.each(["get", "set", "delete", "lock"] as const)(
    "is ignored when its %s never settles",
    async (action) => {
      const errors: string[] = [];
      const clock = new ManualClock();
      const store = Object.assign(new MemoryStore(), { lock: async () => async () => {} });
      store.tokens.set("key", { token: "t-rejected", expiresAtMs: IN_TWO_HOURS_MS });
      const tokens = createProvider(store, { clock, onStoreError: (failed) => errors.push(failed) });
      if (action === "delete") {
        await tokens.getToken(undefined);
        tokens.invalidate("t-rejected", REJECTION);
      }
      if (action === "lock" || action === "set") store.tokens.clear();
      Object.assign(store, { [action]: () => new Promise(() => {}) });
      const token = tokens.getToken(undefined);
      await clock.advance(2_000);
      expect(await token).toBe("t-new");
      expect(errors).toEqual([action]);
      expect(clock.pending).toBe(0);
    },
  );

  it("that never settles is skipped for a minute after the first timeout", async () => {
    const started: string[] = [];
    const clock = new ManualClock();
    const hang = (action: string) => () => {
      started.push(action);
      return new Promise<undefined>(() => {});
    };
    const store = { get: hang("get"), set: hang("set"), delete: hang("delete"), lock: hang("lock") };
    const tokens = createProvider(store, { clock });
    const first = tokens.getToken(undefined);
    await clock.advance(2_000);
    expect(await first).toBe("t-new");
    expect(started).toEqual(["get"]);
    tokens.invalidate("t-new", REJECTION);
    await clock.advance(59_999);
    expect(await tokens.getToken(undefined)).toBe("t-new");
    expect(started).toEqual(["get"]);
    tokens.invalidate("t-new", REJECTION);
    await clock.advance(1);
    const second = tokens.getToken(undefined);
    await clock.advance(2_000);
    expect(await second).toBe("t-new");
    expect(started).toEqual(["get", "get"]);
  });
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
    await runPending();
    store.locked = false;
    expect(await waiting).toBe("t-new");
  });

  it("is unlocked even if it fails while the lock is held", async () => {
    const store = new LockingStore();
    store.set = () => new Promise(() => {});
    const clock = new ManualClock();
    const token = createProvider(store, { clock }).getToken(undefined);
    await clock.advance(2_000);
    expect(await token).toBe("t-new");
    expect(store.locked).toBe(false);
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
    for (const tokens of processes) expect(tokens.getCachedAndRefresh()).toBe("t-1");
    await runPending();
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
    ...options,
  });
}

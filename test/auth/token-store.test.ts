import { describe, expect, it } from "vitest";
import type { Failure } from "../../src/errors/failure.js";
import { InstantClock, ManualClock } from "../support/clock.js";
import { createTestClient, NOWHERE } from "../support/hire.js";
import { bearers, created, failure, scriptedFetch, token } from "../support/scripted-fetch.js";
import { createProvider, IN_TWO_HOURS_MS, MemoryStore } from "./create-provider.js";

const BODY = { external_application_id: "1" };

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
    { expiresAtMs: NaN },
    { expiresAtMs: Infinity },
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
    const tokenStore = { get: fail, set: fail, delete: fail, lock: async () => fail };
    await createTestClient({ fetch, tokenStore, logger }).externalInterviews.create(BODY);
    expect(warnings.map((warning) => /\((\w+)\)/.exec(warning)?.[1])).toEqual(["get", "get", "set"]);
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

const REJECTION: Failure = {
  kind: "api",
  operationId: "createExternalInterview",
  idFields: [],
  operationDocUrl: "",
  code: 99991663,
  msg: "invalid access token",
  status: 401,
  logId: undefined,
};

import { describe, expect, it } from "vitest";
import type { StoredToken, TokenStore } from "../../src/index.js";
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

  it("gives up a token that Feishu rejected", async () => {
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

  it("that fails is done without", async () => {
    const fail = () => Promise.reject(new Error("the store is down"));
    const warnings: string[] = [];
    const log = () => {};
    const logger = { debug: log, info: log, error: log, warn: (message: string) => warnings.push(message) };
    const { fetch } = scriptedFetch({});
    const tokenStore = { get: fail, set: fail, delete: fail };
    await testClient({ fetch, tokenStore, logger }).externalInterviews.create(BODY);
    expect(warnings).toHaveLength(2);
  });
});

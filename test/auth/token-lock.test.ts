import { describe, expect, it } from "vitest";
import { InstantClock, ManualClock, runPending } from "../support/clock.js";
import { createProvider, IN_TWO_HOURS_MS, MemoryStore } from "./create-provider.js";

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

describe("a token store with a lock", () => {
  it("lets one of many processes fetch the token", async () => {
    const store = new LockingStore();
    let fetches = 0;
    const fetchToken = async () => ({ token: `t-${++fetches}`, expire: 7_200 });
    const processes = Array.from({ length: 20 }, () => createProvider(store, { fetchToken }));
    const tokens = await Promise.all(processes.map((provider) => provider.getToken(undefined)));
    expect(new Set(tokens)).toEqual(new Set(["t-1"]));
  });

  it.each([
    ["has expired", true, 100],
    ["does not expire", false, 14_100],
  ])("lets another process fetch when the lock of a dead one %s", async (_, expires, afterMs) => {
    const store = new LockingStore();
    await store.lock();
    const clock = new ManualClock();
    const waiting = createProvider(store, { clock }).getToken(undefined);
    await clock.advance(900);
    if (expires) store.locked = false;
    await clock.advance(afterMs - 1);
    expect(clock.pending).toBe(1);
    await clock.advance(1);
    expect(await waiting).toBe("t-new");
  });

  it("is not waited for once the token is in the store", async () => {
    const store = new LockingStore();
    await store.lock();
    const clock = new ManualClock();
    const waiting = createProvider(store, { clock }).getToken(undefined);
    await clock.advance(50);
    store.tokens.set("key", { token: "t-other", expiresAtMs: IN_TWO_HOURS_MS });
    await clock.advance(50);
    expect(clock.pending).toBe(0);
    expect(await waiting).toBe("t-other");
  });

  it("is asked for before the token of the process that held it last is read", async () => {
    const store = new LockingStore();
    const lock = store.lock.bind(store);
    store.lock = () => {
      store.tokens.set("key", { token: "t-other", expiresAtMs: IN_TWO_HOURS_MS });
      return lock();
    };
    expect(await createProvider(store, {}).getToken(undefined)).toBe("t-other");
  });

  it("is waited for neither by an aborted call nor by a refresh", async () => {
    const store = new LockingStore();
    await store.lock();
    const clock = new ManualClock();
    const tokens = createProvider(store, { clock });
    const controller = new AbortController();
    const aborted = tokens.getToken(controller.signal).catch(() => "aborted");
    await runPending();
    expect(clock.pending).toBe(1);
    controller.abort();
    expect(await aborted).toBe("aborted");
    expect(clock.pending).toBe(0);
    store.tokens.set("key", { token: "t-stored", expiresAtMs: clock.now() + 20 * 60_000 });
    expect(await tokens.getToken(undefined)).toBe("t-stored");
    expect(tokens.getCachedAndRefresh()).toBe("t-stored");
    await runPending();
    expect(clock.pending).toBe(0);
  });

  it("is unlocked even if it fails while the lock is held", async () => {
    const store = new LockingStore();
    store.set = () => new Promise(() => {});
    const clock = new ManualClock();
    const token = createProvider(store, { clock }).getToken(undefined);
    await runPending();
    expect(clock.pending).toBe(1); // that of the set, not those of what succeeded
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

import { afterEach, describe, expect, it, vi } from "vitest";
import {
  AbortError,
  ConfigurationError,
  FeishuHireError,
  type Permit,
  type RateLimiter,
  TimeoutError,
} from "../../src/index.js";
import { RateLimiterError } from "../../src/redis/index.js";
import { InstantClock, runPending } from "../support/clock.js";
import { APP_SECRET, catchError, createTestClient } from "../support/hire.js";
import { created, failure, scriptedFetch } from "../support/scripted-fetch.js";

const BODY = { external_application_id: "1" };

type Part = "acquire" | "pause" | "beforeSend";

const forever = () => new Promise<undefined>(() => {});

/** Creates a client and a call's `beforeSend`, of which one part never settles. */
function stuckAt(part: Part) {
  const rateLimiter: RateLimiter = {
    acquire: async ({ operationId }) =>
      part === "acquire" && operationId === "createExternalInterview" ? forever() : undefined,
    pause: () => (part === "pause" ? forever() : undefined),
  };
  const { fetch, creates } = scriptedFetch({ create: [failure(99991400, 429)] });
  return {
    hire: createTestClient({ fetch, rateLimiter }),
    creates,
    beforeSend: part === "beforeSend" ? forever : undefined,
  };
}

afterEach(() => {
  vi.useRealTimers();
});

describe.each<[Part, number]>([
  ["acquire", 0],
  ["beforeSend", 0],
])("%s that never settles", (part, attempts) => {
  it("is ended by totalTimeoutMs", async () => {
    const { hire, creates, beforeSend } = stuckAt(part);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const call = hire.externalInterviews.create(BODY, { totalTimeoutMs: 60_000, beforeSend });
    const failed = catchError(call, TimeoutError);
    await runPending();
    vi.advanceTimersByTime(60_000);
    expect(await failed).toMatchObject({ limit: "totalTimeoutMs", mayHaveSucceeded: false, attempts });
    expect(creates).toHaveLength(attempts);
  });

  it("is ended by the signal", async () => {
    const { hire, creates, beforeSend } = stuckAt(part);
    const controller = new AbortController();
    const call = hire.externalInterviews.create(BODY, { signal: controller.signal, beforeSend });
    const failed = catchError(call, AbortError);
    await runPending();
    controller.abort();
    expect(await failed).toMatchObject({ mayHaveSucceeded: false, attempts });
    expect(creates).toHaveLength(attempts);
  });
});

describe("a wait", () => {
  it("that begins after the signal has aborted ends at once", async () => {
    const controller = new AbortController();
    const call = stuckAt("pause").hire.externalInterviews.create(BODY, {
      signal: controller.signal,
      onRetry: () => controller.abort(),
    });
    expect(await catchError(call, AbortError)).toMatchObject({ attempts: 1 });
  });

  it("for a permit that is granted after the call has ended releases it", async () => {
    const events: string[] = [];
    const permit: Permit = {
      sent: () => events.push("sent"),
      responded: () => events.push("responded"),
      release: () => events.push("released"),
    };
    let grant = () => {};
    const granted = new Promise<Permit>((resolve) => {
      grant = () => resolve(permit);
    });
    const rateLimiter: RateLimiter = {
      acquire: async ({ operationId }) => (operationId === "createExternalInterview" ? granted : undefined),
      pause: () => {},
    };
    const { fetch } = scriptedFetch({});
    const call = createTestClient({ fetch, rateLimiter }).externalInterviews.create(BODY, {
      totalTimeoutMs: 20,
    });
    await catchError(call, TimeoutError);
    grant();
    await runPending();
    expect(events).toEqual(["released"]);
  });
});

describe("a rate limiter that fails", () => {
  it.each<[string, RateLimiter["pause"]]>([
    [
      "throws",
      () => {
        throw new Error("redis gone");
      },
    ],
    ["rejects", () => Promise.reject(new Error("redis gone"))],
    ["never settles", forever],
  ])("to pause, because it %s, does not keep the call from waiting itself", async (_, pause) => {
    const clock = new InstantClock();
    const { fetch, creates } = scriptedFetch({ create: [failure(99991400, 429), created()] });
    const hire = createTestClient({ fetch, clock, rateLimiter: { acquire: async () => undefined, pause } });
    expect(await hire.externalInterviews.create(BODY)).toHaveProperty("id");
    expect(creates).toHaveLength(2);
    expect(clock.waits).toEqual([1_000]);
  });

  it.each([["throws"], ["rejects"]])("to acquire, because it %s, is described safely", async (how) => {
    const fail = (thrown: unknown): RateLimiter["acquire"] =>
      how === "rejects"
        ? () => Promise.reject(thrown)
        : () => {
            throw thrown;
          };
    for (const thrown of [new Error(`\u001b[31m${APP_SECRET}`), Object.create(null)]) {
      const { fetch, tokens } = scriptedFetch({});
      const hire = createTestClient({ fetch, rateLimiter: { acquire: fail(thrown), pause: () => {} } });
      const error = await catchError(hire.externalInterviews.create(BODY), ConfigurationError);
      expect(error.message).not.toContain("\u001b");
      expect(error.message).not.toContain(APP_SECRET);
      expect(tokens).toHaveLength(0);
    }
  });

  it("with an error of the client fails the call with that error", async () => {
    const thrown = new RateLimiterError("Redis is unavailable", "createExternalInterview");
    const rateLimiter = { acquire: () => Promise.reject(thrown), pause: () => {} };
    const { fetch } = scriptedFetch({});
    const call = createTestClient({ fetch, rateLimiter }).externalInterviews.create(BODY);
    expect(await catchError(call, RateLimiterError)).toMatchObject({ isTransient: true, attempts: 0 });
  });

  it("in a promise that nobody awaits ends no process", async () => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    const fail = () => Promise.reject(new Error("redis gone")) as unknown as undefined;
    const rateLimiter: RateLimiter = {
      acquire: async () => ({ sent: fail, responded: fail, release: fail }),
      pause: () => {},
    };
    const { fetch } = scriptedFetch({});
    const hire = createTestClient({ fetch, rateLimiter });
    await hire.externalInterviews.create(BODY);
    await expect(
      hire.externalInterviews.create(BODY, { beforeSend: () => Promise.reject(new Error("disk full")) }),
    ).rejects.toThrow("disk full");
    await runPending();
    process.off("unhandledRejection", unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  it("does not turn a success into a failure", async () => {
    const fail = () => {
      throw new Error("redis gone");
    };
    const rateLimiter: RateLimiter = {
      acquire: async () => ({ sent: fail, responded: fail, release: fail }),
      pause: () => {},
    };
    const { fetch } = scriptedFetch({});
    expect(await createTestClient({ fetch, rateLimiter }).externalInterviews.create(BODY)).toHaveProperty(
      "id",
    );
  });

  it("does not hide that the interview may have been created", async () => {
    let acquired = 0;
    const rateLimiter: RateLimiter = {
      acquire: async ({ operationId }) => {
        if (operationId === "createExternalInterview" && acquired++ > 0) throw new Error("redis gone");
        return undefined;
      },
      pause: () => {},
    };
    const { fetch } = scriptedFetch({ create: [new Error("reset")] });
    const keyed = { ...BODY, external_id: "7" };
    const call = createTestClient({ fetch, rateLimiter }).externalInterviews.create(keyed);
    expect(await catchError(call, FeishuHireError)).toMatchObject({ mayHaveSucceeded: true, attempts: 1 });
  });

  it("ends the call before anything is sent, with the limiter's own message", async () => {
    const rateLimiter: RateLimiter = {
      acquire: () => {
        throw new Error("redis gone");
      },
      pause: () => {},
    };
    const { fetch, creates } = scriptedFetch({});
    const call = createTestClient({ fetch, rateLimiter }).externalInterviews.create(BODY);
    expect((await catchError(call, ConfigurationError)).message).toContain("redis gone");
    expect(creates).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { AbortError, type PermitRequest, type RateLimiter, ServerError } from "../../src/index.js";
import { InstantClock, ManualClock, runPending } from "../support/clock.js";
import { catchError, createTestClient, NOWHERE } from "../support/hire.js";
import { created, failure, scriptedFetch } from "../support/scripted-fetch.js";
import { storedToken } from "../support/stored-token.js";

const LIMIT = { requests: 10, periodMs: 1000 };
const KEY = `cli_test@${new URL(NOWHERE).host}:createExternalInterview`;
const BODY = { external_application_id: "1" };

describe("pacing", () => {
  it("sends 50 creates at once at ten a second", async () => {
    const clock = new ManualClock();
    const { fetch, creates } = scriptedFetch({});
    const hire = createTestClient({ fetch, clock });
    const calls = Array.from({ length: 50 }, () => hire.externalInterviews.create(BODY));
    await clock.advance(900);
    const sent = [creates.length];
    for (let second = 1; second < 5; second++) {
      await clock.advance(1_000);
      sent.push(creates.length);
    }
    expect(sent).toEqual([10, 20, 30, 40, 50]);
    await Promise.all(calls);
  });

  it("pauses the whole window for the reset after a limit response, then sends that request first", async () => {
    const clock = new ManualClock();
    const sent: [unknown, number][] = [];
    let limited = false;
    const { fetch } = scriptedFetch({
      create: [
        ({ body }) => {
          sent.push([(body as { external_id: string }).external_id, clock.monotonicNow()]);
          if (limited) return created();
          limited = true;
          return failure(99991400, 429, { "x-ogw-ratelimit-reset": "4" });
        },
      ],
    });
    const hire = createTestClient({ fetch, clock });
    const calls = Array.from({ length: 12 }, (_, i) =>
      hire.externalInterviews.create({ ...BODY, external_id: `interview-${i}` }),
    );
    await clock.advance(3_999);
    expect(sent).toHaveLength(10);
    await clock.advance(3_000);
    await Promise.all(calls);
    expect(sent.slice(10).map(([id]) => id)).toEqual(["interview-0", "interview-10", "interview-11"]);
    for (const [, atMs] of sent.slice(10)) expect(atMs).toBeGreaterThanOrEqual(4_000);
  });

  it("is turned off by rateLimiter: false", async () => {
    const clock = new ManualClock();
    const { fetch, creates } = scriptedFetch({});
    const hire = createTestClient({ fetch, clock, rateLimiter: false });
    await Promise.all(Array.from({ length: 50 }, () => hire.externalInterviews.create(BODY)));
    expect(creates).toHaveLength(50);
  });

  it("can be left to the caller's own rate limiter", async () => {
    const acquired: PermitRequest[] = [];
    const pauses: [string, number][] = [];
    const rateLimiter: RateLimiter = {
      acquire: async (request) => {
        acquired.push(request);
        return undefined;
      },
      pause: async (key, waitMs) => {
        pauses.push([key, waitMs]);
      },
    };
    const { fetch } = scriptedFetch({ create: [failure(99991400, 429), created()] });
    await createTestClient({ fetch, rateLimiter }).externalInterviews.create(BODY);
    expect(acquired.map(({ operationId, limit, priority }) => ({ operationId, limit, priority }))).toEqual([
      { operationId: "getTenantAccessToken", limit: undefined, priority: false },
      { operationId: "createExternalInterview", limit: LIMIT, priority: false },
      { operationId: "createExternalInterview", limit: LIMIT, priority: true },
    ]);
    expect(pauses).toEqual([[KEY, 1000]]);
    expect(acquired.at(-1)?.key).toBe(KEY);
  });

  it("notifies the permit when its request is sent, after `beforeSend`, and when its response arrives", async () => {
    const events: string[] = [];
    const rateLimiter: RateLimiter = {
      acquire: async () => ({
        sent: () => events.push("sent"),
        responded: () => events.push("responded"),
        release: () => events.push("released"),
      }),
      pause: () => {},
    };
    const { fetch } = scriptedFetch({ create: [failure(99991400, 429), created()] });
    const hire = createTestClient({ fetch, rateLimiter });
    await hire.externalInterviews.create(BODY, { beforeSend: () => void events.push("beforeSend") });
    const attempt = ["beforeSend", "sent", "responded"];
    expect(events).toEqual(["sent", "responded", ...attempt, ...attempt]);
  });

  it("does not send a token that expired while the call was queued", async () => {
    const clock = new InstantClock();
    let slow = true;
    const rateLimiter: RateLimiter = {
      acquire: async ({ operationId }) => {
        if (operationId === "createExternalInterview" && slow) {
          slow = false;
          clock.advance(3 * 3_600_000);
        }
        return undefined;
      },
      pause: () => {},
    };
    const { fetch, creates, tokens } = scriptedFetch({
      token: ["t-one", "t-two"].map((value) =>
        Response.json({ code: 0, msg: "ok", tenant_access_token: value, expire: 7200 }),
      ),
    });
    await createTestClient({ fetch, clock, rateLimiter }).externalInterviews.create(BODY);
    expect(tokens).toHaveLength(2);
    expect(creates.map(({ headers }) => headers.authorization)).toEqual(["Bearer t-two"]);
  });

  it("does not send a create again whose 24 hours ended while it was queued", async () => {
    const clock = new InstantClock();
    const events: string[] = [];
    const permit = {
      sent: () => events.push("sent"),
      responded: () => events.push("responded"),
      release: () => events.push("released"),
    };
    const rateLimiter: RateLimiter = {
      acquire: async () => {
        if (events.length > 0) clock.advance(24 * 3_600_000);
        return permit;
      },
      pause: () => {},
    };
    const { fetch } = scriptedFetch({ create: [failure(1002001, 500), created()] });
    const hire = createTestClient({ fetch, clock, rateLimiter, tokenStore: storedToken });
    const error = await catchError(
      hire.externalInterviews.create({ ...BODY, external_id: "1" }),
      ServerError,
    );
    expect(error).toMatchObject({ mayHaveSucceeded: true, attempts: 1 });
    expect(events).toEqual(["sent", "responded", "released"]);
  });

  it("releases a permit that is not used", async () => {
    const released: string[] = [];
    const rateLimiter: RateLimiter = {
      acquire: async ({ operationId }) => ({
        sent: () => {},
        responded: () => {},
        release: () => released.push(operationId),
      }),
      pause: () => {},
    };
    const { fetch } = scriptedFetch({});
    const call = createTestClient({ fetch, rateLimiter }).externalInterviews.create(BODY, {
      beforeSend: () => Promise.reject(new Error("disk full")),
    });
    await expect(call).rejects.toThrow("disk full");
    expect(released).toEqual(["createExternalInterview"]);
  });

  it("takes a call out of the queue when its signal aborts", async () => {
    const clock = new ManualClock();
    const { fetch, creates } = scriptedFetch({});
    const hire = createTestClient({ fetch, clock });
    await Promise.all(Array.from({ length: 10 }, () => hire.externalInterviews.create(BODY)));
    const controller = new AbortController();
    const call = catchError(hire.externalInterviews.create(BODY, { signal: controller.signal }), AbortError);
    await runPending();
    controller.abort();
    expect(await call).toMatchObject({ mayHaveSucceeded: false, attempts: 0 });
    expect(clock.pending).toBe(0);
    expect(creates).toHaveLength(10);
  });
});

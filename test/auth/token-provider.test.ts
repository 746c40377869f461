import { describe, expect, it } from "vitest";
import { AbortError, AuthenticationError, InvalidResponseError, TimeoutError } from "../../src/index.js";
import { InstantClock, ManualClock, runPending } from "../support/clock.js";
import { catchError, createTestClient } from "../support/hire.js";
import { bearers, failure, hold, scriptedFetch, token } from "../support/scripted-fetch.js";

const BODY = { external_application_id: "1" };
const MINUTE = 60_000;
const UNPACED = { rateLimiter: false } as const;

describe("the token", () => {
  it("is requested once by 100 concurrent first calls", async () => {
    const { fetch, creates, tokens } = scriptedFetch({});
    const hire = createTestClient({ fetch, ...UNPACED });
    await Promise.all(Array.from({ length: 100 }, () => hire.externalInterviews.create(BODY)));
    expect(tokens).toHaveLength(1);
    expect(creates).toHaveLength(100);
  });

  it("is not shared between clients", async () => {
    const { fetch, tokens } = scriptedFetch({});
    await createTestClient({ fetch }).externalInterviews.create(BODY);
    await createTestClient({ fetch, appId: "cli_other" }).externalInterviews.create(BODY);
    expect(tokens.map(({ body }) => body)).toMatchObject([{ app_id: "cli_test" }, { app_id: "cli_other" }]);
  });

  it("is refreshed in the background below 30 minutes, while calls use the old one", async () => {
    const next = hold(token("t-two"));
    const { fetch, creates, tokens } = scriptedFetch({ token: [token("t-one"), next.reply] });
    const clock = new InstantClock();
    const hire = createTestClient({ fetch, clock });
    await hire.externalInterviews.create(BODY);
    clock.advance(89 * MINUTE);
    await hire.externalInterviews.create(BODY);
    expect(tokens).toHaveLength(1);
    clock.advance(2 * MINUTE);
    await hire.externalInterviews.create(BODY);
    await hire.externalInterviews.create(BODY);
    expect(tokens).toHaveLength(2);
    next.release();
    await runPending();
    await hire.externalInterviews.create(BODY);
    expect(bearers(creates)).toEqual(["t-one", "t-one", "t-one", "t-one", "t-two"]);
    expect(tokens).toHaveLength(2);
  });

  it("is awaited for the client's timeoutMs, whatever the call's own, but not beyond its totalTimeoutMs", async () => {
    const clock = new ManualClock();
    const { fetch } = scriptedFetch({ token: [() => new Promise<Response>(() => {})] });
    const hire = createTestClient({ fetch, clock, timeoutMs: 3_000, maxRetries: false });
    const own = catchError(
      hire.externalInterviews.create(BODY, { timeoutMs: 100, maxRetries: 4 }),
      TimeoutError,
    );
    const total = catchError(hire.externalInterviews.create(BODY, { totalTimeoutMs: 200 }), TimeoutError);
    await clock.advance(200);
    expect(await total).toMatchObject({ limit: "totalTimeoutMs", tokenMs: 200, attempts: 0 });
    await clock.advance(2_800);
    expect(await own).toMatchObject({ operationId: "getTenantAccessToken", limit: "timeoutMs", attempts: 1 });
  });

  it("is awaited in the last minute of the old one", async () => {
    const { fetch, creates } = scriptedFetch({ token: [token("t-one"), token("t-two")] });
    const clock = new InstantClock();
    const hire = createTestClient({ fetch, clock });
    await hire.externalInterviews.create(BODY);
    clock.advance(119 * MINUTE);
    await hire.externalInterviews.create(BODY);
    expect(bearers(creates)).toEqual(["t-one", "t-two"]);
  });

  it("is refreshed again a minute after a failed refresh, not sooner", async () => {
    const { fetch, creates, tokens } = scriptedFetch({
      token: [token("t-one"), new Response("<html>"), token("t-two")],
    });
    const clock = new InstantClock();
    const hire = createTestClient({ fetch, clock });
    await hire.externalInterviews.create(BODY);
    clock.advance(100 * MINUTE);
    for (const advance of [0, 0, MINUTE, 0]) {
      clock.advance(advance);
      await hire.externalInterviews.create(BODY);
      await runPending();
    }
    expect(bearers(creates)).toEqual(["t-one", "t-one", "t-one", "t-one", "t-two"]);
    expect(tokens).toHaveLength(3);
  });

  it("is refreshed for five seconds at most, so that no process is kept alive", async () => {
    const clock = new ManualClock();
    const { fetch, tokens } = scriptedFetch({ token: [token(), () => new Promise<Response>(() => {})] });
    const hire = createTestClient({ fetch, clock });
    await hire.externalInterviews.create(BODY);
    await clock.advance(100 * MINUTE);
    await hire.externalInterviews.create(BODY);
    await clock.advance(5_000);
    expect(tokens[1]?.init.signal.aborted).toBe(true);
    expect(clock.pending).toBe(0);
  });

  it("is refreshed at most once a minute if it lives for less than half an hour", async () => {
    const { fetch, creates, tokens } = scriptedFetch({
      token: [token("t-one", 1_200), token("t-two", 1_200)],
    });
    const clock = new InstantClock();
    const hire = createTestClient({ fetch, clock });
    for (const advance of [0, 0, 0, MINUTE]) {
      clock.advance(advance);
      await hire.externalInterviews.create(BODY);
      await runPending();
    }
    expect(bearers(creates)).toEqual(["t-one", "t-two", "t-two", "t-two"]);
    expect(tokens).toHaveLength(3);
  });

  it("is requested again by a waiting call if the background refresh it joined fails", async () => {
    const next = hold(new Response("", { status: 502 }));
    const { fetch, creates, tokens } = scriptedFetch({ token: [token("t-one"), next.reply, token("t-two")] });
    const clock = new InstantClock();
    const hire = createTestClient({ fetch, clock });
    await hire.externalInterviews.create(BODY);
    clock.advance(119 * MINUTE - 1_000);
    await hire.externalInterviews.create(BODY);
    await runPending();
    clock.advance(2_000);
    const joined = hire.externalInterviews.create(BODY);
    await runPending();
    expect(tokens).toHaveLength(2);
    next.release();
    await joined;
    expect(bearers(creates)).toEqual(["t-one", "t-one", "t-two"]);
    expect(tokens).toHaveLength(3);
  });

  it("is requested again after a failed fetch, like any repeatable request", async () => {
    const { fetch, tokens } = scriptedFetch({ token: [new Response("", { status: 502 }), token()] });
    await createTestClient({ fetch }).externalInterviews.create(BODY);
    expect(tokens).toHaveLength(2);
  });

  it("is requested again by the next call after a failed request", async () => {
    const { fetch } = scriptedFetch({ token: [failure(10014, 200), token()] });
    const hire = createTestClient({ fetch });
    const error = await catchError(hire.externalInterviews.create(BODY), AuthenticationError);
    expect(error).toMatchObject({
      code: 10014,
      operationId: "getTenantAccessToken",
      mayHaveSucceeded: false,
    });
    await hire.externalInterviews.create(BODY);
  });

  it.each(["", " ", "t-one\r\nx-injected: 1", "t-\u0000", "t-\u001B[31m", "令牌"])(
    "is an invalid response if no header can hold it, and is not repeated: %j",
    async (value) => {
      const { fetch, creates } = scriptedFetch({ token: [token(value)] });
      const error = await catchError(
        createTestClient({ fetch }).externalInterviews.create(BODY),
        InvalidResponseError,
      );
      expect(error).toMatchObject({ operationId: "getTenantAccessToken", mayHaveSucceeded: false });
      if (value.trim() !== "") expect(error.message).not.toContain(value);
      expect(creates).toEqual([]);
    },
  );

  it("is an invalid response if it expires within a minute", async () => {
    const { fetch, creates } = scriptedFetch({ token: [token("t-one", 60)] });
    await catchError(createTestClient({ fetch }).externalInterviews.create(BODY), InvalidResponseError);
    expect(creates).toHaveLength(0);
  });

  it("is still fetched for the others when one waiting call aborts", async () => {
    const first = hold(token());
    const { fetch, tokens } = scriptedFetch({ token: [first.reply] });
    const hire = createTestClient({ fetch });
    const controller = new AbortController();
    const aborted = catchError(
      hire.externalInterviews.create(BODY, { signal: controller.signal }),
      AbortError,
    );
    const other = hire.externalInterviews.create(BODY);
    await runPending();
    controller.abort();
    expect((await aborted).mayHaveSucceeded).toBe(false);
    first.release();
    await other;
    expect(tokens).toHaveLength(1);
  });

  it("is no longer fetched once all waiting calls have aborted", async () => {
    const first = hold(token());
    const { fetch, tokens } = scriptedFetch({ token: [first.reply, token()] });
    const hire = createTestClient({ fetch });
    const controller = new AbortController();
    const aborted = catchError(
      hire.externalInterviews.create(BODY, { signal: controller.signal }),
      AbortError,
    );
    await runPending();
    controller.abort();
    await aborted;
    expect(tokens[0]?.init.signal.aborted).toBe(true);
    await hire.externalInterviews.create(BODY);
    expect(tokens).toHaveLength(2);
  });
});

describe("a token response", () => {
  it.each([1e15, 1e308, 100_000])("is trusted for two hours at most, not for %d seconds", async (expire) => {
    const { fetch, creates } = scriptedFetch({ token: [token("t-one", expire), token("t-two")] });
    const clock = new InstantClock();
    const hire = createTestClient({ fetch, clock });
    await hire.externalInterviews.create(BODY);
    clock.advance(119.5 * MINUTE);
    await hire.externalInterviews.create(BODY);
    expect(bearers(creates)).toEqual(["t-one", "t-two"]);
  });

  it("is trusted from when it was requested, however late it arrives", async () => {
    const clock = new InstantClock();
    const late = () => {
      clock.advance(10 * MINUTE);
      return token("t-one");
    };
    const { fetch, creates } = scriptedFetch({ token: [late, token("t-two")] });
    const hire = createTestClient({ fetch, clock });
    await hire.externalInterviews.create(BODY);
    clock.advance(109 * MINUTE);
    await hire.externalInterviews.create(BODY);
    expect(bearers(creates)).toEqual(["t-one", "t-two"]);
  });
});

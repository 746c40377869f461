import { describe, expect, it } from "vitest";
import { AbortError, AuthenticationError, InvalidResponseError } from "../../src/index.js";
import { InstantClock, settled } from "../support/clock.js";
import { failureOf, testClient } from "../support/hire.js";
import { bearers, created, failure, scriptedFetch, token } from "../support/scripted-fetch.js";

const BODY = { external_application_id: "1" };
const MINUTE = 60_000;
const UNPACED = { rateLimiter: false } as const;

/** A reply that waits until it is let go. */
function held(reply: Response): { reply: () => Promise<Response>; release: () => void } {
  let release = (): void => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { reply: () => gate.then(() => reply.clone()), release };
}

describe("the token", () => {
  it("is asked for once by 100 first calls at the same time", async () => {
    const { fetch, creates, tokens } = scriptedFetch({});
    const hire = testClient({ fetch, ...UNPACED });
    await Promise.all(Array.from({ length: 100 }, () => hire.externalInterviews.create(BODY)));
    expect(tokens).toHaveLength(1);
    expect(creates).toHaveLength(100);
  });

  it("belongs to its client", async () => {
    const { fetch, tokens } = scriptedFetch({});
    await testClient({ fetch }).externalInterviews.create(BODY);
    await testClient({ fetch, appId: "cli_other" }).externalInterviews.create(BODY);
    expect(tokens.map(({ body }) => body)).toMatchObject([{ app_id: "cli_test" }, { app_id: "cli_other" }]);
  });

  it("is refreshed in the background below 30 minutes, while calls go on with the old one", async () => {
    const next = held(token("t-two"));
    const { fetch, creates, tokens } = scriptedFetch({ token: [token("t-one"), next.reply] });
    const clock = new InstantClock();
    const hire = testClient({ fetch, clock });
    await hire.externalInterviews.create(BODY);
    clock.advance(89 * MINUTE);
    await hire.externalInterviews.create(BODY);
    expect(tokens).toHaveLength(1);
    clock.advance(2 * MINUTE);
    await hire.externalInterviews.create(BODY);
    await hire.externalInterviews.create(BODY);
    expect(tokens).toHaveLength(2);
    next.release();
    await settled();
    await hire.externalInterviews.create(BODY);
    expect(bearers(creates)).toEqual(["t-one", "t-one", "t-one", "t-one", "t-two"]);
    expect(tokens).toHaveLength(2);
  });

  it("is waited for in the last minute of the old one", async () => {
    const { fetch, creates } = scriptedFetch({ token: [token("t-one"), token("t-two")] });
    const clock = new InstantClock();
    const hire = testClient({ fetch, clock });
    await hire.externalInterviews.create(BODY);
    clock.advance(119 * MINUTE);
    await hire.externalInterviews.create(BODY);
    expect(bearers(creates)).toEqual(["t-one", "t-two"]);
  });

  it("is asked for again a minute after a refresh that failed, and not before", async () => {
    const { fetch, creates, tokens } = scriptedFetch({
      token: [token("t-one"), new Response("<html>"), token("t-two")],
    });
    const clock = new InstantClock();
    const hire = testClient({ fetch, clock });
    await hire.externalInterviews.create(BODY);
    clock.advance(100 * MINUTE);
    for (const advance of [0, 0, MINUTE, 0]) {
      clock.advance(advance);
      await hire.externalInterviews.create(BODY);
      await settled();
    }
    expect(bearers(creates)).toEqual(["t-one", "t-one", "t-one", "t-one", "t-two"]);
    expect(tokens).toHaveLength(3);
  });

  it("is asked for again after a fetch that failed, as any harmless request is", async () => {
    const { fetch, tokens } = scriptedFetch({ token: [new Response("", { status: 502 }), token()] });
    await testClient({ fetch }).externalInterviews.create(BODY);
    expect(tokens).toHaveLength(2);
  });

  it("can be had by the next call after a call for which none was to be had", async () => {
    const { fetch } = scriptedFetch({ token: [failure(10014, 200), token()] });
    const hire = testClient({ fetch });
    const error = await failureOf(hire.externalInterviews.create(BODY), AuthenticationError);
    expect(error).toMatchObject({
      code: 10014,
      operationId: "getTenantAccessToken",
      mayHaveSucceeded: false,
    });
    await hire.externalInterviews.create(BODY);
  });

  it("is an unreadable answer where it ends within a minute", async () => {
    const { fetch, creates } = scriptedFetch({ token: [token("t-one", 60)] });
    await failureOf(testClient({ fetch }).externalInterviews.create(BODY), InvalidResponseError);
    expect(creates).toHaveLength(0);
  });

  it("is still fetched for the others when one of those who wait aborts", async () => {
    const first = held(token());
    const { fetch, tokens } = scriptedFetch({ token: [first.reply] });
    const hire = testClient({ fetch });
    const controller = new AbortController();
    const aborted = failureOf(
      hire.externalInterviews.create(BODY, { signal: controller.signal }),
      AbortError,
    );
    const other = hire.externalInterviews.create(BODY);
    await settled();
    controller.abort();
    expect((await aborted).mayHaveSucceeded).toBe(false);
    first.release();
    await other;
    expect(tokens).toHaveLength(1);
  });

  it("is no longer fetched when all who waited have aborted", async () => {
    const first = held(token());
    const { fetch, tokens } = scriptedFetch({ token: [first.reply, token()] });
    const hire = testClient({ fetch });
    const controller = new AbortController();
    const aborted = failureOf(
      hire.externalInterviews.create(BODY, { signal: controller.signal }),
      AbortError,
    );
    await settled();
    controller.abort();
    await aborted;
    expect(tokens[0]?.init.signal.aborted).toBe(true);
    await hire.externalInterviews.create(BODY);
    expect(tokens).toHaveLength(2);
  });
});

const REJECTIONS = [99991663, 99991664, 99991665, 99991668, 99991677].flatMap((code) =>
  [200, 400, 401].map((status) => [code, status] as const),
);

describe("a rejected token", () => {
  it.each(REJECTIONS)(
    "(code %i under HTTP %i) is replaced once and the call sent again",
    async (code, status) => {
      const { fetch, creates, tokens } = scriptedFetch({
        create: [failure(code, status), created()],
        token: [token("t-one"), token("t-two")],
      });
      await testClient({ fetch }).externalInterviews.create(BODY);
      expect(bearers(creates)).toEqual(["t-one", "t-two"]);
      expect(tokens).toHaveLength(2);
    },
  );

  it("is replaced by one request for 100 calls, none of which fails", async () => {
    const rejectsOld = ({ headers }: { headers: Record<string, string> }) =>
      headers.authorization === "Bearer t-one" ? failure(99991663, 401) : created();
    const { fetch, tokens } = scriptedFetch({
      create: [rejectsOld],
      token: [token("t-one"), token("t-two")],
    });
    const hire = testClient({ fetch, ...UNPACED });
    await Promise.all(Array.from({ length: 100 }, () => hire.externalInterviews.create(BODY)));
    expect(tokens).toHaveLength(2);
  });

  it("that comes back ends in a clear error, and the call is not sent again", async () => {
    const { fetch, creates, tokens } = scriptedFetch({
      create: [failure(99991663, 401)],
      token: [token("t-one")],
    });
    const hire = testClient({ fetch });
    const error = await failureOf(hire.externalInterviews.create(BODY), AuthenticationError);
    expect(error).toMatchObject({ code: 99991663, status: 401, attempts: 1, mayHaveSucceeded: false });
    expect(error.message).toContain("handed back the very token");
    expect(creates).toHaveLength(1);
    expect(tokens).toHaveLength(2);
  });

  it("whose successor is rejected too ends the call", async () => {
    const { fetch, creates } = scriptedFetch({
      create: [failure(99991663, 401)],
      token: [token("t-one"), token("t-two"), token("t-three")],
    });
    const error = await failureOf(testClient({ fetch }).externalInterviews.create(BODY), AuthenticationError);
    expect(error.attempts).toBe(2);
    expect(creates).toHaveLength(2);
  });

  it("cannot come back by a refresh that was slower than its replacement", async () => {
    const slow = held(token("t-slow"));
    const { fetch, creates } = scriptedFetch({
      create: [created(), created(), failure(99991663, 401), created()],
      token: [token("t-one"), slow.reply, token("t-new")],
    });
    const clock = new InstantClock();
    const hire = testClient({ fetch, clock });
    await hire.externalInterviews.create(BODY);
    clock.advance(100 * MINUTE);
    await hire.externalInterviews.create(BODY); // starts the slow refresh
    await hire.externalInterviews.create(BODY); // is rejected, and gets t-new
    slow.release();
    await settled();
    await hire.externalInterviews.create(BODY);
    expect(bearers(creates)).toEqual(["t-one", "t-one", "t-one", "t-new", "t-new"]);
  });
});

import { describe, expect, it } from "vitest";
import { AuthenticationError } from "../../src/index.js";
import { InstantClock, runPending } from "../support/clock.js";
import { catchError, createTestClient } from "../support/hire.js";
import { bearers, created, failure, hold, scriptedFetch, token } from "../support/scripted-fetch.js";

const BODY = { external_application_id: "1" };
const MINUTE = 60_000;
const UNPACED = { rateLimiter: false } as const;

const REJECTIONS = [99991663, 99991664, 99991665, 99991668, 99991677].flatMap((code) =>
  [200, 400, 401, 500].map((status) => [code, status] as const),
);

describe("a rejected token", () => {
  it.each(REJECTIONS)(
    "(code %i under HTTP %i) is replaced once and the call sent again",
    async (code, status) => {
      const { fetch, creates, tokens } = scriptedFetch({
        create: [failure(code, status), created()],
        token: [token("t-one"), token("t-two")],
      });
      await createTestClient({ fetch }).externalInterviews.create(BODY);
      expect(bearers(creates)).toEqual(["t-one", "t-two"]);
      expect(tokens).toHaveLength(2);
    },
  );

  it("is replaced by one request for 100 calls, and none of them fails", async () => {
    const rejectsOld = ({ headers }: { headers: Record<string, string> }) =>
      headers.authorization === "Bearer t-one" ? failure(99991663, 401) : created();
    const { fetch, tokens } = scriptedFetch({
      create: [rejectsOld],
      token: [token("t-one"), token("t-two")],
    });
    const hire = createTestClient({ fetch, ...UNPACED });
    await Promise.all(Array.from({ length: 100 }, () => hire.externalInterviews.create(BODY)));
    expect(tokens).toHaveLength(2);
  });

  it("that Feishu returns again ends the call, and is sent neither with it nor with the next", async () => {
    const { fetch, creates, tokens } = scriptedFetch({
      create: [failure(99991663, 401), created()],
      token: [token("t-one"), token("t-one"), token("t-two")],
    });
    const hire = createTestClient({ fetch });
    const error = await catchError(hire.externalInterviews.create(BODY), AuthenticationError);
    expect(error).toMatchObject({ code: 99991663, status: 401, attempts: 1, mayHaveSucceeded: false });
    expect(creates).toHaveLength(1);
    expect(tokens).toHaveLength(2);
    await hire.externalInterviews.create(BODY);
    expect(bearers(creates)).toEqual(["t-one", "t-two"]);
  });

  it("whose replacement is rejected too ends the call", async () => {
    const { fetch, creates } = scriptedFetch({
      create: [failure(99991663, 401)],
      token: [token("t-one"), token("t-two"), token("t-three")],
    });
    const error = await catchError(
      createTestClient({ fetch }).externalInterviews.create(BODY),
      AuthenticationError,
    );
    expect(error.attempts).toBe(2);
    expect(creates).toHaveLength(2);
  });

  it("is not restored by a refresh that was slower than its replacement", async () => {
    const slow = hold(token("t-slow"));
    const replacement = hold(token("t-new"));
    const { fetch, creates, tokens } = scriptedFetch({
      create: [created(), created(), failure(99991663, 401), created()],
      token: [token("t-one"), slow.reply, replacement.reply],
    });
    const clock = new InstantClock();
    const hire = createTestClient({ fetch, clock });
    await hire.externalInterviews.create(BODY);
    clock.advance(100 * MINUTE);
    await hire.externalInterviews.create(BODY); // starts the slow refresh
    const rejected = hire.externalInterviews.create(BODY); // waits for t-new
    await runPending();
    expect(tokens).toHaveLength(3);
    slow.release();
    await runPending();
    const next = hire.externalInterviews.create(BODY); // waits for it too
    await runPending();
    replacement.release();
    await Promise.all([rejected, next]);
    expect(bearers(creates)).toEqual(["t-one", "t-one", "t-one", "t-new", "t-new"]);
    expect(tokens).toHaveLength(3);
  });
});

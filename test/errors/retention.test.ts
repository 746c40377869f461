import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { type CallOptions, FeishuHireError } from "../../src/index.js";
import { runPending } from "../support/clock.js";
import { catchError, createTestClient } from "../support/hire.js";
import { failure, scriptedFetch } from "../support/scripted-fetch.js";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

it("an error that is kept does not keep its call, whose request would stay in memory with it", async () => {
  const hire = createTestClient({ fetch: scriptedFetch({ create: [failure(1002002, 400)] }).fetch });
  async function fail(): Promise<{ error: FeishuHireError; options: WeakRef<CallOptions> }> {
    const options: CallOptions = { maxRetries: 1 };
    const created = hire.externalInterviews.create({ external_application_id: "1" }, options);
    return { error: await catchError(created, FeishuHireError), options: new WeakRef(options) };
  }
  const { error, options } = await fail();
  await runPending();
  collectGarbage();
  expect(options.deref()).toBeUndefined();
  expect(error.attempts).toBe(1);
});

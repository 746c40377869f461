import { describe, expect, test } from "vitest";
import { operations } from "../../generated/operations.js";
import { ConnectionError, FeishuHire, type Fetch } from "../../src/index.js";
import { startFeishu } from "../../src/testing/index.js";
import { failureOf } from "../support/hire.js";
import { feishuFor } from "../testing/feishu.js";

/** To a port on which nobody listens any more. */
const refused: Fetch = async (_, init) => {
  const feishu = await startFeishu();
  await feishu.close();
  return fetch(feishu.baseUrl, init);
};

/** How the platform's fetch tells of what never left; looking a name up would leave this machine. */
function never(code: string): Fetch {
  return () =>
    Promise.reject(new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) }));
}

/** Fails the first creates in the given way, and sends the others. */
function failing(times: number, way: Fetch): Fetch {
  let left = times;
  return (url, init) => {
    const fails = url.endsWith(operations.createExternalInterview.path) && left-- > 0;
    return fails ? way(url, init) : fetch(url, init);
  };
}

const ways: [string, Fetch][] = [
  ["ECONNREFUSED", refused],
  ["ENOTFOUND", never("ENOTFOUND")],
  ["EAI_AGAIN", never("EAI_AGAIN")],
  ["UND_ERR_CONNECT_TIMEOUT", never("UND_ERR_CONNECT_TIMEOUT")],
  ["SELF_SIGNED_CERT_IN_CHAIN", never("SELF_SIGNED_CERT_IN_CHAIN")],
];
const bodies = [{ external_application_id: "2" }, { external_application_id: "2", external_id: "7" }];

describe.each(ways)("a connection that never opened, for %s", (systemCode, way) => {
  test.each(bodies)("is tried again, with or without external_id: %o", async (body) => {
    const feishu = await feishuFor();
    const hire = new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock, fetch: failing(4, way) });
    await hire.externalInterviews.create(body);
    expect(feishu.interviewCount).toBe(1);
  });

  test.each(bodies)("proves, when all tries failed, that nothing was created: %o", async (body) => {
    const feishu = await feishuFor();
    const hire = new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock, fetch: failing(5, way) });
    const error = await failureOf(hire.externalInterviews.create(body), ConnectionError);
    expect(error).toMatchObject({ systemCode, neverOpened: true, attempts: 5, mayHaveSucceeded: false });
    expect(feishu.interviewCount).toBe(0);
  });

  test("proves nothing of the attempt before it", async () => {
    const feishu = await feishuFor();
    feishu.faults.push({ kind: "reset", applied: true });
    let creates = 0;
    const hire = new FeishuHire({
      ...feishu.clientOptions,
      clock: feishu.clock,
      fetch: (url, init) => {
        const later = url.endsWith(operations.createExternalInterview.path) && creates++ > 0;
        return later ? way(url, init) : fetch(url, init);
      },
    });
    const call = hire.externalInterviews.create({ external_application_id: "2", external_id: "7" });
    const error = await failureOf(call, ConnectionError);
    expect(error).toMatchObject({ neverOpened: true, attempts: 5, mayHaveSucceeded: true });
  });
});

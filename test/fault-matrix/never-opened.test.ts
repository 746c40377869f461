import { describe, expect, test } from "vitest";
import { operations } from "../../generated/operations.js";
import { ConnectionError, FeishuHire, type Fetch } from "../../src/index.js";
import { catchError, NOWHERE } from "../support/hire.js";
import { startTestFeishu } from "../testing/feishu.js";

const sendToClosedPort: Fetch = (_, init) => fetch(NOWHERE, init);

/** Fails as the platform's fetch does when it cannot connect; a real look-up would leave this machine. */
function failWith(code: string): Fetch {
  return () =>
    Promise.reject(new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) }));
}

/** Fails the first creates as given, and sends the others. */
function failFirst(times: number, fail: Fetch): Fetch {
  let remaining = times;
  return (url, init) => {
    const shouldFail = url.endsWith(operations.createExternalInterview.path) && remaining-- > 0;
    return shouldFail ? fail(url, init) : fetch(url, init);
  };
}

const failures: [string, Fetch][] = [
  ["ECONNREFUSED", sendToClosedPort],
  ["ENOTFOUND", failWith("ENOTFOUND")],
  ["EAI_AGAIN", failWith("EAI_AGAIN")],
  ["UND_ERR_CONNECT_TIMEOUT", failWith("UND_ERR_CONNECT_TIMEOUT")],
];
const bodies = [{ external_application_id: "2" }, { external_application_id: "2", external_id: "7" }];

describe.each(failures)("a connection that never opened (%s)", (systemCode, fail) => {
  test.each(bodies)("is retried, with or without external_id: %o", async (body) => {
    const feishu = await startTestFeishu();
    const hire = new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock, fetch: failFirst(4, fail) });
    await hire.externalInterviews.create(body);
    expect(feishu.interviewCount).toBe(1);
  });

  test.each(bodies)("proves that nothing was created, if every attempt failed this way: %o", async (body) => {
    const feishu = await startTestFeishu();
    const hire = new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock, fetch: failFirst(5, fail) });
    const error = await catchError(hire.externalInterviews.create(body), ConnectionError);
    expect(error).toMatchObject({ systemCode, neverOpened: true, attempts: 5, mayHaveSucceeded: false });
    expect(feishu.interviewCount).toBe(0);
  });

  test("proves nothing about an earlier attempt", async () => {
    const feishu = await startTestFeishu();
    feishu.faults.push({ kind: "reset", applied: true });
    let creates = 0;
    const hire = new FeishuHire({
      ...feishu.clientOptions,
      clock: feishu.clock,
      fetch: (url, init) => {
        const later = url.endsWith(operations.createExternalInterview.path) && creates++ > 0;
        return later ? fail(url, init) : fetch(url, init);
      },
    });
    const call = hire.externalInterviews.create({ external_application_id: "2", external_id: "7" });
    const error = await catchError(call, ConnectionError);
    expect(error).toMatchObject({ neverOpened: true, attempts: 5, mayHaveSucceeded: true });
  });
});

describe.each(["SELF_SIGNED_CERT_IN_CHAIN", "ERR_TLS_CERT_ALTNAME_INVALID", "CERT_HAS_EXPIRED"])(
  "a certificate that is not accepted (%s)",
  (systemCode) => {
    test.each(bodies)("is not retried, and nothing was created: %o", async (body) => {
      const feishu = await startTestFeishu();
      const fetch = failFirst(1, failWith(systemCode));
      const hire = new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock, fetch });
      const error = await catchError(hire.externalInterviews.create(body), ConnectionError);
      expect(error).toMatchObject({ systemCode, neverOpened: true, attempts: 1, mayHaveSucceeded: false });
    });
  },
);

import { describe, expect, it } from "vitest";
import { BadParameterError, ConnectionError, type Fetch, TransportError } from "../../src/index.js";
import { catchError, createTestClient } from "../support/hire.js";
import { storedToken } from "../support/stored-token.js";

const BODY = { external_application_id: "1" };
const KEYED = { ...BODY, external_id: "greenhouse:interview:8812" };
const SECRET = "an_invented_secret";

/** Creates an interview over a transport that throws this at every attempt. */
function createThrowing(thrown: unknown, body = BODY): Promise<unknown> {
  return createOver(() => Promise.reject(thrown), body);
}

function createOver(fetch: Fetch, body = BODY): Promise<unknown> {
  const hire = createTestClient({ fetch, appSecret: SECRET, tokenStore: storedToken });
  return hire.externalInterviews.create(body);
}

const coded = (code: string, message = code, more: object = {}) =>
  Object.assign(new Error(message), { code, ...more });

describe("a failure that may have come after the request was sent", () => {
  it.each(["EHOSTUNREACH", "ENETUNREACH"])("is ambiguous: %s of an open connection", async (code) => {
    const cause = coded(code, `read ${code}`, { syscall: "read" });
    const thrown = new TypeError("fetch failed", { cause });
    const error = await catchError(createThrowing(thrown), ConnectionError);
    expect(error).toMatchObject({ systemCode: code, mayHaveSucceeded: true, attempts: 1 });
  });

  it("is ambiguous: a cause of itself", async () => {
    const thrown = coded("ECONNRESET");
    thrown.cause = thrown;
    const error = await catchError(createThrowing(thrown), ConnectionError);
    expect(error).toMatchObject({ systemCode: "ECONNRESET", mayHaveSucceeded: true, attempts: 1 });
  });

  it("is ambiguous, and counts against the limit: a thrown value that cannot be read", async () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const steps: string[] = [];
    const permit = {
      sent: () => void steps.push("sent"),
      responded: () => void steps.push("responded"),
      release: () => void steps.push("release"),
    };
    const hire = createTestClient({
      fetch: () => Promise.reject(proxy),
      tokenStore: storedToken,
      rateLimiter: { acquire: async () => permit, pause: () => {} },
    });
    const error = await catchError(hire.externalInterviews.create(BODY), TransportError);
    expect(error).toMatchObject({ mayHaveSucceeded: true, attempts: 1 });
    expect(steps).toEqual(["sent", "responded"]);
  });
});

describe("a failure to connect", () => {
  const refused = coded("ECONNREFUSED", "", { syscall: "connect" });
  const timedOut = coded("ETIMEDOUT", "", { syscall: "connect" });
  const addresses = Object.assign(new AggregateError([timedOut, refused], ""), { code: "ETIMEDOUT" });
  const tls = "Client network socket disconnected before secure TLS connection was established";

  it.each<[string, unknown]>([
    ["in a wrapper that repeats a code", coded("ETIMEDOUT", "wrapper", { cause: addresses })],
    [
      "in two wrappers that do",
      coded("ETIMEDOUT", "outer", { cause: coded("ETIMEDOUT", "inner", { cause: timedOut }) }),
    ],
    ["of which one address may be right", new AggregateError([coded("CERT_HAS_EXPIRED"), refused])],
    ["without a route to the host", coded("EHOSTUNREACH", "", { syscall: "connect" })],
    ["without a route to the network", coded("ENETUNREACH", "", { syscall: "connect" })],
    ["without a free file", coded("EMFILE", "getaddrinfo EMFILE", { syscall: "getaddrinfo" })],
    ["without its system call", coded("ETIMEDOUT", "connect ETIMEDOUT 192.0.2.1:443")],
    [
      "in node-fetch's words",
      coded("ETIMEDOUT", "request to https://a.b failed, reason: connect ETIMEDOUT 192.0.2.1:443"),
    ],
    ["as its transport says, without a code", Object.assign(new Error("no"), { neverSent: true })],
    ["in the TLS handshake", new TypeError("fetch failed", { cause: coded("ECONNRESET", tls) })],
    [
      "in the TLS handshake, over node-fetch",
      coded("ECONNRESET", `request to https://a.b failed, reason: ${tls}`),
    ],
  ])("(%s) is tried again, and nothing was sent", async (_, thrown) => {
    const error = await catchError(createThrowing(thrown), ConnectionError);
    expect(error).toMatchObject({ attempts: 5, neverOpened: true, mayHaveSucceeded: false });
  });

  it.each<[string, unknown]>([
    ["of another code", coded("ECONNRESET", "wrapper", { cause: refused })],
    [
      "of the same code, of two causes",
      coded("ECONNREFUSED", "", { cause: new AggregateError([refused, coded("ECONNRESET")]) }),
    ],
    ["that only quotes the words", coded("ECONNRESET", "the server said: connect ETIMEDOUT 192.0.2.1:443")],
  ])("is not certain in a wrapper %s", async (_, thrown) => {
    const error = await catchError(createThrowing(thrown), ConnectionError);
    expect(error).toMatchObject({ attempts: 1, neverOpened: false, mayHaveSucceeded: true });
  });
});

describe("a code says whether anything was sent, and whether to try again", () => {
  const [again, once] = [5, 1];
  it.each([
    ["EAI_AGAIN", again, false],
    ["EADDRNOTAVAIL", again, false],
    ["ConnectionRefused", again, false], // Bun
    ["UND_ERR_CONNECT_TIMEOUT", again, false],
    ["ERR_TLS_CERT_ALTNAME_INVALID", once, false],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", once, false],
    ["SELF_SIGNED_CERT_IN_CHAIN", once, false],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", once, false],
    ["ERR_SSL_PACKET_LENGTH_TOO_LONG", once, false],
    ["ERR_SSL_UNSUPPORTED_PROTOCOL", once, false],
    ["ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE", once, false],
    ["ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION", once, false],
    ["ERR_INVALID_URL", once, false],
    // The server rejects the client's certificate after the request has left.
    ["ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED", again, true],
    ["ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE", again, true],
    ["ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC", again, true],
    ["UND_ERR_SOCKET", again, true],
  ])("%s", async (code, attempts, mayHaveSucceeded) => {
    const error = await catchError(createThrowing(coded(code), KEYED), ConnectionError);
    expect(error).toMatchObject({ attempts, mayHaveSucceeded, neverOpened: !mayHaveSucceeded });
  });
});

it("a TypeError with a code is no bug: of an address that is none, for example", async () => {
  const thrown = Object.assign(new TypeError("Invalid URL"), { code: "ERR_INVALID_URL" });
  const error = await catchError(createThrowing(thrown, KEYED), ConnectionError);
  expect(error).toMatchObject({ attempts: 1, neverOpened: true, mayHaveSucceeded: false });
});

it("a message's blanks at its end are not printed", async () => {
  const error = await catchError(
    createThrowing(coded("EPROTO", "wrong version number:350:\n")),
    ConnectionError,
  );
  expect(error.message).toContain("wrong version number:350:.");
});

it("a message that repeats the body is printed without it", async () => {
  const fetch: Fetch = (_, { body }) => Promise.reject(coded("ECONNRESET", `lost ${body} in vain`));
  for (const external_application_id of ["1", "1".repeat(1_000)]) {
    const error = await catchError(createOver(fetch, { external_application_id }), ConnectionError);
    expect(error.message).toContain("lost [hidden] in vain");
  }
});

it("headers may be a Map, whose missing values are undefined", async () => {
  const fetch: Fetch = async () => ({
    status: 400,
    headers: new Map() as unknown as Headers,
    text: async () => JSON.stringify({ code: 1002002, msg: "no" }),
  });
  const error = await catchError(createOver(fetch), BadParameterError);
  expect(error).toMatchObject({ code: 1002002, attempts: 1 });
});

describe("a system code", () => {
  it.each([
    ["ECONNRESET", "ECONNRESET"],
    ["FailedToOpenSocket", "FailedToOpenSocket"],
    ["EX\u001B[31m", undefined],
    ["E".repeat(41), undefined],
    [SECRET, undefined],
  ])("of %j is given as %j", async (code, systemCode) => {
    const error = await catchError(createThrowing(coded(code)), ConnectionError);
    expect(error.systemCode).toBe(systemCode);
  });
});

describe("a TypeError by which fetch reports a network failure", () => {
  it.each([
    "fetch failed", // Node, and newer Deno
    "terminated", // Node, in the body
    "Failed to fetch", // Chrome
    "Failed to fetch (open.feishu.cn)", // newer Chrome
    "network error", // Chrome, in the body
    "NetworkError when attempting to fetch resource.", // Firefox
    "Error in input stream", // Firefox, in the body
    "Load failed", // Safari
    "Load failed (open.feishu.cn)", // newer Safari
    "The network connection was lost.", // Safari
    "The Internet connection appears to be offline.", // Safari
    "Network request failed", // React Native
    "Network connection lost.", // workers
    "error sending request for url (https://open.feishu.cn/): client error (Connect)", // Deno
    "error reading a body from connection", // Deno, in the body
  ])("is tried again: %s", async (message) => {
    const error = await catchError(createThrowing(new TypeError(message), KEYED), ConnectionError);
    expect(error).toMatchObject({ attempts: 5, neverOpened: false, mayHaveSucceeded: true });
  });

  it.each([
    "fetch is not a function",
    "globalThis.fetch is not a function",
    "network.send is not a function",
    "Cannot read properties of undefined (reading 'fetch')",
    "Failed to execute 'fetch' on 'Window': Illegal invocation",
    "undefined is not an object (evaluating 'socket.connection')",
  ])("is not one of a bug: %s", async (message) => {
    const error = await catchError(createThrowing(new TypeError(message), KEYED), TransportError);
    expect(error).toMatchObject({ attempts: 1 });
  });
});

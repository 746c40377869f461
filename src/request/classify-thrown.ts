import type { Failure } from "../errors/failure.js";
import { isObject } from "../is-object.js";
import { holdsSecret, sanitizeText } from "./sanitize-text.js";

/**
 * Failures to look up or to reach the host: nothing of the request was sent. Not EHOSTUNREACH and its like,
 * with which an open connection may end too.
 */
const NEVER_SENT =
  /^(ENOTFOUND|EAI_\w+|ECONNREFUSED|EADDRNOTAVAIL|ConnectionRefused|UND_ERR_CONNECT_TIMEOUT)$/;
/**
 * Failures before anything was sent that a retry does not help: of the TLS handshake (a
 * certificate that is not accepted, a server without TLS) or of an unsupported URL. Other TLS
 * failures may come after the request was sent.
 */
const PERMANENT =
  /^(ERR_TLS_CERT_\w+|ERR_SSL_(WRONG_VERSION_NUMBER|UNSUPPORTED_PROTOCOL|PACKET_LENGTH_TOO_LONG|\w*HANDSHAKE_FAILURE|\w*PROTOCOL_VERSION)|CERT_\w+|UNABLE_TO_\w+|SELF_SIGNED_\w+|DEPTH_ZERO_\w+|ERR_INVALID_(URL|PROTOCOL))$/;
/** How Node (also through node-fetch) describes a failure to connect whose code alone does not say so. */
const CONNECTING = /(^|reason: )connect E[A-Z]+ |before secure TLS connection was established$/;
/**
 * How `fetch` describes a network failure, which is a TypeError too: in Node, Chrome, Firefox,
 * Safari, React Native, workers and Deno.
 */
const FETCH_MESSAGES =
  /^(fetch failed|terminated|network error)$|^(Failed to fetch|NetworkError when |Error in \w+ stream|Load failed|The (network|Internet) connection |The request timed out|Could not connect |A server with the |An SSL error |Network (request|connection) |error (sending|reading|decoding) )/;

/**
 * Classifies what a transport threw, by its codes. The thrown value itself is dropped: transports may attach
 * the request to it, token and body included.
 */
export function classifyThrown(thrown: unknown, secrets: readonly string[]): Failure {
  try {
    return classify(thrown, secrets);
  } catch {
    return { kind: "transport", message: "it threw an unreadable value", neverSent: false };
  }
}

function classify(thrown: unknown, secrets: readonly string[]): Failure {
  const causes = flattenCauses(thrown);
  const coded = causes.filter(
    (cause) => typeof cause.code === "string" || typeof cause.neverSent === "boolean",
  );
  const last = coded.at(-1) ?? causes.at(-1);
  const message = sanitizeText(getMessage(last), secrets);
  if (coded.length === 0 && isBug(thrown)) {
    const name = thrown instanceof Error ? thrown.name : typeof thrown;
    return { kind: "transport", message: `${name}: ${message}`, neverSent: false };
  }
  const systemCode = coded.map(({ code }) => code).findLast((code) => typeof code === "string");
  return {
    kind: "connection",
    message,
    systemCode: isPlain(systemCode, secrets) ? systemCode : undefined,
    neverSent: coded.length > 0 && coded.every(wasNeverSent),
    isPermanent: coded.length > 0 && coded.every(isPermanent),
  };
}

/** Whether a code is fit to print: a transport may have put anything into it. */
function isPlain(code: unknown, secrets: readonly string[]): code is string {
  return typeof code === "string" && /^\w{1,40}$/.test(code) && !holdsSecret(code, secrets);
}

/** Creates the failure for a value that no transport should return. */
export function describeWrongResponse(response: unknown): Failure {
  const found = isObject(response)
    ? `an object with ${Object.keys(response).slice(0, 10).join(", ") || "no fields"}`
    : `a value of type ${response === null ? "null" : typeof response}`;
  const message = `it returned ${found} instead of { status, headers, text() }`;
  return { kind: "transport", message, neverSent: false };
}

function wasNeverSent(cause: Record<string, unknown>): boolean {
  if (typeof cause.neverSent === "boolean") return cause.neverSent;
  const code = String(cause.code);
  return (
    NEVER_SENT.test(code) ||
    PERMANENT.test(code) ||
    cause.syscall === "connect" ||
    cause.syscall === "getaddrinfo" ||
    CONNECTING.test(getMessage(cause))
  );
}

function isPermanent({ isPermanent, code }: Record<string, unknown>): boolean {
  return isPermanent === true || PERMANENT.test(String(code));
}

/** A ReferenceError, or a TypeError that is not about the network: the transport's own code failed. */
function isBug(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  if (thrown instanceof TypeError) return !FETCH_MESSAGES.test(thrown.message);
  return ["ReferenceError", "SyntaxError", "RangeError"].includes(thrown.name);
}

function getMessage(cause: Record<string, unknown> | undefined): string {
  if (typeof cause?.message === "string" && cause.message !== "") return cause.message.trim();
  return String(cause?.code ?? "unknown reason");
}

/** Lists the error, its causes, and the members of an AggregateError (one for each address that was tried). */
function flattenCauses(thrown: unknown, depth = 0): Record<string, unknown>[] {
  if (!isObject(thrown) || depth > 4) return [];
  const members = Array.isArray(thrown.errors) ? thrown.errors : [];
  const inner = [...members, thrown.cause].flatMap((cause) => flattenCauses(cause, depth + 1));
  // A wrapper often repeats the code of one of its causes, but not what proves that nothing was sent.
  return inner.some(({ code }) => code === thrown.code) ? inner : [thrown, ...inner];
}

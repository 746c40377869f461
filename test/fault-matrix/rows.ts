import {
  AuthenticationError,
  BadParameterError,
  ConnectionError,
  ErrorCode,
  FeishuApiError,
  type FeishuHireError,
  InvalidResponseError,
  PermissionError,
  QuotaError,
  RateLimitError,
  ServerError,
  TimeoutError,
} from "../../src/index.js";
import type { FailureResponse, FaultKind, OperationId, TestFeishuOptions } from "../../src/testing/index.js";

/** What a fault means for the request that hits it, and so what the client must do. */
export type Meaning =
  /** It may have been applied: sent again only if that is safe. */
  | "ambiguous"
  /** It was rejected: thrown. */
  | "rejected"
  /** It came too early: the operation's window waits, then it is sent again. */
  | "limit"
  /** Its token was rejected: sent again with a new one, once. */
  | "token";

/** One fault, and how the caller's error describes it. */
export interface Row {
  readonly name: string;
  readonly fault: FaultKind;
  readonly meaning: Meaning;
  readonly error: abstract new (...args: never[]) => FeishuHireError;
  readonly code?: number;
  /** Whether the response carries a log id, which the error repeats. */
  readonly logged: boolean;
  /** The server's options for it. */
  readonly server?: TestFeishuOptions;
  /** The operation that it concerns. @default every one */
  readonly only?: OperationId;
  /** Whether it is a success that lacks its result: no fault of an operation that has none. */
  readonly lacksResult?: boolean;
  /** Whether it would be the same again, so that the request is sent once although it is safe to repeat. */
  readonly isPermanent?: boolean;
}

type ErrorClass = Row["error"];

function unreadable(name: string, fault: FaultKind): Row {
  return { name, fault, meaning: "ambiguous", error: InvalidResponseError, logged: true };
}

function permanent(name: string, fault: FaultKind): Row {
  return { ...unreadable(name, fault), isPermanent: true };
}

function lacking(name: string, body: object): Row {
  return { ...unreadable(name, { kind: "wrongShape", body }), lacksResult: true };
}

function wrongInterview(name: string, interview: object): Row {
  const body = { code: 0, data: { external_interview: interview } };
  return { ...unreadable(name, { kind: "wrongShape", body }), only: "createExternalInterview" };
}

function disconnected(name: string, fault: FaultKind, error: ErrorClass): Row {
  return { name, fault, meaning: "ambiguous", error, logged: false };
}

function failure(meaning: Meaning, error: ErrorClass, { code, status = 400 }: FailureResponse): Row {
  const name = `${code} under HTTP ${status}`;
  return { name, fault: { kind: "failure", code, status }, meaning, error, code, logged: true };
}

function rejectedToken(code: number, status: number): Row {
  return {
    name: `a token that is rejected with ${code} under HTTP ${status}`,
    fault: { kind: "revokeTokens" },
    meaning: "token",
    error: AuthenticationError,
    code,
    logged: true,
    server: { rejectedToken: { code, status } },
  };
}

function limited(name: string, fault: FaultKind, logged = true): Row {
  return { name, fault, meaning: "limit", error: RateLimitError, code: ErrorCode.RateLimited, logged };
}

const UNKNOWN_CODE = 1_002_999;

/** The request may have been applied. */
const ambiguous: Row[] = [
  disconnected("no response, ever", { kind: "hang" }, TimeoutError),
  disconnected("a response that takes too long", { kind: "slow", ms: 60_000 }, TimeoutError),
  disconnected("a reset", { kind: "reset" }, ConnectionError),
  disconnected("a connection that breaks mid-body", { kind: "cut" }, ConnectionError),
  unreadable("HTML under HTTP 502", { kind: "html" }),
  unreadable("HTML under HTTP 200", { kind: "html", status: 200 }),
  unreadable("an empty body under HTTP 200", { kind: "empty" }),
  unreadable("an empty body under HTTP 504", { kind: "empty", status: 504 }),
  unreadable("half a JSON", { kind: "truncated" }),
  lacking("a success without data", { code: 0, msg: "ok" }),
  lacking("a success without its result", { code: 0, msg: "ok", data: {} }),
  lacking("a success whose data is null", { code: 0, msg: "ok", data: null }),
  wrongInterview("a success whose interview has no id", {}),
  wrongInterview("a success whose id is a number", { id: 1 }),
  unreadable("a code in quotes", { kind: "wrongShape", body: { code: "0", msg: "ok" } }),
  unreadable("a list", { kind: "wrongShape", body: [] }),
  unreadable("null", { kind: "wrongShape", body: null }),
  permanent("a redirect", { kind: "redirect" }),
  permanent("a redirect that keeps the method", { kind: "redirect", status: 307 }),
  permanent("a permanent redirect to another host", {
    kind: "redirect",
    status: 308,
    location: "http://127.0.0.1:1/",
  }),
  permanent("HTML under HTTP 403", { kind: "html", status: 403 }),
  unreadable("a body of 20 MB", { kind: "huge" }),
  failure("ambiguous", ServerError, { code: ErrorCode.SystemError, status: 500 }),
  failure("ambiguous", ServerError, { code: ErrorCode.SystemError, status: 200 }),
  failure("ambiguous", ServerError, { code: ErrorCode.InternalError, status: 500 }),
  failure("ambiguous", ServerError, { code: ErrorCode.InternalError, status: 200 }),
  failure("ambiguous", ServerError, { code: ErrorCode.InternalServiceError, status: 503 }),
  failure("ambiguous", ServerError, { code: UNKNOWN_CODE, status: 500 }),
  failure("ambiguous", BadParameterError, { code: ErrorCode.BadParameter, status: 500 }),
];

/** The request came too early. */
const limits: Row[] = [
  ...[429, 400, 200].map((status) =>
    limited(`a limit response under HTTP ${status}`, {
      kind: "failure",
      code: ErrorCode.RateLimited,
      status,
    }),
  ),
  limited("a limit response without a reset", { kind: "failure", code: ErrorCode.RateLimited, reset: null }),
  limited("HTTP 429 without an envelope", { kind: "raw", status: 429, body: "<h1>Too many</h1>" }, false),
  {
    ...limited("another code under HTTP 429", { kind: "failure", code: UNKNOWN_CODE, status: 429 }),
    code: UNKNOWN_CODE,
  },
];

/** The token was rejected. */
const rejectedTokens: Row[] = [
  ...[200, 400, 401].map((status) => rejectedToken(ErrorCode.InvalidAccessToken, status)),
  rejectedToken(ErrorCode.InvalidAppAccessToken, 400),
  rejectedToken(ErrorCode.InvalidTenantAccessToken, 400),
  rejectedToken(ErrorCode.AccessTokenNotValidForCall, 400),
  rejectedToken(ErrorCode.AccessTokenExpired, 401),
];

/** The request was rejected. */
const rejections: Row[] = [
  { ...unreadable("HTML under HTTP 404", { kind: "html", status: 404 }), meaning: "rejected" },
  failure("rejected", BadParameterError, { code: ErrorCode.BadParameter }),
  failure("rejected", BadParameterError, { code: ErrorCode.BadParameter, status: 200 }),
  failure("rejected", BadParameterError, { code: ErrorCode.FieldValidationFailed }),
  failure("rejected", BadParameterError, { code: ErrorCode.BadRequest }),
  failure("rejected", PermissionError, { code: ErrorCode.MissingScope }),
  failure("rejected", PermissionError, { code: ErrorCode.IpNotAllowed }),
  failure("rejected", PermissionError, { code: ErrorCode.AppDisabled }),
  failure("rejected", PermissionError, { code: ErrorCode.AppStateForbidsCall }),
  failure("rejected", PermissionError, { code: ErrorCode.TokenLacksPermission, status: 403 }),
  failure("rejected", QuotaError, { code: ErrorCode.MonthlyQuotaExceeded }),
  failure("rejected", AuthenticationError, { code: ErrorCode.MissingAccessToken, status: 401 }),
  failure("rejected", AuthenticationError, { code: ErrorCode.MalformedAccessToken }),
  failure("rejected", FeishuApiError, { code: UNKNOWN_CODE }),
  failure("rejected", FeishuApiError, { code: UNKNOWN_CODE, status: 200 }),
];

/** Every fault. */
export const rows: readonly Row[] = [...ambiguous, ...limits, ...rejectedTokens, ...rejections];

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
import type { FailureResponse, FaultKind, TestFeishuOptions } from "../../src/testing/index.js";

/** What a fault tells about the request that met it, and so what is to be done. */
export type Meaning =
  /** It may have been carried out: sent again only with external_id. */
  | "perhaps"
  /** It was refused: thrown. */
  | "refused"
  /** It came too early: the lane waits, and it is sent again. */
  | "limit"
  /** Its token was refused: sent again with a new one, once. */
  | "token";

/** One fault, and what the caller is to see of it. */
export interface Row {
  readonly name: string;
  readonly trouble: FaultKind;
  readonly meaning: Meaning;
  readonly error: abstract new (...args: never[]) => FeishuHireError;
  readonly code?: number;
  /** Whether the answer carries a log id, which the error is to repeat. */
  readonly logged: boolean;
  /** How the server is to be set up for it. */
  readonly server?: TestFeishuOptions;
}

type ErrorClass = Row["error"];

function answered(name: string, trouble: FaultKind): Row {
  return { name, trouble, meaning: "perhaps", error: InvalidResponseError, logged: true };
}

function disconnected(name: string, trouble: FaultKind, error: ErrorClass): Row {
  return { name, trouble, meaning: "perhaps", error, logged: false };
}

function refusal(meaning: Meaning, error: ErrorClass, { code, status = 400 }: FailureResponse): Row {
  const name = `${code} under HTTP ${status}`;
  return { name, trouble: { kind: "failure", code, status }, meaning, error, code, logged: true };
}

function rejected(code: number, status: number): Row {
  return {
    ...{
      name: `a token that is refused with ${code} under HTTP ${status}`,
      trouble: { kind: "revokeTokens" },
    },
    ...{ meaning: "token", error: AuthenticationError, code, logged: true },
    server: { rejectedToken: { code, status } },
  };
}

function limited(name: string, trouble: FaultKind, logged = true): Row {
  return { name, trouble, meaning: "limit", error: RateLimitError, code: ErrorCode.RateLimited, logged };
}

const UNKNOWN_CODE = 1_002_999;

/** Nobody knows whether the request was carried out. */
const perhaps: Row[] = [
  disconnected("no answer, ever", { kind: "hang" }, TimeoutError),
  disconnected("an answer that takes too long", { kind: "slow", ms: 60_000 }, TimeoutError),
  disconnected("a reset", { kind: "reset" }, ConnectionError),
  disconnected("a connection that breaks mid-body", { kind: "cut" }, ConnectionError),
  answered("HTML under HTTP 502", { kind: "html" }),
  answered("HTML under HTTP 200", { kind: "html", status: 200 }),
  answered("HTML under HTTP 404", { kind: "html", status: 404 }),
  answered("an empty body under HTTP 200", { kind: "empty" }),
  answered("an empty body under HTTP 504", { kind: "empty", status: 504 }),
  answered("half a JSON", { kind: "truncated" }),
  answered("a success without data", { kind: "wrongShape", body: { code: 0, msg: "ok" } }),
  answered("a success without the interview", { kind: "wrongShape" }),
  answered("a success whose interview has no id", {
    kind: "wrongShape",
    body: { code: 0, data: { external_interview: {} } },
  }),
  answered("a success whose id is a number", {
    kind: "wrongShape",
    body: { code: 0, data: { external_interview: { id: 1 } } },
  }),
  answered("a code in quotes", { kind: "wrongShape", body: { code: "0", msg: "ok" } }),
  answered("a list", { kind: "wrongShape", body: [] }),
  answered("null", { kind: "wrongShape", body: null }),
  answered("a redirect", { kind: "redirect" }),
  answered("a redirect that keeps the method", { kind: "redirect", status: 307 }),
  answered("a permanent redirect to another host", {
    ...{ kind: "redirect", status: 308, location: "http://127.0.0.1:1/" },
  }),
  answered("a body of 20 MB", { kind: "huge" }),
  refusal("perhaps", ServerError, { code: ErrorCode.SystemError, status: 500 }),
  refusal("perhaps", ServerError, { code: ErrorCode.SystemError, status: 200 }),
  refusal("perhaps", ServerError, { code: ErrorCode.InternalError, status: 500 }),
  refusal("perhaps", ServerError, { code: ErrorCode.InternalError, status: 200 }),
  refusal("perhaps", ServerError, { code: ErrorCode.InternalServiceError, status: 503 }),
  refusal("perhaps", ServerError, { code: UNKNOWN_CODE, status: 500 }),
  refusal("perhaps", BadParameterError, { code: ErrorCode.BadParameter, status: 500 }),
];

/** The request came too early. */
const limits: Row[] = [
  ...[429, 400, 200].map((status) =>
    limited(`a limit answer under HTTP ${status}`, { kind: "failure", code: ErrorCode.RateLimited, status }),
  ),
  limited("a limit answer without a reset", { kind: "failure", code: ErrorCode.RateLimited, reset: null }),
  limited("HTTP 429 without an envelope", { kind: "raw", status: 429, body: "<h1>Too many</h1>" }, false),
  {
    ...limited("another code under HTTP 429", { kind: "failure", code: UNKNOWN_CODE, status: 429 }),
    code: UNKNOWN_CODE,
  },
];

/** The token was refused. */
const rejections: Row[] = [
  ...[200, 400, 401].map((status) => rejected(ErrorCode.InvalidAccessToken, status)),
  rejected(ErrorCode.InvalidAppAccessToken, 400),
  rejected(ErrorCode.InvalidTenantAccessToken, 400),
  rejected(ErrorCode.AccessTokenNotValidForCall, 400),
  rejected(ErrorCode.AccessTokenExpired, 401),
];

/** The request was refused. */
const refusals: Row[] = [
  refusal("refused", BadParameterError, { code: ErrorCode.BadParameter }),
  refusal("refused", BadParameterError, { code: ErrorCode.BadParameter, status: 200 }),
  refusal("refused", BadParameterError, { code: ErrorCode.FieldValidationFailed }),
  refusal("refused", BadParameterError, { code: ErrorCode.BadRequest }),
  refusal("refused", PermissionError, { code: ErrorCode.MissingScope }),
  refusal("refused", PermissionError, { code: ErrorCode.IpNotAllowed }),
  refusal("refused", PermissionError, { code: ErrorCode.AppDisabled }),
  refusal("refused", PermissionError, { code: ErrorCode.AppStateForbidsCall }),
  refusal("refused", PermissionError, { code: ErrorCode.TokenLacksPermission, status: 403 }),
  refusal("refused", QuotaError, { code: ErrorCode.MonthlyQuotaExceeded }),
  refusal("refused", AuthenticationError, { code: ErrorCode.MissingAccessToken, status: 401 }),
  refusal("refused", AuthenticationError, { code: ErrorCode.MalformedAccessToken }),
  refusal("refused", FeishuApiError, { code: UNKNOWN_CODE }),
  refusal("refused", FeishuApiError, { code: UNKNOWN_CODE, status: 200 }),
];

/** Every fault of a create. */
export const rows: readonly Row[] = [...perhaps, ...limits, ...rejections, ...refusals];

import type { IPrismDiagnostic } from "@stoplight/prism-core";
import { ErrorCode } from "../../generated/error-codes.js";
import { operations } from "../../generated/operations.js";

const LOG_ID = "20260401120000010203040506ABCDEF";

/**
 * Creates Feishu's response to a request that does not match the spec: 99991661 without a token, 10003 from
 * the token call, 1002002 otherwise. Prism itself would pick the first failure that the spec has for some 4xx status.
 */
export function rejectInvalid(
  path: string,
  diagnostics: readonly IPrismDiagnostic[],
): {
  statusCode: number;
  headers: Record<string, string>;
  body: object;
} {
  const unauthorized = diagnostics.some(({ code }) => code === 401);
  const isTokenCall = path === operations.getTenantAccessToken.path;
  const invalid = isTokenCall ? ErrorCode.InvalidTokenRequest : ErrorCode.BadParameter;
  const code = unauthorized ? ErrorCode.MissingAccessToken : invalid;
  const message = diagnostics.map(describe).join("; ");
  return {
    statusCode: 400,
    headers: { "x-tt-logid": LOG_ID },
    body: {
      code,
      msg: unauthorized ? "missing access token" : "invalid request",
      error: { log_id: LOG_ID, message },
    },
  };
}

function describe({ path = [], message }: IPrismDiagnostic): string {
  return path.length > 0 ? `${path.join("/")}: ${message}` : message;
}

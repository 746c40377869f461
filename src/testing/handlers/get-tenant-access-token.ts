import { ErrorCode } from "../../../generated/error-codes.js";
import { getTenantAccessToken as validators } from "../../../generated/validators/getTenantAccessToken.js";
import { Rejection } from "../gateway/rejection.js";
import type { Handler } from "./support/handler.js";
import { readPart } from "./support/read-part.js";

export const getTenantAccessToken: Handler = (request, { options, tokens }) => {
  const { app_id, app_secret } = readPart(validators.body, request.body, ErrorCode.InvalidTokenRequest);
  if (app_id === options.appId && app_secret === options.appSecret) return tokens.issue();
  throw new Rejection(options.wrongCredentials);
};

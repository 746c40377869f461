import { ErrorCode } from "../../../generated/error-codes.js";
import type { TenantAccessTokenRequest } from "../../../generated/schema.js";
import * as validators from "../../../generated/validators.js";
import { createBodyHandler, type Handler } from "./handler.js";

export const getTenantAccessToken: Handler = createBodyHandler<TenantAccessTokenRequest>(
  validators.getTenantAccessToken,
  ({ app_id, app_secret }, _, { options, tokens }) => {
    const known = app_id === options.appId && app_secret === options.appSecret;
    return known ? { fields: tokens.issue() } : { failure: options.wrongCredentials };
  },
  ErrorCode.InvalidTokenRequest,
);

// Generated from spec/ by `npm run generate`; do not edit.

/** 1002001: System error (系统错误). */
export const SystemError = 1002001 as const;

/** 1020001: System error (系统错误). */
export const ModuleSystemError = 1020001 as const;

/** 1002002: Bad parameter (参数错误). */
export const BadParameter = 1002002 as const;

/** 1002102: The talent does not exist (人才不存在). */
export const TalentNotFound = 1002102 as const;

/** 99991400: Rate limit hit (请求触发频率限制). */
export const RateLimited = 99991400 as const;

/** 99991401: The caller's IP address is not on the app's allow list (请求 IP 不在应用的 IP 白名单中). */
export const IpNotAllowed = 99991401 as const;

/** 99991403: This month's API call quota is used up (本月 API 调用额度已用尽). */
export const MonthlyQuotaExceeded = 99991403 as const;

/** 99991543: The app_id or app_secret does not exist (app_id 或 app_secret 不存在). */
export const AppNotFound = 99991543 as const;

/** 10003: A parameter of the token call is missing or wrong (获取凭证的参数缺失或错误). */
export const InvalidTokenRequest = 10003 as const;

/** 10014: The app is not authorized, or its app_secret is invalid (应用未授权，或 app_secret 无效). */
export const AppUnauthorized = 10014 as const;

/** 10015: The app_secret is wrong (app_secret 错误). */
export const WrongAppSecret = 10015 as const;

/** 99991661: No access token was sent (请求未携带 access token). */
export const MissingAccessToken = 99991661 as const;

/** 99991662: The app is disabled (应用已停用). */
export const AppDisabled = 99991662 as const;

/** 99991663: The access token is invalid or expired (access token 无效或已过期). */
export const InvalidAccessToken = 99991663 as const;

/** 99991664: The app access token is invalid (app access token 无效). */
export const InvalidAppAccessToken = 99991664 as const;

/** 99991665: The tenant access token is invalid (tenant access token 无效). */
export const InvalidTenantAccessToken = 99991665 as const;

/** 99991668: The access token is invalid for this call (access token 不适用于该接口). */
export const AccessTokenNotValidForCall = 99991668 as const;

/** 99991671: A token must start with t- or u- (token 必须以 t- 或 u- 开头). */
export const MalformedAccessToken = 99991671 as const;

/** 99991672: The app lacks a permission (scope) (应用缺少权限). */
export const MissingScope = 99991672 as const;

/** 99991673: The app's state does not allow the call (应用状态不允许调用). */
export const AppStateForbidsCall = 99991673 as const;

/** 99991676: The token has no permission (token 没有权限). */
export const TokenLacksPermission = 99991676 as const;

/** 99991677: The access token has expired (access token 已过期). */
export const AccessTokenExpired = 99991677 as const;

/** 99992402: Field validation failed (字段校验失败). */
export const FieldValidationFailed = 99992402 as const;

/** 9499: Bad request (请求错误). */
export const BadRequest = 9499 as const;

/** 2200: Internal error, often under load (内部错误，常见于高负载). */
export const InternalError = 2200 as const;

/** 5000: Internal error, often under load (内部错误，常见于高负载). */
export const InternalServiceError = 5000 as const;

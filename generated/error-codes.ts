// Generated from spec/ by `npm run generate`; do not edit.

import type { ErrorCodeInfoOf, ErrorMeaning } from "./runtime/error-code-info.js";

export type { ErrorMeaning } from "./runtime/error-code-info.js";

/** The kind of failure that a code means; each has its own error class. */
export type ErrorKind = "badParameter" | "authentication" | "permission" | "rateLimit" | "quota" | "server";

/** What is known about an error code. */
export type ErrorCodeInfo = ErrorCodeInfoOf<ErrorKind>;

/** The names of the catalogue's codes. */
export const ErrorCode = {
  /** 1002001: System error (系统错误). */
  SystemError: 1002001,
  /** 1020001: System error (系统错误). */
  ModuleSystemError: 1020001,
  /** 1002002: Bad parameter (参数错误). */
  BadParameter: 1002002,
  /** 1002102: The talent does not exist (人才不存在). */
  TalentNotFound: 1002102,
  /** 99991400: Rate limit hit (请求触发频率限制). */
  RateLimited: 99991400,
  /** 99991401: The caller's IP address is not on the app's allow list (请求 IP 不在应用的 IP 白名单中). */
  IpNotAllowed: 99991401,
  /** 99991403: This month's API call quota is used up (本月 API 调用额度已用尽). */
  MonthlyQuotaExceeded: 99991403,
  /** 99991543: The app_id or app_secret does not exist (app_id 或 app_secret 不存在). */
  AppNotFound: 99991543,
  /** 10003: A parameter of the token call is missing or wrong (获取凭证的参数缺失或错误). */
  InvalidTokenRequest: 10003,
  /** 10014: The app is not authorized, or its app_secret is invalid (应用未授权，或 app_secret 无效). */
  AppUnauthorized: 10014,
  /** 10015: The app_secret is wrong (app_secret 错误). */
  WrongAppSecret: 10015,
  /** 99991661: No access token was sent (请求未携带 access token). */
  MissingAccessToken: 99991661,
  /** 99991662: The app is disabled (应用已停用). */
  AppDisabled: 99991662,
  /** 99991663: The access token is invalid or expired (access token 无效或已过期). */
  InvalidAccessToken: 99991663,
  /** 99991664: The app access token is invalid (app access token 无效). */
  InvalidAppAccessToken: 99991664,
  /** 99991665: The tenant access token is invalid (tenant access token 无效). */
  InvalidTenantAccessToken: 99991665,
  /** 99991668: The access token is invalid for this call (access token 不适用于该接口). */
  AccessTokenNotValidForCall: 99991668,
  /** 99991671: A token must start with t- or u- (token 必须以 t- 或 u- 开头). */
  MalformedAccessToken: 99991671,
  /** 99991672: The app lacks a permission (scope) (应用缺少权限). */
  MissingScope: 99991672,
  /** 99991673: The app's state does not allow the call (应用状态不允许调用). */
  AppStateForbidsCall: 99991673,
  /** 99991676: The token has no permission (token 没有权限). */
  TokenLacksPermission: 99991676,
  /** 99991677: The access token has expired (access token 已过期). */
  AccessTokenExpired: 99991677,
  /** 99992402: Field validation failed (字段校验失败). */
  FieldValidationFailed: 99992402,
  /** 9499: Bad request (请求错误). */
  BadRequest: 9499,
  /** 2200: Internal error, often under load (内部错误，常见于高负载). */
  InternalError: 2200,
  /** 5000: Internal error, often under load (内部错误，常见于高负载). */
  InternalServiceError: 5000,
} as const;

/** A code of the catalogue. Feishu may respond with others. */
export type KnownErrorCode =
  | 1002001
  | 1020001
  | 1002002
  | 1002102
  | 99991400
  | 99991401
  | 99991403
  | 99991543
  | 10003
  | 10014
  | 10015
  | 99991661
  | 99991662
  | 99991663
  | 99991664
  | 99991665
  | 99991668
  | 99991671
  | 99991672
  | 99991673
  | 99991676
  | 99991677
  | 99992402
  | 9499
  | 2200
  | 5000;

/** Feishu's pages of codes. */
const pages = [
  "https://open.feishu.cn/document/server-docs/api-call-guide/frequency-control",
  "https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code",
] as const;

/** The catalogue of error codes. */
export const errorCodes: { readonly [Code in KnownErrorCode]: ErrorCodeInfo } = {
  1002001: {
    name: "SystemError",
    kind: "server",
    provesNotApplied: false,
    rejectsToken: false,
    advice: "If it persists, give the log id to Feishu's support.",
    docUrl: undefined,
  },
  1020001: {
    name: "ModuleSystemError",
    kind: "server",
    provesNotApplied: false,
    rejectsToken: false,
    advice: "If it persists, give the log id to Feishu's support.",
    docUrl: undefined,
  },
  1002002: {
    name: "BadParameter",
    kind: "badParameter",
    provesNotApplied: true,
    rejectsToken: false,
    advice: "Check the type and the size of each field, and that every id exists in this tenant ({ids}).",
    docUrl: undefined,
  },
  1002102: {
    name: "TalentNotFound",
    kind: "badParameter",
    provesNotApplied: true,
    rejectsToken: false,
    advice: "Check talent_id: no such talent exists in this tenant.",
    docUrl: undefined,
  },
  99991400: {
    name: "RateLimited",
    kind: "rateLimit",
    provesNotApplied: true,
    rejectsToken: false,
    advice: "Wait for the seconds in x-ogw-ratelimit-reset, and slow down.",
    docUrl: pages[0],
  },
  99991401: {
    name: "IpNotAllowed",
    kind: "permission",
    provesNotApplied: true,
    rejectsToken: false,
    advice: "Add this machine's public IP address to the app's IP allow list.",
    docUrl: pages[1],
  },
  99991403: {
    name: "MonthlyQuotaExceeded",
    kind: "quota",
    provesNotApplied: true,
    rejectsToken: false,
    advice: "The tenant's administrator must upgrade the plan, or wait for the next month.",
    docUrl: pages[1],
  },
  99991543: {
    name: "AppNotFound",
    kind: "authentication",
    provesNotApplied: true,
    rejectsToken: false,
    advice:
      "Copy app_id and app_secret again from the developer console. Set baseUrl (FEISHU_BASE_URL) to lark for Lark apps, else feishu.",
    docUrl: pages[1],
  },
  10003: {
    name: "InvalidTokenRequest",
    kind: "badParameter",
    provesNotApplied: true,
    rejectsToken: false,
    advice:
      "Check that app_id and app_secret are both given. Set baseUrl (FEISHU_BASE_URL) to lark for Lark apps, else feishu.",
    docUrl: pages[1],
  },
  10014: {
    name: "AppUnauthorized",
    kind: "authentication",
    provesNotApplied: true,
    rejectsToken: false,
    advice:
      "Copy app_secret again from the developer console, and check that the app is enabled. Set baseUrl (FEISHU_BASE_URL) to lark for Lark apps, else feishu.",
    docUrl: pages[1],
  },
  10015: {
    name: "WrongAppSecret",
    kind: "authentication",
    provesNotApplied: true,
    rejectsToken: false,
    advice: "Copy app_secret again from the developer console.",
    docUrl: pages[1],
  },
  99991661: {
    name: "MissingAccessToken",
    kind: "authentication",
    provesNotApplied: true,
    rejectsToken: false,
    advice: "Send Authorization: Bearer with the token; check that no proxy removes the header.",
    docUrl: pages[1],
  },
  99991662: {
    name: "AppDisabled",
    kind: "permission",
    provesNotApplied: true,
    rejectsToken: false,
    advice: "Enable the app in the admin console.",
    docUrl: pages[1],
  },
  99991663: {
    name: "InvalidAccessToken",
    kind: "authentication",
    provesNotApplied: true,
    rejectsToken: true,
    advice: "Request a new token.",
    docUrl: pages[1],
  },
  99991664: {
    name: "InvalidAppAccessToken",
    kind: "authentication",
    provesNotApplied: true,
    rejectsToken: true,
    advice: "Request a new token.",
    docUrl: pages[1],
  },
  99991665: {
    name: "InvalidTenantAccessToken",
    kind: "authentication",
    provesNotApplied: true,
    rejectsToken: true,
    advice: "Request a new token.",
    docUrl: pages[1],
  },
  99991668: {
    name: "AccessTokenNotValidForCall",
    kind: "authentication",
    provesNotApplied: true,
    rejectsToken: true,
    advice: "Request a new token; this call takes a tenant_access_token.",
    docUrl: pages[1],
  },
  99991671: {
    name: "MalformedAccessToken",
    kind: "authentication",
    provesNotApplied: true,
    rejectsToken: false,
    advice: "Send a tenant_access_token.",
    docUrl: pages[1],
  },
  99991672: {
    name: "MissingScope",
    kind: "permission",
    provesNotApplied: true,
    rejectsToken: false,
    advice: "Apply for one of the listed scopes in the developer console and publish a version of the app.",
    docUrl: pages[1],
  },
  99991673: {
    name: "AppStateForbidsCall",
    kind: "permission",
    provesNotApplied: true,
    rejectsToken: false,
    advice: "Check that the app is installed in the tenant and enabled.",
    docUrl: pages[1],
  },
  99991676: {
    name: "TokenLacksPermission",
    kind: "permission",
    provesNotApplied: true,
    rejectsToken: false,
    advice: "Check the scopes of the app that the token belongs to.",
    docUrl: pages[1],
  },
  99991677: {
    name: "AccessTokenExpired",
    kind: "authentication",
    provesNotApplied: true,
    rejectsToken: true,
    advice: "Request a new token.",
    docUrl: pages[1],
  },
  99992402: {
    name: "FieldValidationFailed",
    kind: "badParameter",
    provesNotApplied: true,
    rejectsToken: false,
    advice: "Fix the field that msg names.",
    docUrl: pages[1],
  },
  9499: {
    name: "BadRequest",
    kind: "badParameter",
    provesNotApplied: true,
    rejectsToken: false,
    advice: "Check the parameters.",
    docUrl: pages[1],
  },
  2200: {
    name: "InternalError",
    kind: "server",
    provesNotApplied: false,
    rejectsToken: false,
    advice: "Send fewer requests at a time.",
    docUrl: pages[1],
  },
  5000: {
    name: "InternalServiceError",
    kind: "server",
    provesNotApplied: false,
    rejectsToken: false,
    advice: "Send fewer requests at a time.",
    docUrl: pages[1],
  },
};

/** What each code means. Not part of `errorCodes`, so that only a program that reads it bundles it. */
export const errorMeanings: { readonly [Code in KnownErrorCode]: ErrorMeaning } = {
  1002001: { meaning: "System error", httpStatuses: [500, 200, 400] },
  1020001: { meaning: "System error", httpStatuses: [] },
  1002002: { meaning: "Bad parameter", httpStatuses: [400] },
  1002102: { meaning: "The talent does not exist", httpStatuses: [400, 404] },
  99991400: { meaning: "Rate limit hit", httpStatuses: [429, 400] },
  99991401: { meaning: "The caller's IP address is not on the app's allow list", httpStatuses: [] },
  99991403: { meaning: "This month's API call quota is used up", httpStatuses: [] },
  99991543: { meaning: "The app_id or app_secret does not exist", httpStatuses: [] },
  10003: { meaning: "A parameter of the token call is missing or wrong", httpStatuses: [] },
  10014: { meaning: "The app is not authorized, or its app_secret is invalid", httpStatuses: [200, 400] },
  10015: { meaning: "The app_secret is wrong", httpStatuses: [] },
  99991661: { meaning: "No access token was sent", httpStatuses: [] },
  99991662: { meaning: "The app is disabled", httpStatuses: [] },
  99991663: { meaning: "The access token is invalid or expired", httpStatuses: [200, 400, 401] },
  99991664: { meaning: "The app access token is invalid", httpStatuses: [] },
  99991665: { meaning: "The tenant access token is invalid", httpStatuses: [] },
  99991668: { meaning: "The access token is invalid for this call", httpStatuses: [] },
  99991671: { meaning: "A token must start with t- or u-", httpStatuses: [] },
  99991672: { meaning: "The app lacks a permission (scope)", httpStatuses: [] },
  99991673: { meaning: "The app's state does not allow the call", httpStatuses: [] },
  99991676: { meaning: "The token has no permission", httpStatuses: [] },
  99991677: { meaning: "The access token has expired", httpStatuses: [] },
  99992402: { meaning: "Field validation failed", httpStatuses: [] },
  9499: { meaning: "Bad request", httpStatuses: [] },
  2200: { meaning: "Internal error, often under load", httpStatuses: [] },
  5000: { meaning: "Internal error, often under load", httpStatuses: [] },
};

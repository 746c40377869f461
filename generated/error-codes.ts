// Generated from spec/ by `npm run generate`; do not edit.

import type { ErrorCodeInfoOf, ErrorCodeMeaning } from "./runtime/error-code-info.js";

export type { ErrorCodeMeaning } from "./runtime/error-code-info.js";

/** The error class of each kind of failure. */
export const errorClassNames = {
  badParameter: "BadParameterError",
  authentication: "AuthenticationError",
  permission: "PermissionError",
  rateLimit: "RateLimitError",
  quota: "QuotaError",
  server: "ServerError",
} as const;

/** What kind of failure a code stands for; each has its own error class. */
export type ErrorKind = keyof typeof errorClassNames;

/** What is known of an error code. */
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
  /** 10014: The app is not authorised, or its app_secret is invalid (应用未授权，或 app_secret 无效). */
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

export const errorCodes: { readonly [Code in KnownErrorCode]: ErrorCodeInfo } = {
  1002001: {
    name: "SystemError",
    kind: "server",
    nothingCarriedOut: false,
    rejectsToken: false,
    advice: {
      en: "Try again later; if it persists, give the log id to Feishu's support.",
      zh: "请稍后重试；若仍失败，请将 log id 提供给飞书技术支持。",
    },
  },
  1020001: {
    name: "ModuleSystemError",
    kind: "server",
    nothingCarriedOut: false,
    rejectsToken: false,
    advice: {
      en: "Try again later; if it persists, give the log id to Feishu's support.",
      zh: "请稍后重试；若仍失败，请将 log id 提供给飞书技术支持。",
    },
  },
  1002002: {
    name: "BadParameter",
    kind: "badParameter",
    nothingCarriedOut: true,
    rejectsToken: false,
    advice: {
      en: "Check the type and the size of each field, and that every id exists in this tenant.",
      zh: "检查参数是否正确，例如类型、大小，并确认各 ID 在当前租户中存在。",
    },
  },
  1002102: {
    name: "TalentNotFound",
    kind: "badParameter",
    nothingCarriedOut: true,
    rejectsToken: false,
    advice: {
      en: "Check talent_id: no such talent exists in this tenant.",
      zh: "人才不存在，请检查 talent_id 参数的正确性。",
    },
  },
  99991400: {
    name: "RateLimited",
    kind: "rateLimit",
    nothingCarriedOut: true,
    rejectsToken: false,
    advice: {
      en: "Wait the seconds of x-ogw-ratelimit-reset and slow down.",
      zh: "等待 x-ogw-ratelimit-reset 指示的秒数后重试，并降低请求频率。",
    },
    docUrl: "https://open.feishu.cn/document/server-docs/api-call-guide/frequency-control",
  },
  99991401: {
    name: "IpNotAllowed",
    kind: "permission",
    nothingCarriedOut: true,
    rejectsToken: false,
    advice: {
      en: "Add this machine's public IP address to the app's IP allow list.",
      zh: "在开发者后台将本机公网 IP 加入应用的 IP 白名单。",
    },
    docUrl: "https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code",
  },
  99991403: {
    name: "MonthlyQuotaExceeded",
    kind: "quota",
    nothingCarriedOut: true,
    rejectsToken: false,
    advice: {
      en: "The tenant's administrator must upgrade the plan, or wait for the next month.",
      zh: "请租户管理员升级版本，或等待下月额度恢复。",
    },
    docUrl: "https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code",
  },
  99991543: {
    name: "AppNotFound",
    kind: "authentication",
    nothingCarriedOut: true,
    rejectsToken: false,
    advice: {
      en: "Copy app_id and app_secret again from the developer console.",
      zh: "从开发者后台重新复制 app_id 和 app_secret。",
    },
    docUrl: "https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code",
  },
  10003: {
    name: "InvalidTokenRequest",
    kind: "badParameter",
    nothingCarriedOut: true,
    rejectsToken: false,
    advice: {
      en: "Check that app_id and app_secret are both given.",
      zh: "检查 app_id 与 app_secret 是否均已填写。",
    },
    docUrl: "https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code",
  },
  10014: {
    name: "AppUnauthorized",
    kind: "authentication",
    nothingCarriedOut: true,
    rejectsToken: false,
    advice: {
      en: "Copy app_secret again from the developer console, and check that the app is enabled.",
      zh: "从开发者后台重新复制 app_secret，并确认应用已启用。",
    },
    docUrl: "https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code",
  },
  10015: {
    name: "WrongAppSecret",
    kind: "authentication",
    nothingCarriedOut: true,
    rejectsToken: false,
    advice: {
      en: "Copy app_secret again from the developer console.",
      zh: "从开发者后台重新复制 app_secret。",
    },
    docUrl: "https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code",
  },
  99991661: {
    name: "MissingAccessToken",
    kind: "authentication",
    nothingCarriedOut: true,
    rejectsToken: false,
    advice: {
      en: "Send Authorization: Bearer with the token; check that no proxy removes the header.",
      zh: "请携带 Authorization: Bearer 请求头，并检查代理是否删除了该请求头。",
    },
    docUrl: "https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code",
  },
  99991662: {
    name: "AppDisabled",
    kind: "permission",
    nothingCarriedOut: true,
    rejectsToken: false,
    advice: { en: "Enable the app in the admin console.", zh: "在管理后台启用应用。" },
    docUrl: "https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code",
  },
  99991663: {
    name: "InvalidAccessToken",
    kind: "authentication",
    nothingCarriedOut: true,
    rejectsToken: true,
    advice: { en: "Get a token again.", zh: "重新获取 token。" },
    docUrl: "https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code",
  },
  99991664: {
    name: "InvalidAppAccessToken",
    kind: "authentication",
    nothingCarriedOut: true,
    rejectsToken: true,
    advice: { en: "Get a token again.", zh: "重新获取 token。" },
    docUrl: "https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code",
  },
  99991665: {
    name: "InvalidTenantAccessToken",
    kind: "authentication",
    nothingCarriedOut: true,
    rejectsToken: true,
    advice: { en: "Get a token again.", zh: "重新获取 token。" },
    docUrl: "https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code",
  },
  99991668: {
    name: "AccessTokenNotValidForCall",
    kind: "authentication",
    nothingCarriedOut: true,
    rejectsToken: true,
    advice: {
      en: "Get a token again; this call takes a tenant_access_token.",
      zh: "重新获取 token；该接口使用 tenant_access_token。",
    },
    docUrl: "https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code",
  },
  99991671: {
    name: "MalformedAccessToken",
    kind: "authentication",
    nothingCarriedOut: true,
    rejectsToken: false,
    advice: { en: "Send a tenant_access_token.", zh: "请使用 tenant_access_token。" },
    docUrl: "https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code",
  },
  99991672: {
    name: "MissingScope",
    kind: "permission",
    nothingCarriedOut: true,
    rejectsToken: false,
    advice: {
      en: "Apply for one of the listed scopes in the developer console and publish a version of the app.",
      zh: "在开发者后台申请所列权限之一，并发布应用版本。",
    },
    docUrl: "https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code",
  },
  99991673: {
    name: "AppStateForbidsCall",
    kind: "permission",
    nothingCarriedOut: true,
    rejectsToken: false,
    advice: {
      en: "Check that the app is installed in the tenant and enabled.",
      zh: "检查应用是否已安装到租户并启用。",
    },
    docUrl: "https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code",
  },
  99991676: {
    name: "TokenLacksPermission",
    kind: "permission",
    nothingCarriedOut: true,
    rejectsToken: false,
    advice: {
      en: "Check the scopes of the app that the token belongs to.",
      zh: "检查 token 所属应用的权限。",
    },
    docUrl: "https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code",
  },
  99991677: {
    name: "AccessTokenExpired",
    kind: "authentication",
    nothingCarriedOut: true,
    rejectsToken: true,
    advice: { en: "Get a token again.", zh: "重新获取 token。" },
    docUrl: "https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code",
  },
  99992402: {
    name: "FieldValidationFailed",
    kind: "badParameter",
    nothingCarriedOut: true,
    rejectsToken: false,
    advice: { en: "Fix the field that msg names.", zh: "按 msg 中的提示修正字段。" },
    docUrl: "https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code",
  },
  9499: {
    name: "BadRequest",
    kind: "badParameter",
    nothingCarriedOut: true,
    rejectsToken: false,
    advice: { en: "Check the parameters.", zh: "检查请求参数。" },
    docUrl: "https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code",
  },
  2200: {
    name: "InternalError",
    kind: "server",
    nothingCarriedOut: false,
    rejectsToken: false,
    advice: { en: "Slow down and try again.", zh: "降低频率后重试。" },
    docUrl: "https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code",
  },
  5000: {
    name: "InternalServiceError",
    kind: "server",
    nothingCarriedOut: false,
    rejectsToken: false,
    advice: { en: "Slow down and try again.", zh: "降低频率后重试。" },
    docUrl: "https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code",
  },
};

export const errorCodeMeanings: { readonly [Code in KnownErrorCode]: ErrorCodeMeaning } = {
  1002001: { en: "System error", zh: "系统错误", httpStatuses: [500] },
  1020001: { en: "System error", zh: "系统错误", httpStatuses: [500] },
  1002002: { en: "Bad parameter", zh: "参数错误", httpStatuses: [400] },
  1002102: { en: "The talent does not exist", zh: "人才不存在", httpStatuses: [400, 404] },
  99991400: { en: "Rate limit hit", zh: "请求触发频率限制", httpStatuses: [429, 400] },
  99991401: {
    en: "The caller's IP address is not on the app's allow list",
    zh: "请求 IP 不在应用的 IP 白名单中",
    httpStatuses: [],
  },
  99991403: { en: "This month's API call quota is used up", zh: "本月 API 调用额度已用尽", httpStatuses: [] },
  99991543: {
    en: "The app_id or app_secret does not exist",
    zh: "app_id 或 app_secret 不存在",
    httpStatuses: [],
  },
  10003: {
    en: "A parameter of the token call is missing or wrong",
    zh: "获取凭证的参数缺失或错误",
    httpStatuses: [],
  },
  10014: {
    en: "The app is not authorised, or its app_secret is invalid",
    zh: "应用未授权，或 app_secret 无效",
    httpStatuses: [200, 400],
  },
  10015: { en: "The app_secret is wrong", zh: "app_secret 错误", httpStatuses: [] },
  99991661: { en: "No access token was sent", zh: "请求未携带 access token", httpStatuses: [] },
  99991662: { en: "The app is disabled", zh: "应用已停用", httpStatuses: [] },
  99991663: {
    en: "The access token is invalid or expired",
    zh: "access token 无效或已过期",
    httpStatuses: [200, 400, 401],
  },
  99991664: { en: "The app access token is invalid", zh: "app access token 无效", httpStatuses: [] },
  99991665: { en: "The tenant access token is invalid", zh: "tenant access token 无效", httpStatuses: [] },
  99991668: {
    en: "The access token is invalid for this call",
    zh: "access token 不适用于该接口",
    httpStatuses: [],
  },
  99991671: { en: "A token must start with t- or u-", zh: "token 必须以 t- 或 u- 开头", httpStatuses: [] },
  99991672: { en: "The app lacks a permission (scope)", zh: "应用缺少权限", httpStatuses: [] },
  99991673: { en: "The app's state does not allow the call", zh: "应用状态不允许调用", httpStatuses: [] },
  99991676: { en: "The token has no permission", zh: "token 没有权限", httpStatuses: [] },
  99991677: { en: "The access token has expired", zh: "access token 已过期", httpStatuses: [] },
  99992402: { en: "Field validation failed", zh: "字段校验失败", httpStatuses: [] },
  9499: { en: "Bad request", zh: "请求错误", httpStatuses: [] },
  2200: { en: "Internal error, often under load", zh: "内部错误，常见于高负载", httpStatuses: [] },
  5000: { en: "Internal error, often under load", zh: "内部错误，常见于高负载", httpStatuses: [] },
};

/** The codes that an operation's own page lists, beside the platform's. */
export const ownErrorCodes = {
  createExternalInterview: [1002002, 1002001, 1020001],
  queryExternalInterviews: [1002002, 1002001, 1020001],
  updateExternalInterview: [1002002, 1002001, 1020001],
  deleteExternalInterview: [1002002, 1002001, 1020001],
  listExternalApplications: [1002002, 1002102, 1002001, 1020001],
  createExternalApplication: [1002002, 1002102, 1002001, 1020001],
  updateExternalApplication: [1002002, 1002001, 1020001],
  deleteExternalApplication: [1002002, 1002001, 1020001],
  createExternalInterviewAssessment: [1002002, 1002001, 1020001],
  updateExternalInterviewAssessment: [1002002, 1002001, 1020001],
  getTenantAccessToken: [],
} as const;

// Generated from spec/ by `npm run generate`; do not edit.

import type { KnownErrorCode } from "./error-codes.js";
import type { ErrorTranslation } from "./runtime/error-code-info.js";

export type { ErrorTranslation } from "./runtime/error-code-info.js";

/** What each code means, and the advice about it, in Chinese. */
export const errorCodesZh: { readonly [Code in KnownErrorCode]: ErrorTranslation } = {
  1002001: { meaning: "系统错误", advice: "若持续出现，请将 log id 提供给飞书技术支持。" },
  1020001: { meaning: "系统错误", advice: "若持续出现，请将 log id 提供给飞书技术支持。" },
  1002002: {
    meaning: "参数错误",
    advice: "检查参数是否正确，例如类型、大小，并确认各 ID（{ids}）在当前租户中存在。",
  },
  1002102: { meaning: "人才不存在", advice: "人才不存在，请检查 talent_id 参数的正确性。" },
  99991400: {
    meaning: "请求触发频率限制",
    advice: "等待 x-ogw-ratelimit-reset 指示的秒数后重试，并降低请求频率。",
  },
  99991401: {
    meaning: "请求 IP 不在应用的 IP 白名单中",
    advice: "在开发者后台将本机公网 IP 加入应用的 IP 白名单。",
  },
  99991403: { meaning: "本月 API 调用额度已用尽", advice: "请租户管理员升级版本，或等待下月额度恢复。" },
  99991543: {
    meaning: "app_id 或 app_secret 不存在",
    advice:
      "从开发者后台重新复制 App ID（app_id）和 App Secret（app_secret）。Lark 的应用要把服务地址（程序中的 baseUrl，命令行的 FEISHU_BASE_URL）设为 lark，飞书的应用设为 feishu。",
  },
  10003: {
    meaning: "获取凭证的参数缺失或错误",
    advice:
      "检查 App ID（app_id）和 App Secret（app_secret）是否均已填写。Lark 的应用要把服务地址（程序中的 baseUrl，命令行的 FEISHU_BASE_URL）设为 lark，飞书的应用设为 feishu。",
  },
  10014: {
    meaning: "应用未授权，或 app_secret 无效",
    advice:
      "从开发者后台重新复制 App Secret（app_secret），并确认应用已启用。Lark 的应用要把服务地址（程序中的 baseUrl，命令行的 FEISHU_BASE_URL）设为 lark，飞书的应用设为 feishu。",
  },
  10015: { meaning: "app_secret 错误", advice: "从开发者后台重新复制 App Secret（app_secret）。" },
  99991661: {
    meaning: "请求未携带 access token",
    advice: "请携带 Authorization: Bearer 请求头，并检查代理是否删除了该请求头。",
  },
  99991662: { meaning: "应用已停用", advice: "在管理后台启用应用。" },
  99991663: { meaning: "access token 无效或已过期", advice: "重新获取 token。" },
  99991664: { meaning: "app access token 无效", advice: "重新获取 token。" },
  99991665: { meaning: "tenant access token 无效", advice: "重新获取 token。" },
  99991668: {
    meaning: "access token 不适用于该接口",
    advice: "重新获取 token；该接口使用 tenant_access_token。",
  },
  99991671: { meaning: "token 必须以 t- 或 u- 开头", advice: "请使用 tenant_access_token。" },
  99991672: { meaning: "应用缺少权限", advice: "在开发者后台申请所列权限之一，并发布应用版本。" },
  99991673: { meaning: "应用状态不允许调用", advice: "检查应用是否已安装到租户并启用。" },
  99991676: { meaning: "token 没有权限", advice: "检查 token 所属应用的权限。" },
  99991677: { meaning: "access token 已过期", advice: "重新获取 token。" },
  99992402: { meaning: "字段校验失败", advice: "按 msg 中的提示修正字段。" },
  9499: { meaning: "请求错误", advice: "检查请求参数。" },
  2200: { meaning: "内部错误，常见于高负载", advice: "请降低请求频率。" },
  5000: { meaning: "内部错误，常见于高负载", advice: "请降低请求频率。" },
};

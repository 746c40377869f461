import type { LocalText } from "../phrase.js";

/** What the classes of errors are called: in English, their names. */
export const failureKinds: Readonly<Record<string, LocalText | undefined>> = {
  AbortError: { en: "AbortError", zh: "已取消" },
  AuthenticationError: { en: "AuthenticationError", zh: "凭证无效" },
  BadParameterError: { en: "BadParameterError", zh: "参数错误" },
  ConfigurationError: { en: "ConfigurationError", zh: "选项缺失或有误" },
  ConnectionError: { en: "ConnectionError", zh: "网络连接失败" },
  FeishuApiError: { en: "FeishuApiError", zh: "飞书返回错误" },
  InvalidRequestError: { en: "InvalidRequestError", zh: "请求不符合接口定义" },
  InvalidResponseError: { en: "InvalidResponseError", zh: "飞书的响应无法解析" },
  PermissionError: { en: "PermissionError", zh: "没有权限" },
  QuotaError: { en: "QuotaError", zh: "本月调用额度已用尽" },
  RateLimitError: { en: "RateLimitError", zh: "触发频率限制" },
  RateLimiterError: { en: "RateLimiterError", zh: "共享限流的 Redis 不可用" },
  ServerError: { en: "ServerError", zh: "飞书系统错误" },
  TransportError: { en: "TransportError", zh: "发送请求的 fetch 出错" },
  TimeoutError: { en: "TimeoutError", zh: "飞书响应超时" },
};

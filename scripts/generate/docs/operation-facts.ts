import type { Language } from "../../../src/messages/language.js";
import type { Operation } from "../model/model.js";

/** The words of the facts in each language; `periods` are by milliseconds. */
const WORDS = {
  en: {
    limit: (requests: number, period: string) => `${requests} a ${period}`,
    oddLimit: (requests: number, periodMs: number) => `${requests} in ${periodMs / 1000} seconds`,
    periods: { 1000: "second", 60000: "minute", 3600000: "hour" },
    or: " or ",
    readOnly: "safe, since it only reads.",
    always: "safe, since a second request has the same effect as one.",
    unsafe: "never after an ambiguous outcome.",
    withKey: (field: string, hours: number) =>
      `with \`${field}\`, safe for ${hours} hours; without it, never after an ambiguous outcome.`,
    withoutWindow: (field: string) =>
      `never after an ambiguous outcome: how long Feishu recognizes \`${field}\` is not documented.`,
    repeatUndocumented: " What a repeated request returns is not documented.",
    labels: { limit: "Rate limit: ", scopes: "Permission: ", repeats: "Repeats: " },
    end: ".",
  },
  zh: {
    limit: (requests: number, period: string) => `${requests} 次/${period}`,
    oddLimit: (requests: number, periodMs: number) => `${requests} 次/${periodMs / 1000} 秒`,
    periods: { 1000: "秒", 60000: "分钟", 3600000: "小时" },
    or: " 或 ",
    readOnly: "安全，只读取数据。",
    always: "安全，重复请求与一次请求的效果相同。",
    unsafe: "结果不明时不可重复。",
    withKey: (field: string, hours: number) =>
      `若传 \`${field}\`，${hours} 小时内可安全重复；若不传，结果不明时不可重复。`,
    withoutWindow: (field: string) => `结果不明时不可重复：\`${field}\` 有效多久，飞书文档没有说明。`,
    repeatUndocumented: "重复请求返回什么，飞书文档没有说明。",
    labels: { limit: "频率限制：", scopes: "权限要求：", repeats: "重复请求：" },
    end: "。",
  },
} as const;

/** Describes an operation's limit, scopes and repeats, a line each. */
export function describeFacts(operation: Operation, language: Language): string[] {
  const { labels, end } = WORDS[language];
  const limit = formatLimit(operation, language);
  return [
    ...(limit === undefined ? [] : [labels.limit + limit + end]),
    ...(operation.scopes.length > 0 ? [labels.scopes + formatScopes(operation, language) + end] : []),
    labels.repeats + describeRepeats(operation, language),
  ];
}

/** Formats a limit in words, such as "20 a minute". */
export function formatLimit({ rateLimit }: Operation, language: Language): string | undefined {
  if (!rateLimit) return undefined;
  const { requests, periodMs } = rateLimit;
  const { limit, oddLimit, periods } = WORDS[language];
  const period = new Map(Object.entries(periods)).get(String(periodMs));
  return period === undefined ? oddLimit(requests, periodMs) : limit(requests, period);
}

/** Formats the alternative scopes. */
export function formatScopes({ scopes }: Operation, language: Language): string {
  return scopes.map((scope) => `\`${scope}\``).join(WORDS[language].or);
}

function describeRepeats(operation: Operation, language: Language): string {
  const known = describeEffect(operation, language);
  return operation.isRepeatResponseUndocumented ? known + WORDS[language].repeatUndocumented : known;
}

function describeEffect({ idempotency }: Operation, language: Language): string {
  const { unsafe, withKey, withoutWindow } = WORDS[language];
  if (idempotency === undefined) return unsafe;
  if (typeof idempotency === "string") return WORDS[language][idempotency];
  const { field, windowMs } = idempotency;
  return windowMs === undefined ? withoutWindow(field) : withKey(field, windowMs / 3_600_000);
}

import type { Language } from "../../../src/messages/language.js";
import type { Method, Model } from "../model/model.js";
import { formatLimit, formatScopes } from "./operation-facts.js";

/** The words of the table in each language. */
const WORDS = {
  en: {
    header:
      "| method of the client | request (… is `/open-apis/hire/v1`) | limit | scope | retried after an ambiguous outcome |",
    none: "none",
    yes: "yes",
    no: "no",
    withField: (field: string) => `with \`${field}\``,
  },
  zh: {
    header: "| 客户端方法 | 请求（… 为 `/open-apis/hire/v1`） | 频率限制 | 权限要求 | 结果不明时是否重发 |",
    none: "无",
    yes: "是",
    no: "否",
    withField: (field: string) => `有 \`${field}\` 时`,
  },
} as const;

/** Formats the table of operations: their methods, limits and scopes, and when a repeat is safe. */
export function formatOperationTable({ methods }: Model, language: Language): string {
  const words = WORDS[language];
  const rows = methods.map((method) =>
    [
      `[${formatMethod(method)}](${method.docUrl})`,
      `\`${method.method}\` \`${method.path.replace("/open-apis/hire/v1", "…")}\``,
      formatLimit(method, language) ?? words.none,
      formatScopes(method, language),
      formatRepeat(method, language),
    ].join(" | "),
  );
  return [words.header, "|---|---|---|---|---|", ...rows.map((row) => `| ${row} |`)].join("\n");
}

function formatMethod({ sdk, pagination }: Method): string {
  const name = `\`${sdk.resource}.${sdk.method}\``;
  return pagination ? `${name}, \`${sdk.method}All\`` : name;
}

function formatRepeat({ idempotency }: Method, language: Language): string {
  const { yes, no, withField } = WORDS[language];
  if (typeof idempotency === "string") return yes;
  return idempotency?.windowMs === undefined ? no : withField(idempotency.field);
}

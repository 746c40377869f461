import type { Language } from "../../../src/messages/language.js";
import type { Model } from "../model/model.js";
import type { ErrorCode } from "../model/spec.js";

interface Words {
  readonly title: string;
  readonly intro: string;
  readonly columns: readonly string[];
  readonly everyOperation: string;
  readonly everyMethod: string;
  readonly notDocumented: string;
  readonly separator: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    title: "Error codes",
    intro: `Every code that Feishu documents for the operations of this package. A failure can arrive under any HTTP status, 200
included, so only the code counts. \`ErrorCode.BadParameter\` and so on name the codes in a program; the class is what a call
rejects with. A code that is missing here becomes a \`FeishuApiError\`, or a \`ServerError\` under a status of 500 or more.
\`errorCodesZh\` of \`feishu-hire/zh\` has meaning and advice in Chinese.`,
    columns: ["code", "name", "class", "HTTP status", "meaning", "what helps", "operations"],
    everyOperation: "all",
    everyMethod: "all but the token call",
    notDocumented: "not documented",
    separator: ", ",
  },
  zh: {
    title: "错误码",
    intro: `本软件包所涉及接口的全部已知错误码。无论 HTTP 状态码是多少（包括 200），请求都可能失败，因此只以错误码为准。程序中可用
\`ErrorCode.BadParameter\` 等名称引用错误码；“错误类”是调用失败时抛出的类。遇到此处未列出的错误码时，抛出 \`FeishuApiError\`；
如果 HTTP 状态码不小于 500，则抛出 \`ServerError\`。
程序中可从 \`feishu-hire/zh\` 的 \`errorCodesZh\` 取得含义和解决办法的中文。`,
    columns: ["错误码", "名称", "错误类", "HTTP 状态码", "含义", "解决办法", "接口"],
    everyOperation: "全部",
    everyMethod: "除获取凭证外的全部接口",
    notDocumented: "文档未说明",
    separator: "、",
  },
};

/** Formats docs/errors.md or docs/errors.zh.md. */
export function formatErrorsPage(model: Model, language: Language): string {
  const { errorCodes, spec } = model;
  const words = WORDS[language];
  const rows = errorCodes.map((entry) => [
    entry.docUrl === undefined ? String(entry.code) : `[${entry.code}](${entry.docUrl})`,
    `\`${entry.name}\``,
    `\`${spec["x-error-kinds"][entry.kind]}\``,
    entry.httpStatuses.join(words.separator) || words.notDocumented,
    entry.meaning[language],
    withoutPlaceholder(entry.advice[language]),
    formatOperations(model, entry, words),
  ]);
  return `${[
    "<!-- Generated from spec/ by `npm run generate`; do not edit. -->",
    "",
    `# ${words.title}`,
    "",
    words.intro,
    "",
    ...[words.columns, words.columns.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`),
  ].join("\n")}\n`;
}

/** Formats the operations whose responses show the code; a code with a page of its own may come from all. */
function formatOperations({ operations, methods }: Model, { code, docUrl }: ErrorCode, words: Words): string {
  if (docUrl !== undefined) return words.everyOperation;
  const shown = operations.filter(({ ownErrorCodes }) => ownErrorCodes.some((own) => own.code === code));
  if (shown.length === methods.length) return words.everyMethod;
  return shown.map(({ id }) => `\`${id}\``).join(words.separator);
}

/** Removes the placeholder of an operation's id fields, since the page is about all operations. */
function withoutPlaceholder(advice: ErrorCode["advice"][Language]): string {
  return advice.replace(/ \(\{ids\}\)/, "").replace(/（\{ids\}）/, " ");
}

import type { Model } from "../model/model.js";
import type { ErrorCode } from "../model/spec.js";

/** Emits error-codes.ts: the catalogue, from a code to what it means for the caller. */
export function emitErrorCodes({ errorCodes, spec }: Model): string {
  const pages = [...new Set(errorCodes.map(({ docUrl }) => docUrl))].filter((url) => url !== undefined);
  const emitInfo = ({ name, kind, provesNotApplied, rejectsToken, advice, docUrl }: ErrorCode): string => {
    const page = docUrl === undefined ? "undefined" : `pages[${pages.indexOf(docUrl)}]`;
    const json = JSON.stringify({ name, kind, provesNotApplied, rejectsToken, advice: advice.en });
    return `${json.slice(0, -1)}, docUrl: ${page} }`;
  };
  return `
import type { ErrorCodeInfoOf, ErrorMeaning } from "./runtime/error-code-info.js";

export type { ErrorMeaning } from "./runtime/error-code-info.js";

/** The kind of failure that a code means; each has its own error class. */
export type ErrorKind = ${Object.keys(spec["x-error-kinds"])
    .map((kind) => JSON.stringify(kind))
    .join(" | ")};

/** What is known about an error code. */
export type ErrorCodeInfo = ErrorCodeInfoOf<ErrorKind>;

/** The names of the catalogue's codes. */
export const ErrorCode = {
${errorCodes.map(({ code, name, meaning }) => `  /** ${code}: ${meaning.en} (${meaning.zh}). */\n  ${name}: ${code},`).join("\n")}
} as const;

/** A code of the catalogue. Feishu may respond with others. */
export type KnownErrorCode = ${errorCodes.map(({ code }) => code).join(" | ")};

/** Feishu's pages of codes. */
const pages = ${JSON.stringify(pages)} as const;

/** The catalogue of error codes. */
export const errorCodes: { readonly [Code in KnownErrorCode]: ErrorCodeInfo } = {
${errorCodes.map((entry) => `  ${entry.code}: ${emitInfo(entry)},`).join("\n")}
};

/** What each code means. Not part of \`errorCodes\`, so that only a program that reads it bundles it. */
export const errorMeanings: { readonly [Code in KnownErrorCode]: ErrorMeaning } = {
${errorCodes.map(({ code, meaning, httpStatuses }) => `  ${code}: ${JSON.stringify({ meaning: meaning.en, httpStatuses })},`).join("\n")}
};
`;
}

/** Emits error-code-names.ts: `ErrorCode` in parts, of which a program bundles those that it uses. */
export function emitErrorCodeNames({ errorCodes }: Model): string {
  return `\n${errorCodes.map(({ code, name }) => `export const ${name} = ${code};`).join("\n")}\n`;
}

/** Emits error-codes-zh.ts: the catalogue's texts in Chinese. */
export function emitErrorCodesInChinese({ errorCodes }: Model): string {
  return `
import type { KnownErrorCode } from "./error-codes.js";
import type { ErrorTranslation } from "./runtime/error-code-info.js";

export type { ErrorTranslation } from "./runtime/error-code-info.js";

/** What each code means, and the advice about it, in Chinese. */
export const errorCodesZh: { readonly [Code in KnownErrorCode]: ErrorTranslation } = {
${errorCodes.map(({ code, meaning, advice }) => `  ${code}: ${JSON.stringify({ meaning: meaning.zh, advice: advice.zh })},`).join("\n")}
};
`;
}

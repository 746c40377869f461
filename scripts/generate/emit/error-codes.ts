import type { Model } from "../model/model.js";

/** error-codes.ts: the catalogue, from the code to what it means for the caller. */
export function emitErrorCodes({ errorCodes, operations, spec }: Model): string {
  return `
import type { ErrorCodeInfoOf, ErrorCodeMeaning } from "./runtime/error-code-info.js";

export type { ErrorCodeMeaning } from "./runtime/error-code-info.js";

/** The error class of each kind of failure. */
export const errorClassNames = ${JSON.stringify(spec["x-error-kinds"])} as const;

/** What kind of failure a code stands for; each has its own error class. */
export type ErrorKind = keyof typeof errorClassNames;

/** What is known of an error code. */
export type ErrorCodeInfo = ErrorCodeInfoOf<ErrorKind>;

/** The names of the catalogue's codes. */
export const ErrorCode = {
${errorCodes.map(({ code, name, meaning }) => `  /** ${code}: ${meaning.en} (${meaning.zh}). */\n  ${name}: ${code},`).join("\n")}
} as const;

/** A code of the catalogue. Feishu may respond with others. */
export type KnownErrorCode = ${errorCodes.map(({ code }) => code).join(" | ")};

export const errorCodes: { readonly [Code in KnownErrorCode]: ErrorCodeInfo } = {
${errorCodes.map(({ code, meaning: _, httpStatuses: __, ...facts }) => `  ${code}: ${JSON.stringify(facts)},`).join("\n")}
};

export const errorCodeMeanings: { readonly [Code in KnownErrorCode]: ErrorCodeMeaning } = {
${errorCodes.map(({ code, meaning, httpStatuses }) => `  ${code}: ${JSON.stringify({ ...meaning, httpStatuses })},`).join("\n")}
};

/** The codes that an operation's own page lists, beside the platform's. */
export const ownErrorCodes = {
${operations.map(({ id, ownErrorCodes }) => `  ${id}: ${JSON.stringify(ownErrorCodes)},`).join("\n")}
} as const;
`;
}

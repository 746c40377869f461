import type { Model } from "./model.js";

/** error-codes.ts: the catalogue, from the code to what it means for the caller. */
export function emitErrorCodes({ errorCodes }: Model): string {
  const kinds = [...new Set(errorCodes.map(({ kind }) => kind))];
  return `
/** What kind of failure a code stands for; each has its own error class. */
export type ErrorKind = ${kinds.map((kind) => JSON.stringify(kind)).join(" | ")};

/** What is known of an error code. */
export interface ErrorCodeInfo {
  readonly name: string;
  readonly kind: ErrorKind;
  /** Whether the answer proves that the request was not carried out, so that sending it again is safe. */
  readonly nothingCarriedOut: boolean;
  /** Whether the token was refused and a new one may help. */
  readonly rejectsToken: boolean;
  readonly advice: { readonly en: string; readonly zh: string };
  readonly docUrl: string;
}

/** The names of the catalogue's codes. */
export const ErrorCode = {
${errorCodes.map(({ code, name, meaning }) => `  /** ${code}: ${meaning.en} (${meaning.zh}). */\n  ${name}: ${code},`).join("\n")}
} as const;

/** A code of the catalogue. Feishu may answer others. */
export type KnownErrorCode = ${errorCodes.map(({ code }) => code).join(" | ")};

export const errorCodes: { readonly [Code in KnownErrorCode]: ErrorCodeInfo } = {
${errorCodes.map(({ code, meaning: _, httpStatuses: __, ...facts }) => `  ${code}: ${JSON.stringify(facts)},`).join("\n")}
};

/** What only some read of a code, apart so that a bundle need not hold it. */
export interface ErrorCodeMeaning {
  readonly en: string;
  readonly zh: string;
  /** The HTTP statuses that it is known to come with; empty where Feishu documents none. */
  readonly httpStatuses: readonly number[];
}

export const errorCodeMeanings: { readonly [Code in KnownErrorCode]: ErrorCodeMeaning } = {
${errorCodes.map(({ code, meaning, httpStatuses }) => `  ${code}: ${JSON.stringify({ ...meaning, httpStatuses })},`).join("\n")}
};
`;
}

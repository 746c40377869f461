import type { Model } from "./model.js";

/** error-codes.ts: the catalogue, from the code to what it means for the caller. */
export function emitErrorCodes({ errorCodes }: Model): string {
  const kinds = [...new Set(errorCodes.map(({ kind }) => kind))];
  return `
/** What kind of failure a code stands for; each has its own error class. */
export type ErrorKind = ${kinds.map((kind) => JSON.stringify(kind)).join(" | ")};

/** What is known of an error code. */
export interface ErrorCodeFacts {
  readonly name: string;
  readonly kind: ErrorKind;
  /** The HTTP statuses that it is known to come with; empty where Feishu documents none. */
  readonly httpStatuses: readonly number[];
  /** Whether the answer proves that the request was not carried out, so that sending it again is safe. */
  readonly nothingCarriedOut: boolean;
  /** Whether the token was refused and a new one may help. */
  readonly rejectsToken: boolean;
  readonly meaning: { readonly en: string; readonly zh: string };
  readonly advice: { readonly en: string; readonly zh: string };
  readonly docUrl: string;
}

/** The names of the catalogue's codes. */
export const ErrorCode = {
${errorCodes.map(({ code, name, meaning }) => `  /** ${code}: ${meaning.en} (${meaning.zh}). */\n  ${name}: ${code},`).join("\n")}
} as const;

/** A code of the catalogue. Feishu may answer others. */
export type KnownErrorCode = ${errorCodes.map(({ code }) => code).join(" | ")};

export const errorCodes: { readonly [Code in KnownErrorCode]: ErrorCodeFacts } = {
${errorCodes.map(({ code, ...facts }) => `  ${code}: ${JSON.stringify(facts)},`).join("\n")}
};
`;
}

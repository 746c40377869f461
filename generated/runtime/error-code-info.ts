// Generated: a copy of scripts/generate/runtime/error-code-info.ts; do not edit.

/** What is known about an error code. */
export interface ErrorCodeInfoOf<Kind extends string> {
  readonly name: string;
  readonly kind: Kind;
  /** Whether the response proves that the request was not applied, so that sending it again is safe. */
  readonly provesNotApplied: boolean;
  /** Whether the token was rejected and a new one may help. */
  readonly rejectsToken: boolean;
  /** The advice, in English; `{ids}` is replaced by the fields of the operation that take ids. */
  readonly advice: string;
  /** Feishu's page about the code; `undefined` for a code that only the operations' pages list. */
  readonly docUrl: string | undefined;
}

/** What a code means, in English. */
export interface ErrorMeaning {
  readonly meaning: string;
  /** The HTTP statuses that it is known to come with; empty if Feishu documents none. */
  readonly httpStatuses: readonly number[];
}

/** What a code means, and the advice about it, in Chinese. */
export interface ErrorTranslation {
  readonly meaning: string;
  /** The advice; `{ids}` is replaced by the fields of the operation that take ids, in `error.advice.zh`. */
  readonly advice: string;
}

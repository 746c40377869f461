// Generated: a copy of scripts/generate/runtime/error-code-info.ts; do not edit.

/** What is known of an error code. */
export interface ErrorCodeInfoOf<Kind extends string> {
  readonly name: string;
  readonly kind: Kind;
  /** Whether the response proves that the request was not applied, so that sending it again is safe. */
  readonly provesNotApplied: boolean;
  /** Whether the token was rejected and a new one may help. */
  readonly rejectsToken: boolean;
  /** What helps, in English. `{ids}` is replaced by the ids that the operation takes. */
  readonly advice: string;
  /** Feishu's page of the code; `undefined` for a code that is on the page of each operation. */
  readonly docUrl: string | undefined;
}

/** What a code means, in English. */
export interface ErrorMeaning {
  readonly meaning: string;
  /** The HTTP statuses that it is known to come with; empty if Feishu documents none. */
  readonly httpStatuses: readonly number[];
}

/** What a code means and what helps, in Chinese. */
export interface ErrorTranslation {
  readonly meaning: string;
  readonly advice: string;
}

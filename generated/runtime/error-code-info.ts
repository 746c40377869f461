// Generated: a copy of scripts/generate/runtime/error-code-info.ts; do not edit.

/** What is known of an error code. */
export interface ErrorCodeInfoOf<Kind extends string> {
  readonly name: string;
  readonly kind: Kind;
  /** Whether the response proves that the request was not applied, so that sending it again is safe. */
  readonly nothingCarriedOut: boolean;
  /** Whether the token was rejected and a new one may help. */
  readonly rejectsToken: boolean;
  readonly advice: { readonly en: string; readonly zh: string };
  /** Feishu's page of the code; `undefined` for a code of the operation's own page. */
  readonly docUrl?: string | undefined;
}

/** What only some readers of a code need, apart so that a bundle need not hold it. */
export interface ErrorCodeMeaning {
  readonly en: string;
  readonly zh: string;
  /** The HTTP statuses that it is known to come with; empty if Feishu documents none. */
  readonly httpStatuses: readonly number[];
}

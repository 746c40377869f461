import type { ErrorCodeInfo } from "../../generated/error-codes.js";

/** What helps against a failure. */
export interface Advice {
  readonly en: string;
  /** In Chinese; `undefined` unless `registerChinese` of `feishu-hire/zh` was called before. */
  readonly zh: string | undefined;
}

/** Advice in another language, by error code. */
export type AdviceTable = Readonly<Record<number, { readonly advice: string } | undefined>>;

/** Empty until it is registered: a program that does not use Chinese does not bundle the table. */
let chinese: AdviceTable = {};

export function registerChineseAdvice(table: AdviceTable): void {
  chinese = table;
}

/** Creates the advice of a code, about the operation that failed with it. */
export function createAdvice(
  known: ErrorCodeInfo,
  { code, idFields }: { code: number; idFields: readonly string[] },
): Advice {
  const ids = idFields.join(", ");
  return {
    en: known.advice.replace("{ids}", ids),
    zh: chinese[code]?.advice.replace("{ids}", ids),
  };
}

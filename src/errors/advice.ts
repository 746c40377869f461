import type { ErrorCodeInfo } from "../../generated/error-codes.js";

/** What helps against a failure. */
export interface Advice {
  readonly en: string;
  /** In Chinese; `undefined` unless `registerChinese` of `feishu-hire/zh` was called before. */
  readonly zh: string | undefined;
}

/** Advice in another language, by error code. */
export type AdviceTable = Readonly<Record<number, { readonly advice: string } | undefined>>;

const TABLE = Symbol.for("feishu-hire.adviceZh");

/**
 * Holds the table for every copy of this package, such as its CommonJS build. It is registered, so that a
 * program that does not use Chinese does not bundle it.
 */
const registry: typeof globalThis & { [TABLE]?: AdviceTable } = globalThis;

export function registerChineseAdvice(table: AdviceTable): void {
  registry[TABLE] = table;
}

/** Creates the advice of a code, about the operation that failed with it. */
export function createAdvice(
  known: ErrorCodeInfo,
  { code, idFields }: { code: number; idFields: readonly string[] },
): Advice {
  return {
    en: known.advice.replace("{ids}", idFields.join(", ")),
    // The ideographic comma, by its number: a client that does not use Chinese holds none.
    zh: registry[TABLE]?.[code]?.advice.replace("{ids}", idFields.join("\u3001")),
  };
}

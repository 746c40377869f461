/**
 * The meanings of errors, and advice about them, in Chinese.
 *
 * @module feishu-hire/zh
 */
import { errorCodesZh } from "../generated/error-codes-zh.js";
import { registerChineseAdvice } from "./errors/advice.js";

export type { ErrorTranslation } from "../generated/error-codes-zh.js";
export { errorCodesZh };

/**
 * Adds Chinese advice, `error.advice.zh`, to the errors of every client from now on.
 *
 * @example
 * registerChinese();
 * await hire.externalInterviews.create(body).catch((error) => console.log(error.advice?.zh));
 */
export function registerChinese(): void {
  registerChineseAdvice(errorCodesZh);
}

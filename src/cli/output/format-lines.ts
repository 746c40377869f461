import { translate } from "../language/translate.js";
import { reportMessages } from "../messages/report.js";

/** Formats the numbers of the first of `count` lines: "3, 8, …". */
export function formatLines(first: readonly number[], count: number): string {
  const all = count > first.length ? [...first, "…"] : first;
  return all.join(translate(reportMessages.separator));
}

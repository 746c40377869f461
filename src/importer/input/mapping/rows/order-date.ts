import type { DateOrder } from "../file/mapping.js";

const DATE = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/;

/** Puts the year of a date first, which has its parts in another order; any other text stays as it is. */
export function putYearFirst(text: string, order: DateOrder | undefined): string {
  if (order === undefined || order === "year/month/day") return text;
  return text.replace(DATE, order === "month/day/year" ? "$4-$1-$3" : "$4-$3-$1");
}

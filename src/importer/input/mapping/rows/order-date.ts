import type { DateOrder } from "../file/mapping.js";

const DATE = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?=\D|$)/;

/** Puts the year of a date first, which has its parts in another order; any other text stays as it is. */
export function putYearFirst(text: string, order: DateOrder | undefined): string {
  if (order === undefined || order === "year/month/day") return text;
  return text.replace(DATE, (date: string, first: string, _mark: string, second: string, year: string) => {
    if (first.length > 2 || year.length !== 4) return date;
    return order === "month/day/year" ? `${year}-${first}-${second}` : `${year}-${second}-${first}`;
  });
}

import { describeText } from "./row-problem.js";
import { parseOffsetMs, type TimeZone } from "./time-zone.js";

/** What a cell says of a time: milliseconds since 1970, or why there are none. */
export type TimeCell =
  | { readonly ms: number; readonly ambiguous: boolean }
  | { readonly ms: undefined; readonly expected: string; readonly received: string };

/** `2021-04-15 23:24:38`, as ISO 8601 has it and as Chinese Excel does: `2021/4/15 23:24`, `2021年4月15日 下午11时24分`. */
const DATE_AND_TIME =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s*T|\s*)(上午|下午|[AP]M)?\s*(\d{1,2})[:时](\d{1,2})(?:分|[:分](\d{1,2})(?:[.,](\d{1,3})\d*)?秒?)?\s*([AP]M)?\s*(Z|[+-]\d\d(?::?\d\d)?)?$/i;

const EXPECTED = "milliseconds since 1970, or a time such as 2021-04-15T23:24:38+08:00";

/** Reads a time cell. A local time needs the zone. */
export function readTime(cell: string, zone: TimeZone | undefined): TimeCell {
  if (/^\d{6,}$/.test(cell)) return { ms: Number(cell), ambiguous: false };
  const local = parseLocal(cell);
  if (!local) return refuse(EXPECTED, `${describeText(cell)}${spreadsheetDamage(cell)}`);
  if (local.offsetMs !== undefined) return { ms: local.ms - local.offsetMs, ambiguous: false };
  if (!zone)
    return refuse(
      "an offset such as +08:00 in the time, or a time zone for all (--time-zone Asia/Shanghai)",
      describeText(cell),
    );
  const [ms, second] = zone.toInstants(local.ms);
  if (ms === undefined)
    return refuse(`a time that exists in ${zone.name}`, `${cell}, over which clocks were put forward`);
  return { ms, ambiguous: second !== undefined };
}

function refuse(expected: string, received: string): TimeCell {
  return { ms: undefined, expected, received };
}

/** The time on the clock, as if it were UTC; undefined if the calendar or the clock has no such time. */
function parseLocal(cell: string): { ms: number; offsetMs: number | undefined } | undefined {
  const match = DATE_AND_TIME.exec(cell);
  if (!match) return undefined;
  const [, year, month, day, before, hourText, minute, second = "0", fraction = "", after, offset] = match;
  const hour = hourOfDay(Number(hourText), before ?? after);
  if (hour === undefined || hour > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const midnight = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (midnight.getUTCMonth() !== Number(month) - 1 || midnight.getUTCDate() !== Number(day)) return undefined;
  const offsetMs = offset === undefined ? undefined : parseOffsetMs(offset);
  if (offset !== undefined && offsetMs === undefined) return undefined;
  const seconds = (hour * 60 + Number(minute)) * 60 + Number(second);
  return { ms: midnight.getTime() + seconds * 1000 + Number(fraction.padEnd(3, "0")), offsetMs };
}

/** The hour of 24; undefined where the half of the day does not fit. */
function hourOfDay(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour;
  const afternoon = half === "下午" || half.toUpperCase() === "PM";
  if (hour > 12) return afternoon ? hour : undefined;
  return (hour % 12) + (afternoon ? 12 : 0);
}

function spreadsheetDamage(cell: string): string {
  if (/^\d{1,5}(\.\d+)?$/.test(cell)) return ", which looks like a spreadsheet's own count of days";
  if (/^\d+(\.\d+)?e\+?\d+$/i.test(cell)) return ", which a spreadsheet has shortened";
  return "";
}

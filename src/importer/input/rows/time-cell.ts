import { type Phrase, phrase } from "../../messages/phrase.js";
import { describeText } from "./row-problem.js";
import { parseOffsetMs, type TimeZone } from "./time-zone.js";

/** A time as a cell has it: milliseconds since 1970, or why there are none. */
export type TimeCell =
  | {
      readonly ms: number;
      /** The second time at which clocks show this, on the night on which they are set back. */
      readonly laterMs: number | undefined;
    }
  | { readonly ms: undefined; readonly expected: Phrase; readonly received: Phrase };

/** No time is longer, and the patterns below would be slow on a text that is. */
const MAX_CHARACTERS = 64;

/**
 * `2021-04-15 23:24:38`, as ISO 8601 has it and as Chinese Excel does: `2021/4/15 23:24`, `2021年4月15日 下午11时24分`. Without
 * anything between the date and the time, `2021/4/112:30` may be two of them.
 */
const DATE_AND_TIME =
  /^([1-9]\d{3})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s*T|\s*)(上午|下午|[AP]M)?\s*(?<!\d)(\d{1,2})[:时点](\d{1,2})(?:分|[:分](\d{1,2})(?:[.,](\d{1,3})\d*)?秒?)?\s*([AP]M)?\s*(Z|[+-]\d\d(?::?\d\d)?)?$/i;
const DATE_ALONE = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/;

/** Reads a time. A local time needs the zone. */
export function readTime(cell: string, zone: TimeZone | undefined): TimeCell {
  if (cell.length > MAX_CHARACTERS) return invalid(phrase("time"), describeText(cell));
  // Digits, colons and blanks of full width, as Chinese keyboards have them.
  const text = cell.normalize("NFKC").trim();
  if (/^\d{6,}$/.test(text)) return { ms: Number(text), laterMs: undefined };
  const local = parseLocal(text);
  if (!local) return invalid(describeExpected(text), describeDamage(text, describeText(cell)));
  if (local.offsetMs !== undefined) return { ms: local.ms - local.offsetMs, laterMs: undefined };
  if (!zone) return invalid(phrase("offset"), describeText(cell));
  const [ms, laterMs] = zone.toInstants(local.ms);
  if (ms === undefined)
    return invalid(phrase("existingTime", { zone: zone.name }), phrase("skippedTime", { text: cell }));
  return { ms, laterMs };
}

function invalid(expected: Phrase, received: Phrase): TimeCell {
  return { ms: undefined, expected, received };
}

function describeExpected(text: string): Phrase {
  return DATE_ALONE.test(text) ? phrase("timeOfDay", { example: `${text} 14:30` }) : phrase("time");
}

/** The time on the clock, as if it were UTC; undefined if the calendar or the clock has no such time. */
function parseLocal(text: string): { ms: number; offsetMs: number | undefined } | undefined {
  const match = DATE_AND_TIME.exec(text);
  if (!match) return undefined;
  const [, year, month, day, before, hourText, minute, second = "0", fraction = "", after, offset] = match;
  const hour = hourOfDay(Number(hourText), before ?? after);
  if (hour === undefined || hour > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const midnight = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // A day that the month does not have is one of another month.
  if (midnight.getUTCMonth() !== Number(month) - 1) return undefined;
  const offsetMs = offset === undefined ? undefined : parseOffsetMs(offset);
  if (offset !== undefined && offsetMs === undefined) return undefined;
  const seconds = (hour * 60 + Number(minute)) * 60 + Number(second);
  return { ms: midnight.getTime() + seconds * 1000 + Number(fraction.padEnd(3, "0")), offsetMs };
}

/** The hour of 24; undefined if the half of the day does not fit. */
function hourOfDay(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour;
  const isAfternoon = half === "下午" || half.toUpperCase() === "PM";
  if (hour > 12) return isAfternoon ? hour : undefined;
  return (hour % 12) + (isAfternoon ? 12 : 0);
}

function describeDamage(text: string, cell: Phrase): Phrase {
  if (/^\d{1,5}(\.\d+)?$/.test(text)) return phrase("dayCount", { text: cell });
  if (/^\d+(\.\d+)?e\+?\d+$/i.test(text)) return phrase("shortened", { text: cell });
  return cell;
}

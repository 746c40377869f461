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
  /^([1-9]\d{3})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s*T|,?\s*)(凌晨|早上|上午|中午|下午|晚上|[AP]M)?\s*(?<!\d)(\d{1,2})[:时点](\d{1,2})(?:分|[:分](\d{1,2})(?:[.,](\d{1,3})\d*)?秒?)?\s*([AP]M)?\s*(Z|[+-]\d\d(?::?\d\d)?)?$/i;
const DATE_ALONE = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/;

/** Reads a time. A local time needs the zone. */
export function readTime(cell: string, zone: TimeZone | undefined): TimeCell {
  if (cell.length > MAX_CHARACTERS) return invalid(phrase("time"), describeText(cell));
  // Digits, colons and blanks of full width, as Chinese keyboards have them.
  const text = cell.normalize("NFKC").trim();
  if (/^\d{6,}$/.test(text)) return { ms: Number(text), laterMs: undefined };
  const local = parseLocal(text) ?? parseLocal(simplify(text));
  if (!local) return invalid(describeExpected(simplify(text)), describeDamage(text, describeText(cell)));
  if (local.offsetMs !== undefined) return { ms: local.ms - local.offsetMs, laterMs: undefined };
  if (!zone) return invalid(phrase("offset"), describeText(cell));
  const [ms, laterMs] = zone.toInstants(local.ms);
  if (ms === undefined)
    return invalid(phrase("existingTime", { zone: zone.name }), phrase("skippedTime", { text: cell }));
  return { ms, laterMs };
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = `(${MONTHS.join("|")})[a-z]*\\.?`;
const MONTH_FIRST = new RegExp(
  `^${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)(?:\\s+at)?`,
  "i",
);
const DAY_FIRST = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th)?[-\\s]+${MONTH}[-,\\s]+(\\d{4})(?!\\d)(?:\\s+at)?`,
  "i",
);
const WEEKDAY =
  /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+|(?<=\d日?)\s*\(?(?:周|星期|礼拜)[一二三四五六日天]\)?/i;
/** The name of a zone behind its offset. */
const ZONE_NAME = /(?<=[+-]\d\d:?\d\d|Z)\s*(?:\([^()]*\)|\[[^[\]]*\])$/i;

/** Puts a time as JavaScript, mail or a calendar writes it into the order of ISO 8601, without the day of the week. */
function simplify(text: string): string {
  const toIso = (day: string, month: string, year: string) =>
    `${year}-${MONTHS.indexOf(month.toLowerCase()) + 1}-${day}`;
  return text
    .replace(WEEKDAY, " ")
    .trimStart()
    .replace(MONTH_FIRST, (_, month, day, year) => toIso(day, month, year))
    .replace(DAY_FIRST, (_, day, month, year) => toIso(day, month, year))
    .replace(ZONE_NAME, "")
    .replace(/(?:UTC|GMT)$/i, "Z")
    .replace(/(?:UTC|GMT)([+-])(\d(?!\d))?/i, (_, sign, digit) => (digit ? `${sign}0${digit}` : sign))
    .replace(/([ap])\.\s?m\./i, "$1m");
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
  const minutes = hour * 60 + Number(minute);
  if (match[7] === undefined && offsetMs !== undefined && mayBeEnd(text, offsetMs / -60_000, minutes))
    return undefined;
  const seconds = minutes * 60 + Number(second);
  return { ms: midnight.getTime() + seconds * 1000 + Number(fraction.padEnd(3, "0")), offsetMs };
}

/** Whether what looks like an offset, as in `2021-04-15 09:30-10:30`, may be the time at which an interview ends. */
function mayBeEnd(text: string, endMinutes: number, minutes: number): boolean {
  return endMinutes > minutes && !/T/i.test(text) && /-\d\d:\d\d$/.test(text);
}

const AFTERNOON = /^(下午|晚上|pm)$/i;

/** The hour of 24; undefined if the part of the day does not fit. */
function hourOfDay(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour;
  if (half === "中午") {
    const noon = hour < 3 ? hour + 12 : hour;
    return noon > 10 && noon < 15 ? noon : undefined;
  }
  // Of 12 in the evening nobody knows which day it is of.
  if ((half === "早上" || half === "晚上") && hour === 12) return undefined;
  const isAfternoon = AFTERNOON.test(half);
  if (hour > 12) return isAfternoon ? hour : undefined;
  return (hour % 12) + (isAfternoon ? 12 : 0);
}

function describeDamage(text: string, cell: Phrase): Phrase {
  if (/^\d{1,5}(\.\d+)?$/.test(text)) return phrase("dayCount", { text: cell });
  if (/^\d+(\.\d+)?e\+?\d+$/i.test(text)) return phrase("shortened", { text: cell });
  return cell;
}

import { phrase } from "../../messages/phrase.js";
import { InputError } from "../input-error.js";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const CACHED_DAYS = 10_000;

/** The zone of local times: an IANA name or an offset. */
export class TimeZone {
  readonly name: string;
  readonly #offsetAt: (utcMs: number) => number;

  /** @throws InputError if there is no such zone. */
  constructor(name: string) {
    this.name = name;
    const fixed = parseOffsetMs(name);
    this.#offsetAt = fixed === undefined ? createOffsetLookup(name) : () => fixed;
  }

  /**
   * The moments, earliest first, at which clocks show this local time (given as if it were UTC): one as a rule, none
   * if they are set forward past it, two if they are set back over it.
   */
  toInstants(localMs: number): number[] {
    const offsets = new Set([this.#offsetAt(localMs - DAY_MS), this.#offsetAt(localMs + DAY_MS)]);
    return [...offsets]
      .map((offset) => localMs - offset)
      .filter((utcMs) => utcMs + this.#offsetAt(utcMs) === localMs)
      .sort((a, b) => a - b);
  }
}

/** The milliseconds of `+08:00`, `-0330`, `+08` or `Z`; undefined for anything else. */
export function parseOffsetMs(text: string): number | undefined {
  if (text === "Z" || text === "z") return 0;
  const [, sign, hours, minutes = "0"] = /^([+-])(\d\d)(?::?(\d\d))?$/.exec(text) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return (sign === "-" ? -1 : 1) * (Number(hours) * HOUR_MS + Number(minutes) * 60_000);
}

/** Creates a function that gives a zone's offset from UTC at a moment. Cached by day, since Intl is slow. */
function createOffsetLookup(name: string): (utcMs: number) => number {
  const format = formatIn(name);
  const offsetAt = (utcMs: number) => toLocalMs(format, utcMs) - Math.floor(utcMs / 1000) * 1000;
  const known = new Map<number, number>();
  const offsetAtStart = (day: number) => {
    const offset = known.get(day) ?? offsetAt(day * DAY_MS);
    if (known.size >= CACHED_DAYS) known.clear();
    known.set(day, offset);
    return offset;
  };
  return (utcMs) => {
    const day = Math.floor(utcMs / DAY_MS);
    const offset = offsetAtStart(day);
    // Clocks change at any minute: in St. John's, it was 00:01.
    return offset === offsetAtStart(day + 1) ? offset : offsetAt(utcMs);
  };
}

/** Intl knows abbreviations too, but not in the sense that people mean: `CST` would be Chicago's. */
const FULL_NAME = /\/|^(UTC|GMT|PRC)$/i;

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const numeric = "numeric";
  try {
    if (!FULL_NAME.test(timeZone)) throw new RangeError();
    return new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    });
  } catch {
    throw new InputError(phrase("unknownTimeZone", { name: timeZone }));
  }
}

/** What clocks show at a moment, as if it were UTC. */
function toLocalMs(format: Intl.DateTimeFormat, utcMs: number): number {
  const parts = format.formatToParts(utcMs);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
}

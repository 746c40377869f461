import { phrase } from "../../messages/phrase.js";
import { InputError } from "../input-error.js";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Clocks change on a quarter of an hour. */
const OFFSET_STEP_MS = HOUR_MS / 4;
const CACHED_OFFSETS = 10_000;

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

/** Creates a function that gives a zone's offset from UTC at a moment. Cached, since Intl is slow. */
function createOffsetLookup(name: string): (utcMs: number) => number {
  const format = formatIn(name);
  const known = new Map<number, number>();
  return (utcMs) => {
    const step = Math.floor(utcMs / OFFSET_STEP_MS) * OFFSET_STEP_MS;
    const offset = known.get(step) ?? toLocalMs(format, step) - step;
    if (known.size >= CACHED_OFFSETS) known.clear();
    known.set(step, offset);
    return offset;
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

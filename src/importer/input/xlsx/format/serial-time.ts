const DAY_MS = 86_400_000;
/** Day 0 of the 1900 system, if it had not counted a 29 February 1900. */
const EPOCH_1900_MS = Date.UTC(1899, 11, 30);
const EPOCH_1904_MS = Date.UTC(1904, 0, 1);
/** Excel's 29 February 1900, which never was; the days before it are counted from one day later. */
const LEAP_DAY_1900 = 60;
/** The last day of the year 9999. */
const LAST_SERIAL = 2_958_465;

/**
 * The local time that a spreadsheet's count of days means, as `2021-04-15 23:24:38`: only the date if `dateOnly` and it
 * is midnight, only the time for less than a day. Rounded to the millisecond, which no double keeps exactly.
 *
 * @returns undefined if there is no such day
 */
export function formatSerial(
  serial: number,
  { usesDate1904, dateOnly }: { readonly usesDate1904: boolean; readonly dateOnly: boolean },
): string | undefined {
  const ms = Math.round(serial * DAY_MS);
  if (!(ms >= 0 && serial < LAST_SERIAL + 1)) return undefined;
  if (ms < DAY_MS) return formatTime(new Date(ms));
  const day = Math.floor(ms / DAY_MS);
  if (!usesDate1904 && day === LEAP_DAY_1900) return undefined;
  const shiftMs = !usesDate1904 && day < LEAP_DAY_1900 ? DAY_MS : 0;
  const moment = new Date((usesDate1904 ? EPOCH_1904_MS : EPOCH_1900_MS) + ms + shiftMs);
  const date = moment.toISOString().slice(0, 10);
  return dateOnly && ms % DAY_MS === 0 ? date : `${date} ${formatTime(moment)}`;
}

const HOUR_MS = 3_600_000;

/** A count of days as `25:30:00`; undefined if it is negative, or longer than any calendar. */
export function formatDuration(days: number): string | undefined {
  const ms = Math.round(days * DAY_MS);
  if (!(ms >= 0 && days < LAST_SERIAL + 1)) return undefined;
  const hours = String(Math.floor(ms / HOUR_MS)).padStart(2, "0");
  return hours + formatTime(new Date(ms % HOUR_MS)).slice(2);
}

function formatTime(moment: Date): string {
  return moment.toISOString().slice(11, 23).replace(".000", "");
}

import { parseOffsetMs } from "../../importer/index.js";

/** One for the process, as the language is. */
let current: string | undefined;

/** @param zone a name such as Asia/Shanghai, or an offset; undefined for the machine's */
export function setTimeZone(zone: string | undefined): void {
  current = zone;
}

/**
 * A time as a person reads it, in the zone that the command was given, or else in the machine's: 2026-04-01 18:20:00.
 * Programs get ISO 8601 instead.
 *
 * @param zone another zone; it is named after the time
 */
export function formatTime(time: Date | number | string, zone: string | undefined = current): string {
  const at = new Date(time);
  if (zone === undefined) return formatIn(undefined, at);
  try {
    return `${formatInZone(zone, at)} ${zone}`;
  } catch {
    return at.toISOString(); // that there is no such zone is an error of its own
  }
}

/** Not every Node has offsets as zones. */
function formatInZone(zone: string, time: Date): string {
  const offsetMs = parseOffsetMs(zone);
  return offsetMs === undefined ? formatIn(zone, time) : formatIn("UTC", new Date(time.getTime() + offsetMs));
}

function formatIn(timeZone: string | undefined, time: Date): string {
  const style = { dateStyle: "short", timeStyle: "medium" } as const;
  return new Intl.DateTimeFormat("sv-SE", { ...style, timeZone }).format(time);
}

/**
 * Parses how long a response asks to wait, in milliseconds: the longer of what its headers say; undefined if they
 * say nothing legible.
 */
export function parseRetryAfterMs(
  headers: { get(name: string): string | null },
  nowMs: number,
): number | undefined {
  const retryAfter = headers.get("retry-after");
  const asked = [
    parseSeconds(headers.get("x-ogw-ratelimit-reset")),
    parseSeconds(retryAfter) ?? parseDate(retryAfter, nowMs),
  ].filter((ms) => ms !== undefined);
  return asked.length > 0 ? Math.max(...asked) : undefined;
}

function parseSeconds(text: string | null): number | undefined {
  if (!text?.trim()) return undefined; // also undefined, from a Map
  const ms = Number(text) * 1000;
  return Number.isFinite(ms) && ms >= 0 ? ms : undefined;
}

function parseDate(text: string | null, nowMs: number): number | undefined {
  // Without a time of day it is no HTTP date, though V8 reads a date of 2001 from "-1".
  const atMs = text?.includes(":") ? Date.parse(text) : NaN;
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs);
}

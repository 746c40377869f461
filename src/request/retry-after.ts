/** Parses how long a response asks to wait, in milliseconds; undefined if it does not say, or not legibly. */
export function parseRetryAfterMs(
  headers: { get(name: string): string | null },
  nowMs: number,
): number | undefined {
  return (
    parseSeconds(headers.get("x-ogw-ratelimit-reset")) ??
    parseSeconds(headers.get("retry-after")) ??
    parseDate(headers.get("retry-after"), nowMs)
  );
}

function parseSeconds(text: string | null): number | undefined {
  if (!text?.trim()) return undefined; // also undefined, from a Map
  const seconds = Number(text);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

function parseDate(text: string | null, nowMs: number): number | undefined {
  const atMs = Date.parse(text ?? "");
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs);
}

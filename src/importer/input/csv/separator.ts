/** What separates cells, the most usual first. */
const SEPARATORS = [",", ";", "\t", "|"] as const;

/** No header is longer. */
const MAX_HEADER_CHARACTERS = 1024 * 1024;

/**
 * What separates a CSV's cells: what its first line has most of, or names in the `sep=;` that some programs write for
 * Excel; undefined if the text ends before that line does.
 */
export function detectSeparator(text: string, isLast: boolean): string | undefined {
  const start = text.search(/[^\s,]/);
  const line = start < 0 ? "" : readFirstLine(text.slice(start, start + MAX_HEADER_CHARACTERS));
  const isWhole = isLast || text.length - start >= MAX_HEADER_CHARACTERS || start + line.length < text.length;
  if (!isWhole || (start < 0 && !isLast)) return undefined;
  const [, named] = /^\uFEFF?"?sep=(.)"?$/i.exec(line.trimEnd()) ?? [];
  if (named !== undefined) return named;
  const unquoted = line.replace(/"[^"]*"/g, "");
  const counts = SEPARATORS.map((separator) => ({ separator, count: unquoted.split(separator).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).separator;
}

function readFirstLine(text: string): string {
  const end = text.search(/[\r\n]/);
  return end < 0 ? text : text.slice(0, end);
}

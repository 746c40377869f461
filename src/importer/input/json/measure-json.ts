const QUOTE = 0x22;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const ARRAY_START = 0x5b;
const ARRAY_END = 0x5d;
const OBJECT_START = 0x7b;
const OBJECT_END = 0x7d;

/** An interview has six levels. Functions that call themselves could not follow a text of a million. */
export const MAX_DEPTH = 100;

/** Measures a JSON text by its marks outside of strings. */
export function measureJson(text: string): { readonly colons: number; readonly depth: number } {
  let colons = 0;
  let level = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = findStringEnd(text, at);
    else if (code === COLON) colons++;
    else if (code === OBJECT_START || code === ARRAY_START) depth = Math.max(depth, ++level);
    else if (code === OBJECT_END || code === ARRAY_END) level--;
  }
  return { colons, depth };
}

/** Where the string that begins at a quote ends; the end of the text if it does not. */
export function findStringEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes++;
    if (backslashes % 2 === 0) return end;
  }
  return text.length;
}

import { type FindWord, findWords } from "./format-words.js";

/** What a number means by its cell's format. One of zeros alone, such as `0000`, has as many digits. */
export type NumberKind =
  | "number"
  | "percent"
  | "date"
  | "dateTime"
  | "time"
  | "duration"
  | "text"
  | `00${string}`;

/** How a cell shows its number. */
export interface NumberFormat {
  readonly kind: NumberKind;
  readonly findWord: FindWord | undefined;
}

/**
 * The formats that a file names by number only. 27–36 and 50–58 are Chinese, Japanese or Korean dates, depending on the
 * language of the Excel that wrote them. Source: ECMA-376, part 1, 18.8.30.
 */
const BUILT_IN_KINDS: ReadonlyMap<number, NumberKind> = new Map([
  ...range(9, 10, "percent"),
  ...range(14, 17, "date"),
  ...range(18, 21, "time"),
  [22, "dateTime"],
  ...range(27, 31, "date"),
  ...range(32, 35, "time"),
  [36, "date"],
  [45, "time"],
  [46, "duration"],
  [47, "time"],
  [49, "text"],
  ...range(50, 54, "date"),
  ...range(55, 56, "time"),
  ...range(57, 58, "date"),
]);

/** Reads a format by its number, or by its code if the file has one for that number. */
export function readFormat(id: number, code: string | undefined): NumberFormat {
  return code === undefined
    ? { kind: BUILT_IN_KINDS.get(id) ?? "number", findWord: undefined }
    : { kind: classifyCode(code), findWord: findWords(code) };
}

/** Quoted texts, escaped and padding characters, colours, conditions and languages; but elapsed hours are kept. */
const NOT_PLACEHOLDERS = /"[^"]*"|\\.|[_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;

function classifyCode(code: string): NumberKind {
  const placeholders = code.replace(NOT_PLACEHOLDERS, "");
  // One for zero may come before that for a date, and show nothing.
  const first = placeholders.split(";").find((section) => section.trim() !== "") ?? "";
  if (first.trim() === "@") return "text";
  const letters = first.replace(/g\/通用格式|general|e[+-]/gi, "");
  const hasTime = /[hs]|上午|am\/pm|a\/p/i.test(letters);
  const hasDate = /[ydeg]|a{3}|b[12]/i.test(letters);
  if (hasDate) return hasTime ? "dateTime" : "date";
  // Hours, minutes or seconds in brackets do not begin anew each day.
  if (letters.includes("[")) return "duration";
  if (hasTime) return "time";
  if (/m/i.test(letters)) return "date";
  const digits = letters.trim();
  if (isZeros(digits)) return digits;
  return letters.includes("%") ? "percent" : "number";
}

/** Whether a format shows digits alone, at least as many as it has zeros. */
export function isZeros(code: string): code is `00${string}` {
  return /^0{2,30}$/.test(code);
}

function range(from: number, to: number, kind: NumberKind): [number, NumberKind][] {
  return Array.from({ length: to - from + 1 }, (_, index) => [from + index, kind]);
}

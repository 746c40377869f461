import { type Phrase, phrase } from "../../messages/phrase.js";
import { isZeros, type NumberFormat, type NumberKind } from "./format/number-format.js";
import { formatDuration, formatSerial } from "./format/serial-time.js";
import { unescapeText } from "./plain-text.js";

/** Why a cell cannot be read as what it is. */
export interface CellFault {
  readonly expected: Phrase;
  readonly received: Phrase;
  /** It is one only for an id: any other number may have lost its last digits without harm. */
  readonly onlyInIds?: boolean | undefined;
}

/** What a cell holds, as text; empty if it is blank. */
export interface CellValue {
  readonly text: string;
  readonly fault?: CellFault | undefined;
}

/** A cell as the file has it. */
export interface RawCell {
  /** Its `t` attribute. */
  readonly type: string;
  readonly style: number;
  /** The text of its `v` or `is` element. */
  readonly value: string;
  readonly hasFormula: boolean;
}

/** What the workbook's other parts say about its cells. */
export interface CellContext {
  readonly sharedStrings: readonly string[];
  readonly numberFormats: readonly NumberFormat[];
  readonly usesDate1904: boolean;
}

export const BLANK: CellValue = { text: "" };

/** Reads a cell as what it is: by its type, its number format and its formula's cached value. */
export function readCell(cell: RawCell, context: CellContext): CellValue {
  const { type, value, hasFormula } = cell;
  switch (type) {
    case "s":
      return readShared(value, context);
    case "inlineStr":
      return { text: value };
    case "str":
      return { text: unescapeText(value) };
    case "b":
      return value.trim() === "" ? BLANK : { text: /^(1|true)$/i.test(value.trim()) ? "TRUE" : "FALSE" };
    case "e":
      return { text: value, fault: { expected: phrase("value"), received: phrase("errorValue", { value }) } };
    case "d":
      return { text: readIsoDate(value.trim(), context.numberFormats[cell.style]?.kind) };
    default:
      if (value.trim() !== "") return readNumber(value.trim(), cell.style, context);
      return hasFormula ? { text: "", fault: NOT_CALCULATED } : BLANK;
  }
}

const NOT_CALCULATED: CellFault = {
  expected: phrase("calculatedFormula"),
  received: phrase("formulaWithoutValue"),
};

function readShared(value: string, { sharedStrings }: CellContext): CellValue {
  if (value === "") return BLANK;
  const text = sharedStrings[Number(value)];
  if (text !== undefined) return { text };
  return {
    text: "",
    fault: { expected: phrase("anyText"), received: phrase("missingText", { index: value }) },
  };
}

/** A date whose format shows no time of day, as a strict workbook has it. */
function readIsoDate(value: string, kind: NumberKind | undefined): string {
  const text = value.replace(/(?<=\d)T/, " ");
  return kind === "date" ? text.replace(/ 00:00(:00)?(\.0+)?$/, "") : text;
}

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i;

function readNumber(value: string, style: number, context: CellContext): CellValue {
  const match = NUMBER.exec(value);
  if (!match) return { text: value, fault: { expected: phrase("number"), received: phrase("notANumber") } };
  const { kind = "number", findWord } = context.numberFormats[style] ?? {};
  const word = findWord?.(Number(value));
  if (word !== undefined) return { text: word };
  if (kind === "number" || kind === "text") return plainNumber(value, match);
  if (kind === "percent") return { text: `${writeOut(match, 2).text}%` };
  if (isZeros(kind)) {
    const { text, fault } = plainNumber(value, match);
    return { text: /^\d+$/.test(text) ? text.padStart(kind.length, "0") : text, fault };
  }
  const { usesDate1904 } = context;
  const text =
    kind === "duration"
      ? formatDuration(Number(value))
      : formatSerial(Number(value), { usesDate1904, dateOnly: kind === "date" });
  if (text !== undefined) return { text };
  return {
    text: value,
    fault: { expected: phrase("date"), received: phrase("notADay", { value }) },
  };
}

/** A double keeps 15 decimal digits; Excel shows no more of them. */
const EXACT_DIGITS = 15;

function plainNumber(value: string, match: readonly string[]): CellValue {
  const { text, isInteger, isExact } = writeOut(match);
  const exponent = match[4];
  if (exponent === undefined && (!isInteger || isExact)) return { text };
  const fault = {
    expected: phrase("idAsText"),
    received: phrase("lostDigits", { value }),
    onlyInIds: true,
  };
  return { text, fault };
}

/** Writes out a number, its point moved to the right. */
function writeOut(
  [, sign = "", whole = "", fraction = "", exponent = "0"]: readonly string[],
  shift = 0,
): { readonly text: string; readonly isInteger: boolean; readonly isExact: boolean } {
  const digits = expand(whole, fraction, Number(exponent) + shift);
  const isInteger = !digits.includes(".");
  const isExact = digits.replace(/^0+|\./g, "").length <= EXACT_DIGITS;
  const text = (sign === "-" ? "-" : "") + (isInteger || isExact ? digits : shorten(digits));
  return { text, isInteger, isExact };
}

/** The digits that Excel shows: 2.3, which a file may hold as 2.2999999999999998. */
function shorten(digits: string): string {
  return String(Number(Number(digits).toPrecision(EXACT_DIGITS)));
}

/** The longest number that a double can hold has 309 digits before the point. */
const MAX_SHIFT = 400;

/** Writes out a number with an exponent. */
function expand(whole: string, fraction: string, exponent: number): string {
  const shift = Math.max(-MAX_SHIFT, Math.min(MAX_SHIFT, exponent));
  const digits = whole + fraction;
  const point = whole.length + shift;
  const left = point <= 0 ? "" : digits.slice(0, point).padEnd(point, "0");
  const right = point <= 0 ? "0".repeat(-point) + digits : digits.slice(point);
  const trimmed = right.replace(/0+$/, "");
  return (left.replace(/^0+(?=\d)/, "") || "0") + (trimmed === "" ? "" : `.${trimmed}`);
}

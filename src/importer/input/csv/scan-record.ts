import { phrase } from "../../messages/phrase.js";
import type { Fault } from "../table/table-record.js";

const QUOTE = 0x22;
const EQUALS = 0x3d;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** A record in a text. */
export interface ScannedRecord {
  /** With a fault, those before it. */
  readonly cells: readonly string[];
  /** Where its line end begins. */
  readonly end: number;
  /** Where the next record begins. */
  readonly next: number;
  readonly isMultiline: boolean;
  readonly fault: Fault | undefined;
}

const MISPLACED_QUOTE: Fault = {
  expected: phrase("quotesAroundCells"),
  received: phrase("misplacedQuote"),
};

/** What a CSV's records are scanned by. */
export interface CsvShape {
  readonly separator: string;
  /** The number of cells of the header; 0 before it has been read. */
  readonly width: number;
}

/**
 * Scans the record that begins at `start`. One with a fault ends with its first line.
 *
 * A quote within a cell that does not begin with one is text, as for a spreadsheet, if the record is one line of as many
 * cells as the header has. Otherwise it may be all that is left of a pair of quotes.
 *
 * @param isLast whether the text ends where the input does
 * @returns undefined if the text ends before the record may
 */
export function scanRecord(
  text: string,
  start: number,
  { separator, width }: CsvShape,
  isLast: boolean,
): ScannedRecord | undefined {
  const separatorCode = separator.charCodeAt(0);
  const cells: string[] = [];
  let isMultiline = false;
  let firstWithQuote: number | undefined;
  const reject = () => scanLine(text, start, MISPLACED_QUOTE, isLast, cells.slice(0, firstWithQuote));
  for (let at = start; ; ) {
    const first = text.charCodeAt(at);
    const isMarked = first === EQUALS && text.charCodeAt(at + 1) === QUOTE;
    let end: number;
    if (first === QUOTE || isMarked) {
      const open = isMarked ? at + 1 : at;
      const close = findClosingQuote(text, open);
      isMultiline ||= hasLineEnd(text, open, close < 0 ? text.length : close);
      if (isMultiline && firstWithQuote !== undefined) return reject();
      if (close < 0 && !isLast) return undefined;
      end = close + 1;
      const code = text.charCodeAt(end);
      // Where the text ends, a second quote may follow: the record is not complete then anyway.
      const isWhole = close >= 0 && (end === text.length || isEnd(code, separatorCode));
      if (!isWhole) return reject();
      cells.push(isMarked ? text.slice(at, end) : unquote(text, at + 1, close));
    } else {
      end = findBareEnd(text, at, separatorCode);
      const cell = text.slice(at, end);
      if (cell.includes('"')) {
        firstWithQuote ??= cells.length;
        if (isMultiline || cell.trimStart().startsWith('"')) return reject();
      }
      cells.push(cell);
    }
    if (end < text.length && text.charCodeAt(end) === separatorCode) {
      at = end + 1;
      continue;
    }
    const next = skipLineEnd(text, end, isLast);
    if (next === undefined) return undefined;
    if (firstWithQuote !== undefined && cells.length !== width) return reject();
    return { cells, end, next, isMultiline, fault: undefined };
  }
}

/** Scans one line, as a record with a fault; undefined if the text ends before the line may. */
export function scanLine(
  text: string,
  start: number,
  fault: Fault,
  isLast: boolean,
  cells: readonly string[] = [],
): ScannedRecord | undefined {
  let end = start;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  const next = skipLineEnd(text, end, isLast);
  return next === undefined ? undefined : { cells, end, next, isMultiline: false, fault };
}

/** Where the next record begins; undefined if that depends on what comes after the text. */
function skipLineEnd(text: string, end: number, isLast: boolean): number | undefined {
  if (end === text.length) return isLast ? end : undefined;
  if (text.charCodeAt(end) !== CARRIAGE_RETURN) return end + 1;
  if (end + 1 === text.length && !isLast) return undefined;
  return text.charCodeAt(end + 1) === LINE_FEED ? end + 2 : end + 1;
}

function findBareEnd(text: string, start: number, separatorCode: number): number {
  let end = start;
  while (end < text.length && !isEnd(text.charCodeAt(end), separatorCode)) end++;
  return end;
}

/** A doubled quote is one of the cell's own. Returns -1 if there is no closing one. */
function findClosingQuote(text: string, open: number): number {
  let close = text.indexOf('"', open + 1);
  while (close >= 0 && text.charCodeAt(close + 1) === QUOTE) close = text.indexOf('"', close + 2);
  return close;
}

function unquote(text: string, from: number, to: number): string {
  const cell = text.slice(from, to);
  return cell.includes('"') ? cell.replaceAll('""', '"') : cell;
}

function hasLineEnd(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isLineEnd(text.charCodeAt(at))) return true;
  return false;
}

function isEnd(code: number, separatorCode: number): boolean {
  return code === separatorCode || isLineEnd(code);
}

function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

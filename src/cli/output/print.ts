import { escapeText } from "../../messages/escape-text.js";
import { wrapText } from "../language/text-width.js";

/** The columns of a terminal; one that does not say its size says 0. */
export function getColumns({ columns }: { readonly columns?: number }): number {
  return columns || 80;
}

/** Prints a line to stderr; on a terminal, wrapped at its width. */
export function printLine(text: string): void {
  const line = escapeText(text);
  process.stderr.write(`${process.stderr.isTTY ? wrapText(line, getColumns(process.stderr)) : line}\n`);
}

/** Writes an event as a line of JSON to stdout, for a program to read. */
export function printEvent(event: string, fields: object): void {
  process.stdout.write(`${JSON.stringify({ event, ...fields })}\n`);
}

import { escapeText } from "../../messages/escape-text.js";
import { wrapText } from "../language/text-width.js";

/** Prints a line to stderr; on a terminal, wrapped at its width. */
export function printLine(text: string): void {
  const { isTTY, columns } = process.stderr;
  const line = escapeText(text);
  process.stderr.write(`${isTTY ? wrapText(line, columns) : line}\n`);
}

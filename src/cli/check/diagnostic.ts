import type { RowProblem } from "../../importer/index.js";
import { escapeText } from "../../messages/escape-text.js";
import { type Formattable, formatText, translate } from "../language/translate.js";
import { validateMessages } from "../messages/commands/validate.js";

/** A problem or a warning: about a row of a file, or about the file as a whole. */
export interface Diagnostic {
  readonly level: "problem" | "warning";
  readonly text: Formattable;
  /** What it is about a row; undefined if it is about the file. */
  readonly problem?: RowProblem | undefined;
}

/** Reports diagnostics on stdout, since they may quote a short cell: as text, or one JSON object per line. */
export function createReporter(path: string, json = false): (diagnostic: Diagnostic) => void {
  return (diagnostic) => {
    const line = json ? formatJson(diagnostic) : escapeText(formatLine(path, diagnostic));
    process.stdout.write(`${line}\n`);
  };
}

function formatLine(path: string, { level, text }: Diagnostic): string {
  return translate(validateMessages[level], { path, text: formatText(text) });
}

function formatJson({ level, text, problem }: Diagnostic): string {
  return JSON.stringify({ level, ...problem, message: text.format("en") });
}

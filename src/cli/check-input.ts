import { DuplicateIds, type InterviewRow } from "../importer/index.js";
import type { ReadFlags } from "./flags.js";
import { openInput } from "./input-file.js";
import { translate } from "./language/translate.js";
import { validateMessages } from "./messages/validate.js";
import { escapeText } from "./print.js";

/** A problem or a warning about a file. */
export interface Diagnostic {
  readonly level: "problem" | "warning";
  readonly message: string;
}

/** Reports diagnostics on stdout, since they may quote a short cell: as text, or one JSON object per line. */
export function createReporter(path: string, json = false): (diagnostic: Diagnostic) => void {
  return (diagnostic) => {
    const { level, message } = diagnostic;
    const text = translate(validateMessages[level], { path, text: message });
    const line = json ? JSON.stringify(diagnostic) : escapeText(text);
    process.stdout.write(`${line}\n`);
  };
}

/** What a file comes to. */
export interface CheckSummary {
  readonly valid: number;
  readonly invalid: number;
  /** How many of the valid ones need a derived id. */
  readonly withoutId: number;
}

/**
 * Reads a whole file and reports every problem and warning. Sends nothing.
 *
 * @param onValid called with each interview that can be imported
 */
export async function checkInput(
  path: string,
  flags: ReadFlags,
  report: (diagnostic: Diagnostic) => void,
  onValid: (body: NonNullable<InterviewRow["body"]>) => void = () => {},
): Promise<CheckSummary> {
  const { interviews, sizeBytes } = await openInput(path, flags);
  const ids = new DuplicateIds(sizeBytes);
  let valid = 0;
  let invalid = 0;
  let withoutId = 0;
  for await (const row of interviews) {
    const duplicate = ids.check(row);
    for (const warning of row.warnings) report({ level: "warning", ...warning });
    for (const problem of duplicate ? [...row.problems, duplicate] : row.problems)
      report({ level: "problem", ...problem });
    if (!row.body || duplicate) {
      invalid++;
      continue;
    }
    valid++;
    const { body, assignedId } = row;
    if (body.external_id === undefined && assignedId === undefined) withoutId++;
    onValid(assignedId === undefined ? body : { external_id: assignedId, ...body });
  }
  for (const message of interviews.warnings) report({ level: "warning", message });
  return { valid, invalid, withoutId };
}

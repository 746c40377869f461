import {
  DuplicateIds,
  describeProblem,
  type InterviewInput,
  type RowProblem,
  type ValidRow,
} from "../../importer/index.js";
import type { InputFile } from "../input-file.js";
import type { Diagnostic } from "./diagnostic.js";
import { DiagnosticGroups } from "./diagnostic-groups.js";

/** How many interviews a file has, and which of its columns are ignored. */
export interface CheckSummary extends Pick<InterviewInput, "unknownColumns"> {
  readonly valid: number;
  readonly invalid: number;
  /** How many of the valid ones need a derived id. */
  readonly withoutId: number;
}

/**
 * Reads a whole file and reports every problem and warning; equal ones together, unless as JSON. Sends nothing.
 *
 * @param onValid called with each row that can be imported, and the zone of the file's local times
 * @throws InputError if the file cannot be read to its end, once what was found before has been reported
 */
export async function checkInput(
  { interviews, sizeBytes }: InputFile,
  { json }: { readonly json?: boolean },
  report: (diagnostic: Diagnostic) => void,
  onValid: (row: ValidRow, timeZone: string | undefined) => void = () => {},
): Promise<CheckSummary> {
  const ids = new DuplicateIds(sizeBytes ?? 0);
  const groups = new DiagnosticGroups(report);
  const reportRow = (level: Diagnostic["level"], problem: RowProblem) => {
    const diagnostic = { level, text: describeProblem(problem), problem };
    if (json) report(diagnostic);
    else groups.add(diagnostic);
  };
  let valid = 0;
  let invalid = 0;
  let withoutId = 0;
  try {
    for await (const row of interviews) {
      const duplicate = ids.check(row);
      for (const warning of row.warnings) reportRow("warning", warning);
      for (const problem of duplicate ? [...row.problems, duplicate] : row.problems)
        reportRow("problem", problem);
      if (!row.body || duplicate) {
        invalid++;
        continue;
      }
      valid++;
      if (row.body.external_id === undefined && row.assignedId === undefined) withoutId++;
      onValid(row, interviews.timeZone);
    }
  } finally {
    // Also if the file cannot be read to its end: what was found so far may say why.
    groups.flush();
    for (const text of interviews.warnings) report({ level: "warning", text });
  }
  return { valid, invalid, withoutId, unknownColumns: interviews.unknownColumns };
}

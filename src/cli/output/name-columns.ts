import type { FieldPlace, LocateField } from "../../importer/index.js";
import { translate } from "../language/translate.js";
import { verifyMessages } from "../messages/commands/verify.js";
import { formatLines } from "./format-lines.js";

const IN_ASSESSMENT =
  /^\/interview_assessments(?:\/[\d-]+(?:\/assessment_dimension_list(?:\/[\d-]+(?:\/(\w+))?)?|\/(\w+))?)?$/;

/** Columns that are not called as their fields are. */
const ASSESSMENT_COLUMNS: Readonly<Record<string, string>> = { content: "comment" };
const DIMENSION_COLUMNS: Readonly<Record<string, string>> = {
  title: "dimension_title",
  description: "dimension_description",
  assessment_type: "dimension_type",
};

/** The columns of a person's table that JSON pointers into an interview are about, each cell once. */
export function nameColumns(pointers: readonly string[], locate: LocateField = () => undefined): string[] {
  const line = locate("")?.line;
  const names = pointers.map((pointer) => {
    const place = locate(pointer);
    return place ? nameCell(place, line) : nameColumn(pointer);
  });
  return [...new Set(names)];
}

/** @param rowLine where the row begins: a cell on the same line of a text needs no place */
function nameCell({ field, cell, line }: FieldPlace, rowLine: number | undefined): string {
  if (cell === undefined && line === rowLine) return quoteColumn(field);
  const place = cell ?? formatLines([{ line }], { count: 1, hasRows: false });
  return translate(verifyMessages.cell, { field, place });
}

function quoteColumn(name: string): string {
  return translate(verifyMessages.column, { name });
}

function nameColumn(pointer: string): string {
  const match = IN_ASSESSMENT.exec(pointer);
  if (!match) return quoteColumn(pointer.slice(1));
  const [, ofDimension, ofAssessment] = match;
  if (ofDimension !== undefined) return quoteColumn(DIMENSION_COLUMNS[ofDimension] ?? "dimension_value");
  if (ofAssessment !== undefined) return quoteColumn(ASSESSMENT_COLUMNS[ofAssessment] ?? ofAssessment);
  // One that the other side lacks.
  return translate(
    pointer.includes("dimension") ? verifyMessages.wholeDimension : verifyMessages.wholeAssessment,
  );
}

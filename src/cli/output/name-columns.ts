import { type FieldPlace, findColumnName, type LocateField } from "../../importer/index.js";
import { translate } from "../language/translate.js";
import { verifyMessages } from "../messages/commands/verify.js";
import { formatLines } from "./format-lines.js";

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
  const column = findColumnName(pointer);
  if (column !== undefined) return quoteColumn(column);
  if (!pointer.startsWith("/interview_assessments")) return quoteColumn(pointer.slice(1));
  // One that the other side lacks.
  return translate(
    pointer.includes("dimension") ? verifyMessages.wholeDimension : verifyMessages.wholeAssessment,
  );
}

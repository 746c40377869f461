import { type AssessmentType, AssessmentTypeValueField } from "../../../../../generated/enums.js";
import { phrase } from "../../../messages/phrase.js";
import { describeText } from "../../rows/row-problem.js";
import type { TableRecord } from "../table-record.js";
import { omitUndefined } from "./omit-undefined.js";
import type { TableCells } from "./table-cells.js";

const SCORE = /^\s*[+-]?\d+(\.\d+)?\s*$/;
/** What people separate the items of a list with. */
const OTHER_SEPARATORS = /[、，,;；/｜]/;

/** Builds a dimension as the API has it. */
export function buildDimension(record: TableRecord, cells: TableCells): Record<string, unknown> {
  const type = cells.enumValue(record, "dimension_type", cells.schema.dimensionTypes);
  const value = cells.text(record, "dimension_value");
  const options = cells.options(record);
  const dimension = omitUndefined({
    assessment_type: type,
    title: cells.text(record, "dimension_title"),
    description: cells.text(record, "dimension_description"),
  });
  if (value !== undefined && type !== undefined) {
    const field = AssessmentTypeValueField[type];
    dimension[field] = (field === "options" && options) || READ_VALUE[field](value);
    checkValue(record, value, field, cells);
  } else if (value !== undefined && cells.trimmed(record, "dimension_type") === undefined) {
    cells.addProblem(record, "dimension_type", phrase("dimensionType"), phrase("nothing"));
  }
  return dimension;
}

type ValueField = (typeof AssessmentTypeValueField)[AssessmentType];

const READ_VALUE: Record<ValueField, (cell: string) => unknown> = {
  score: (cell) => (SCORE.test(cell) ? Number(cell) : cell),
  option: (cell) => cell,
  options: splitOptions,
  content: (cell) => cell,
};

/** Whether a cell can be a score. */
export function isWholeNumber(cell: string): boolean {
  return SCORE.test(cell) && Number.isInteger(Number(cell));
}

/** Splits options by bars, and by lines. */
export function splitOptions(cell: string): string[] {
  return cell
    .split(/[|\r\n]/)
    .map((option) => option.trim())
    .filter((option) => option !== "");
}

function checkValue(record: TableRecord, value: string, field: ValueField, cells: TableCells): void {
  if (field === "score" && !isWholeNumber(value))
    cells.addProblem(record, "dimension_value", phrase("wholeNumber"), describeText(value.trim()));
  if (field !== "options" || cells.options(record)) return;
  if (OTHER_SEPARATORS.test(value) && !/[|\r\n]/.test(value)) {
    cells.addWarning(record, "dimension_value", phrase("optionsByBar"), phrase("otherSeparator"));
  }
}

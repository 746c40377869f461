import {
  AssessmentType,
  AssessmentTypeLabel,
  AssessmentTypeValueField,
  Conclusion,
  ConclusionLabel,
} from "../../../../generated/enums.js";
import type { CsvRecord } from "../csv/csv-records.js";
import { quoteOrDescribe } from "../rows/row-problem.js";
import { Choices } from "./enum-cells.js";
import type { CsvCells } from "./table-cells.js";
import { ASSESSMENT_COLUMNS, DIMENSION_COLUMNS } from "./table-columns.js";

const CONCLUSIONS = new Choices(Conclusion, ConclusionLabel);
const TYPES = new Choices(AssessmentType, AssessmentTypeLabel);

/** The records of one interviewer's assessment. */
export interface CsvAssessment {
  /** The one with the interviewer's cells. */
  readonly head: CsvRecord;
  /** One a dimension. */
  readonly dimensions: readonly CsvRecord[];
}

/**
 * Puts an interview's records together by interviewer: a record belongs to the assessment before it where its
 * interviewer's cells are the same or blank.
 */
export function csvAssessments(records: readonly CsvRecord[], cells: CsvCells): CsvAssessment[] {
  const assessments: { head: CsvRecord; dimensions: CsvRecord[] }[] = [];
  for (const record of records) {
    const hasDimension = DIMENSION_COLUMNS.some((column) => cells.text(record, column) !== undefined);
    const hasAssessment = isAssessed(record, cells);
    if (!hasDimension && !hasAssessment) {
      if (records.length > 1)
        cells.warn(record, "dimension_title", "a dimension or a comment", "a row without either");
      continue;
    }
    const last = assessments.at(-1);
    if (!last && !hasAssessment && records.some((other) => isAssessed(other, cells))) {
      const expected = "the interviewer in the first of the interview's rows, those below may leave it blank";
      cells.refuse(record, "username", expected, "nothing");
    }
    const dimensions = hasDimension ? [record] : [];
    if (last && continues(last.head, record, cells)) last.dimensions.push(...dimensions);
    else assessments.push({ head: record, dimensions });
  }
  return assessments;
}

function isAssessed(record: CsvRecord, cells: CsvCells): boolean {
  return ASSESSMENT_COLUMNS.some((column) => cells.text(record, column) !== undefined);
}

function continues(head: CsvRecord, record: CsvRecord, cells: CsvCells): boolean {
  return ASSESSMENT_COLUMNS.every((column) => {
    const cell = cells.text(record, column);
    return cell === undefined || cell === cells.text(head, column);
  });
}

/** An assessment as the API has it. */
export function assessmentBody(
  { head, dimensions }: CsvAssessment,
  cells: CsvCells,
): Record<string, unknown> {
  return given({
    username: cells.text(head, "username"),
    conclusion: cells.choice(head, "conclusion", CONCLUSIONS),
    assessment_dimension_list:
      dimensions.length > 0 ? dimensions.map((record) => dimensionBody(record, cells)) : undefined,
    content: cells.text(head, "comment"),
  });
}

function dimensionBody(record: CsvRecord, cells: CsvCells): Record<string, unknown> {
  const type = cells.choice(record, "dimension_type", TYPES);
  const value = cells.text(record, "dimension_value");
  const dimension = given({
    assessment_type: type,
    title: cells.text(record, "dimension_title"),
    description: cells.text(record, "dimension_description"),
  });
  if (value !== undefined && type !== undefined) {
    const field = AssessmentTypeValueField[type];
    const read = READ_VALUE[field](value);
    if (field === "score" && !Number.isInteger(read))
      cells.refuse(record, "dimension_value", "a whole number, such as 90", quoteOrDescribe(value.trim()));
    else if (field === "options" && OTHER_SEPARATORS.test(value) && !value.includes("|"))
      cells.warn(
        record,
        "dimension_value",
        "several options joined by a bar |",
        "one, with another mark in it",
      );
    dimension[field] = read;
  } else if (value !== undefined && cells.word(record, "dimension_type") === undefined) {
    cells.refuse(record, "dimension_type", "a type, since it says what dimension_value is", "nothing");
  }
  return dimension;
}

/** By which people write lists. */
const OTHER_SEPARATORS = /[、，,;；/｜]/;

type ValueField = (typeof AssessmentTypeValueField)[AssessmentType];

const READ_VALUE: Record<ValueField, (cell: string) => unknown> = {
  score: (cell) => (/^\s*[+-]?\d+(\.\d+)?\s*$/.test(cell) ? Number(cell) : cell),
  option: (cell) => cell,
  options: (cell) =>
    cell
      .split("|")
      .map((option) => option.trim())
      .filter((option) => option !== ""),
  content: (cell) => cell,
};

/** Without the fields that nothing is given for. */
export function given(fields: Record<string, unknown>): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) if (fields[name] !== undefined) body[name] = fields[name];
  return body;
}

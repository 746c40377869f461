import { phrase } from "../../../messages/phrase.js";
import type { AssessmentColumn } from "../schema/table-schema.js";
import type { TableRecord } from "../table-record.js";
import { dimensionBody } from "./dimensions.js";
import { omitUndefined } from "./omit-undefined.js";
import type { TableCells } from "./table-cells.js";

/** The records of one interviewer's assessment. */
export interface AssessmentRecords {
  /** The record that has the interviewer's cell; the first, if all leave it blank. */
  readonly sources: Readonly<Record<AssessmentColumn, TableRecord>>;
  /** One a dimension. */
  readonly dimensions: readonly TableRecord[];
}

/** An assessment whose records are still being gathered. */
interface Gathered extends AssessmentRecords {
  readonly sources: Record<AssessmentColumn, TableRecord>;
  readonly dimensions: TableRecord[];
}

/**
 * Groups an interview's records by interviewer. A record continues the assessment before it, or the last one under the
 * same name, unless its interviewer's cells contradict that one's: then it is another, which is warned of.
 */
export function groupAssessments(
  records: readonly TableRecord[],
  cells: TableCells,
): readonly AssessmentRecords[] {
  const assessments: Gathered[] = [];
  const lastByName = new Map<string, Gathered>();
  /** That of the record before. */
  let current: Gathered | undefined;
  for (const record of records) {
    const hasDimension = cells.schema.dimension.some(({ name }) => cells.text(record, name) !== undefined);
    const hasAssessment = isAssessed(record, cells);
    if (!hasDimension && !hasAssessment) {
      if (records.length > 1)
        cells.addWarning(record, "dimension_title", phrase("dimensionOrComment"), phrase("neither"));
      continue;
    }
    if (!current && !hasAssessment && records.some((other) => isAssessed(other, cells))) {
      cells.addProblem(record, "username", phrase("interviewerFirst"), phrase("nothing"));
    }
    const name = cells.trimmed(record, "username");
    const namesake = name === undefined ? undefined : lastByName.get(name);
    const before = current;
    current = [before, namesake].find((one) => one && continuesAssessment(one, record, cells));
    if (!current) {
      if (namesake) warnOfNamesake(record, namesake, cells);
      if (before && name === undefined) warnOfNameless(record, before, cells);
      current = { sources: { username: record, conclusion: record, comment: record }, dimensions: [] };
      assessments.push(current);
    }
    completeSources(current, record, cells);
    if (hasDimension) current.dimensions.push(record);
    if (name !== undefined) lastByName.set(name, current);
  }
  return assessments;
}

function isAssessed(record: TableRecord, cells: TableCells): boolean {
  return cells.schema.assessment.some(({ name }) => cells.text(record, name) !== undefined);
}

/** A record may leave the interviewer's cells blank; one with the name may also fill in what those before left so. */
function continuesAssessment({ sources }: Gathered, record: TableRecord, cells: TableCells): boolean {
  const isNamed = cells.trimmed(record, "username") !== undefined;
  return cells.schema.assessment.every(({ name }) => {
    const [cell, before] = [cells.trimmed(record, name), cells.trimmed(sources[name], name)];
    return cell === undefined || cell === before || (isNamed && name !== "username" && before === undefined);
  });
}

function completeSources({ sources }: Gathered, record: TableRecord, cells: TableCells): void {
  for (const { name } of cells.schema.assessment)
    if (cells.trimmed(sources[name], name) === undefined && cells.trimmed(record, name) !== undefined)
      sources[name] = record;
}

/** One person's assessment would be two in Feishu, or two people have one name. */
function warnOfNamesake(record: TableRecord, { sources }: Gathered, cells: TableCells): void {
  const received = phrase("otherAssessment", { line: sources.username.line });
  cells.addWarning(record, "username", phrase("oneAssessment"), received);
}

/** It may be what the person above says, too, or another's whose name was left out. */
function warnOfNameless(record: TableRecord, { sources }: Gathered, cells: TableCells): void {
  const expected = phrase("interviewerOfAssessment", { line: sources.username.line });
  cells.addWarning(record, "username", expected, phrase("namelessAssessment"));
}

/** An assessment as the API has it. */
export function assessmentBody(
  { sources, dimensions }: AssessmentRecords,
  cells: TableCells,
): Record<string, unknown> {
  return omitUndefined({
    username: cells.text(sources.username, "username"),
    conclusion: cells.enumValue(sources.conclusion, "conclusion", cells.schema.conclusions),
    assessment_dimension_list:
      dimensions.length > 0 ? dimensions.map((record) => dimensionBody(record, cells)) : undefined,
    content: cells.text(sources.comment, "comment"),
  });
}

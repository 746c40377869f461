import { phrase } from "../../../messages/phrase.js";
import type { AssessmentColumn } from "../schema/table-schema.js";
import type { TableRecord } from "../table-record.js";
import { buildDimension } from "./dimensions.js";
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
 * Groups an interview's records by interviewer, whatever their order: those of one name are one assessment, unless their
 * cells contradict each other. Then only equal ones belong together, and the others are warned of. A record without a name
 * continues the assessment before it.
 */
export function groupAssessments(
  records: readonly TableRecord[],
  cells: TableCells,
): readonly AssessmentRecords[] {
  const assessments: Gathered[] = [];
  const contradictory = findContradictoryNames(records, cells);
  const byName = new Map<string, Gathered[]>();
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
    const before = current;
    const namesakes = name === undefined ? [] : (byName.get(name) ?? []);
    const namesake = namesakes.at(-1);
    const candidates = name === undefined ? [before] : [before, ...namesakes.toReversed()];
    const mustBeEqual = name !== undefined && contradictory.has(name);
    current = candidates.find((one) => one && continuesAssessment(one, record, { cells, mustBeEqual }));
    if (!current) {
      if (namesake) warnOfNamesake(record, namesake, cells);
      if (before && name === undefined) warnOfNameless(record, before, cells);
      current = { sources: { username: record, conclusion: record, comment: record }, dimensions: [] };
      assessments.push(current);
      if (name !== undefined) byName.set(name, [...namesakes, current]);
    }
    completeSources(current, record, cells);
    if (hasDimension) current.dimensions.push(record);
  }
  return assessments;
}

function isAssessed(record: TableRecord, cells: TableCells): boolean {
  return cells.schema.assessment.some(({ name }) => cells.text(record, name) !== undefined);
}

/** The names under which there are different conclusions, or different comments. */
function findContradictoryNames(records: readonly TableRecord[], cells: TableCells): ReadonlySet<string> {
  const first = new Map<string, string>();
  const contradictory = new Set<string>();
  for (const record of records) {
    const name = cells.trimmed(record, "username");
    for (const column of ["conclusion", "comment"] as const) {
      const cell = cells.trimmed(record, column);
      if (name === undefined || cell === undefined) continue;
      const key = JSON.stringify([name, column]);
      if ((first.get(key) ?? cell) !== cell) contradictory.add(name);
      first.set(key, cell);
    }
  }
  return contradictory;
}

/** A record may leave the interviewer's cells blank; one with the name may also fill in what the others left so. */
function continuesAssessment(
  { sources }: Gathered,
  record: TableRecord,
  { cells, mustBeEqual }: { readonly cells: TableCells; readonly mustBeEqual: boolean },
): boolean {
  const compare = (name: AssessmentColumn) => [
    cells.trimmed(record, name),
    cells.trimmed(sources[name], name),
  ];
  const [name, other] = compare("username");
  if (name !== undefined && name !== other) return false;
  const pairs = [compare("conclusion"), compare("comment")];
  if (pairs.every(([cell]) => cell === undefined)) return true;
  if (mustBeEqual) return pairs.every(([cell, before]) => cell === before);
  return pairs.every(
    ([cell, before]) => cell === undefined || cell === before || (name !== undefined && before === undefined),
  );
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

/** Builds an assessment as the API has it. */
export function buildAssessment(
  { sources, dimensions }: AssessmentRecords,
  cells: TableCells,
): Record<string, unknown> {
  return omitUndefined({
    username: cells.text(sources.username, "username"),
    conclusion: cells.enumValue(sources.conclusion, "conclusion", cells.schema.conclusions),
    assessment_dimension_list:
      dimensions.length > 0 ? dimensions.map((record) => buildDimension(record, cells)) : undefined,
    content: cells.text(sources.comment, "comment"),
  });
}

import { AssessmentType } from "../../../../../generated/enums.js";
import { phrase } from "../../../messages/phrase.js";
import { meansNoValue } from "../../rows/check-ids.js";
import { describeText } from "../../rows/row-problem.js";
import { isWholeNumber, splitOptions } from "../../table/body/dimensions.js";
import { INTERVIEW_SCHEMA } from "../../table/schema/interview-schema.js";
import type { TableRecord } from "../../table/table-record.js";
import type { DimensionSource } from "../file/mapping.js";
import { type MapContext, readOwnCell } from "./cell-mapper.js";
import type { MappedCell } from "./mapped-record.js";
import { WordMap, WordSet } from "./word-map.js";

/** One dimension of a record, as cells. */
export interface MappedDimension {
  readonly title: string;
  readonly description: string;
  readonly type: string;
  readonly value: MappedCell;
  /** Whether it says something of the candidate: a description may name the interview only. */
  readonly isAnswer: boolean;
}

export type DimensionMapper = (record: TableRecord) => readonly MappedDimension[];

const DESCRIPTION = "Description";

export function mapDimension(source: DimensionSource, context: MapContext): DimensionMapper {
  const mappers = source.columns.map((column) => mapOne(source, column, context));
  return (record) => mappers.flatMap((map) => map(record));
}

function mapOne(source: DimensionSource, column: string, context: MapContext): DimensionMapper {
  const { columns, path } = context;
  const { line, type, description = "" } = source;
  const index = columns.indexOf(column, line);
  const note = source.note === undefined ? undefined : columns.indexOf(nameFor(source.note, column), line);
  const title = nameFor(source.title ?? "{column}", column);
  const blanks = new WordSet(source.blank);
  const words = source.values && new WordMap(source.values);
  const isAnswer = INTERVIEW_SCHEMA.dimensionTypes.find(type) !== AssessmentType.Description;
  const isScore = INTERVIEW_SCHEMA.dimensionTypes.find(type) === AssessmentType.Score;
  const reject = (cell: MappedCell, word: string): MappedCell => ({
    ...cell,
    fault: { expected: phrase("wordOfMapping", { path }), received: describeText(word) },
  });
  const readValue = (cell: MappedCell): MappedCell => {
    const word = words?.get(cell.text);
    if (word !== undefined) return { ...cell, text: word };
    if (source.split !== undefined) return readParts(cell, source.split);
    if (words && !(isScore && /^\d+$/.test(cell.text))) return reject(cell, cell.text);
    return isScore && !isWholeNumber(cell.text) && !meansNoValue(cell.text) ? rejectScore(cell) : cell;
  };
  /** A half and a word can be kept as a choice; what means no value is explained by the record. */
  const rejectScore = (cell: MappedCell): MappedCell => ({
    ...cell,
    fault: cell.fault ?? {
      expected: phrase("scoreOfMapping", { path, line }),
      received: describeText(cell.text),
    },
  });
  const readParts = (cell: MappedCell, separator: string): MappedCell => {
    const parts = splitText(cell.text, separator).filter((part) => !blanks.has(part));
    const unknown = words && parts.find((part) => words.get(part) === undefined);
    if (unknown !== undefined) return reject(cell, unknown);
    // What is to the right in the mapping is written as in this tool's own tables: it may be several options.
    const options = parts.flatMap((part) => {
      const own = words?.get(part);
      return own === undefined ? [part] : splitOptions(own);
    });
    return { ...cell, text: options.join("|"), options };
  };
  return (record) => {
    const dimensions: MappedDimension[] = [];
    const cell = readOwnCell(record, index, blanks);
    if (cell.fault || cell.text !== "") {
      const value = readValue(cell);
      // Of several words all may mean that there is no answer.
      if (value.fault || value.text !== "") dimensions.push({ title, description, type, value, isAnswer });
    }
    const noteCell = note === undefined ? undefined : readOwnCell(record, note, blanks);
    if (noteCell && (noteCell.fault || noteCell.text !== ""))
      dimensions.push({
        title: `${title} – note`,
        description: "",
        type: DESCRIPTION,
        value: noteCell,
        isAnswer: true,
      });
    return dimensions;
  };
}

function nameFor(pattern: string, column: string): string {
  return pattern.replaceAll("{column}", column);
}

/** A person's separator, or lines of their own. */
function splitText(text: string, separator: string): string[] {
  const parts = text.split(separator).flatMap((part) => part.split(/[\r\n]/));
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

import { phrase } from "../../../messages/phrase.js";
import { describeText } from "../../rows/row-problem.js";
import { readTime } from "../../rows/time-cell.js";
import type { TimeZone } from "../../rows/time-zone.js";
import { trimCell } from "../../table/excel-text.js";
import { INTERVIEW_SCHEMA } from "../../table/schema/interview-schema.js";
import { type ColumnName, findEnumCells, isIdColumn } from "../../table/schema/table-schema.js";
import type { TableRecord } from "../../table/table-record.js";
import type { ColumnSource, DateOrder, MinutesSource, TextSource } from "../file/mapping.js";
import { BLANK_CELL, type MappedCell } from "./mapped-record.js";
import { putYearFirst } from "./order-date.js";
import type { OwnColumns } from "./own-columns.js";
import { WordMap, WordSet } from "./word-map.js";

/** What a mapping's cells depend on. */
export interface MapContext {
  /** The mapping's name, for messages. */
  readonly path: string;
  readonly columns: OwnColumns;
  /** The tables of ids, by name. */
  readonly lookups: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly dateOrder: DateOrder | undefined;
  readonly zone: TimeZone | undefined;
}

/** Makes one cell of a person's record. */
export type CellMapper = (record: TableRecord) => MappedCell;

/** A cell as it is, with what keeps it from being read. */
export function readOwnCell(
  { cells, cellFaults }: TableRecord,
  source: number,
  blanks?: WordSet,
): MappedCell {
  const text = trimCell(cells[source] ?? "");
  if (blanks?.has(text)) return { text: "", source, fault: undefined };
  return { text, source, fault: cellFaults?.get(source) };
}

export function mapColumn(target: ColumnName, source: ColumnSource, context: MapContext): CellMapper {
  const { path, columns, lookups, dateOrder } = context;
  const index = columns.indexOf(source.column, source.line);
  const blanks = new WordSet(source.blank);
  const words = source.values && new WordMap(source.values);
  const lookup = source.lookup === undefined ? undefined : lookups.get(source.lookup);
  const choices = findEnumCells(INTERVIEW_SCHEMA, target);
  const isTime = isTimeColumn(target);
  const isId = isIdColumn(target);
  return (record) => {
    const cell = readOwnCell(record, index, blanks);
    if (cell.text === "") return { ...cell, text: source.default ?? "" };
    const word = words?.get(cell.text);
    if (word !== undefined) return { ...cell, text: word };
    const reject = (expected: ReturnType<typeof phrase>): MappedCell => ({
      ...cell,
      fault: { expected, received: describeText(cell.text) },
    });
    // In several systems 1 means Passed, in Feishu Failed.
    if (choices && /^\d+$/.test(cell.text)) return reject(phrase("spelledOut", { path }));
    // Times and ids are read as they are; of anything else only the words that the mapping lists.
    const isOurs = choices ? choices.find(cell.text) !== undefined : isTime || isId;
    if (words && !lookup && !isOurs) return reject(phrase("wordOfMapping", { path }));
    if (lookup) {
      const id = lookup.get(cell.text);
      return id === undefined
        ? reject(phrase("idOfLookup", { name: source.lookup ?? "" }))
        : { ...cell, text: id };
    }
    return isTime ? { ...cell, text: putYearFirst(cell.text, dateOrder) } : cell;
  };
}

export function mapText(
  target: ColumnName,
  { parts, line, blank }: TextSource,
  { columns, dateOrder }: MapContext,
): CellMapper {
  const isId = isIdColumn(target);
  const blankWords = new WordSet(blank);
  const resolved = parts.map((part) => ("text" in part ? part.text : columns.indexOf(part.column, line)));
  const sources = resolved.filter((part) => typeof part === "number");
  const [source] = sources.length === 1 ? sources : [];
  return (record) => {
    const cells = sources.map((index) => readOwnCell(record, index, blankWords));
    const fault = cells.find((cell) => cell.fault)?.fault;
    const blanks = cells.filter(({ text }) => text === "").length;
    // An id with a part of it missing would be another's too; a name may have one part.
    if (sources.length > 0 && (isId ? blanks > 0 : blanks === sources.length))
      return { text: "", source, fault };
    const texts = resolved.map((part) =>
      typeof part === "string" ? part : readOwnCell(record, part, blankWords).text,
    );
    const text = texts.join("").trim();
    return { text: isTimeColumn(target) ? putYearFirst(text, dateOrder) : text, source, fault };
  };
}

function isTimeColumn(target: ColumnName): boolean {
  return target === "begin_time" || target === "end_time";
}

const MINUTE_MS = 60_000;

/** Reads `90`, or `01:30:00` as a workbook has it. `1:30` may be an hour and a half or a minute and a half. */
function readMinutes(text: string): number | undefined {
  if (/^\d{1,4}(\.\d+)?$/.test(text)) return Number(text);
  const [, hours, minutes, seconds] = /^(\d{1,2}):([0-5]\d):([0-5]\d(?:\.\d+)?)$/.exec(text) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes) + Number(seconds) / 60;
}

/** @param begin makes the cell of `begin_time` */
export function mapMinutes(
  { column, line, blank }: MinutesSource,
  begin: CellMapper,
  { columns, zone }: MapContext,
): CellMapper {
  const index = columns.indexOf(column, line);
  const blanks = new WordSet(blank);
  return (record) => {
    const own = readOwnCell(record, index, blanks);
    const cell = { ...own, fault: own.fault?.onlyInIds ? undefined : own.fault };
    if (cell.text === "" || cell.fault) return cell;
    const minutes = readMinutes(cell.text);
    if (minutes === undefined)
      return { ...cell, fault: { expected: phrase("minutes"), received: describeText(cell.text) } };
    const { text } = begin(record);
    const time = text === "" ? undefined : readTime(text, zone);
    // What is wrong with the beginning is said of it.
    if (time?.ms === undefined) return BLANK_CELL;
    return { ...cell, text: String(time.ms + Math.round(minutes * MINUTE_MS)) };
  };
}

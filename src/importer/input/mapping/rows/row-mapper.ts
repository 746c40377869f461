import { ParticipateStatus } from "../../../../../generated/enums.js";
import { type Phrase, phrase } from "../../../messages/phrase.js";
import { createWidthFault } from "../../table/record-problem.js";
import { type HeaderShape, measureHeader } from "../../table/schema/header-shape.js";
import { INTERVIEW_SCHEMA } from "../../table/schema/interview-schema.js";
import { REJECTED_COLUMNS } from "../../table/schema/rejected-columns.js";
import { isBlank } from "../../table/schema/table-columns.js";
import { type ColumnName, listColumns } from "../../table/schema/table-schema.js";
import type { RecordFault, TableRecord } from "../../table/table-record.js";
import type { Mapping, Source } from "../file/mapping.js";
import { BlankAdvice } from "./blank-advice.js";
import {
  type CellMapper,
  type MapContext,
  mapColumn,
  mapMinutes,
  mapText,
  readOwnCell,
} from "./cell-mapper.js";
import { type DimensionMapper, type MappedDimension, mapDimension } from "./dimension-mapper.js";
import { BLANK_CELL, type MappedCell, MappedRecord, type RecordContext } from "./mapped-record.js";
import { UnusedColumns } from "./unused-columns.js";
import { WordSet } from "./word-map.js";

const COLUMNS = listColumns(INTERVIEW_SCHEMA).map(({ name }) => name);
const DIMENSION_COLUMNS = INTERVIEW_SCHEMA.dimension.map(({ name }) => name);

interface LeftOutRule {
  readonly column: string;
  readonly index: number;
  readonly words: WordSet;
}

/** Makes records in this tool's columns of records in a person's own. */
export class RowMapper {
  /** The names of the columns of the records that are made. */
  readonly columns: readonly string[];
  readonly #context: RecordContext;
  readonly #shape: HeaderShape;
  readonly #targets: ReadonlyMap<ColumnName, CellMapper>;
  readonly #dimensions: readonly DimensionMapper[];
  readonly #leftOut: readonly LeftOutRule[];
  /** How many rows were left out, by column and word. */
  readonly #leftOutCounts = new Map<string, { column: string; word: string; count: number }>();
  readonly #unused: UnusedColumns;
  #unassessed = 0;

  /** @throws InputError if the file lacks columns that the mapping names */
  constructor(mapping: Mapping, context: MapContext) {
    const { columns, path } = context;
    this.#context = { header: columns.names, blank: new BlankAdvice(path, mapping.blank) };
    this.#shape = measureHeader(this.#context.header);
    this.#targets = mapTargets(mapping, context);
    this.#dimensions = mapping.dimensions.map((dimension) => mapDimension(dimension, context));
    this.#leftOut = mapping.leaveOut.map(({ column, words, line }) => ({
      column,
      index: context.columns.indexOf(column, line),
      words: new WordSet(words),
    }));
    context.columns.assertFound();
    this.#unused = new UnusedColumns(context, this.#shape.ownCount);
    const isMade = (name: ColumnName) =>
      this.#targets.has(name) ||
      (this.#dimensions.length > 0 && DIMENSION_COLUMNS.some((one) => one === name));
    this.columns = [...COLUMNS.filter(isMade), ...(this.#shape.hasRejectionColumns ? REJECTED_COLUMNS : [])];
  }

  /**
   * What to say of all rows, once they have been mapped.
   *
   * @param ignoredColumns columns that the mapping need not use
   */
  listWarnings(ignoredColumns: readonly string[]): Phrase[] {
    const counts = [...this.#leftOutCounts.values()];
    const words = counts.map((one) => phrase("leftOutWord", one));
    const count = counts.reduce((sum, one) => sum + one.count, 0);
    return [
      ...(count > 0 ? [phrase("leftOut", { count, words })] : []),
      ...(this.#unassessed > 0 ? [phrase("notAssessed", { count: this.#unassessed })] : []),
      ...this.#unused.describe(ignoredColumns),
    ];
  }

  /** The records that a row becomes: one for each of its dimensions; none if it is left out. */
  map(record: TableRecord): MappedRecord[] {
    if (!record.fault && !record.cellFaults && isBlank(record.cells)) return [];
    const fault = record.fault ?? this.#checkWidth(record);
    if (fault) return [this.#createUnreadable(record, fault)];
    if (this.#isLeftOut(record)) return [];
    this.#unused.look(record);
    const cells = new Map([...this.#targets].map(([name, map]) => [name, map(record)]));
    const dimensions = this.#dimensions.flatMap((map) => map(record));
    if (!tookPlace(cells) && !isAssessed(cells, dimensions)) {
      if (cells.get("username")?.text) this.#unassessed++;
      cells.set("username", BLANK_CELL);
      return [this.#create(record, cells)];
    }
    if (dimensions.length === 0) return [this.#create(record, cells)];
    return dimensions.map((dimension, index) => this.#create(record, cells, dimension, index === 0));
  }

  #create(
    record: TableRecord,
    cells: ReadonlyMap<ColumnName, MappedCell>,
    dimension?: MappedDimension,
    isFirst = true,
  ): MappedRecord {
    const all = dimension ? new Map([...cells, ...toCells(dimension)]) : cells;
    return new MappedRecord(record, this.#context, this.#arrange(record, all), { isFirst });
  }

  /** A record that cannot be read as a whole; with its id, if that is sure, the rows around it can be. */
  #createUnreadable(record: TableRecord, fault: RecordFault): MappedRecord {
    const id = this.#targets.get("external_id")?.(record);
    // A missing or additional comma shifts the cells after it, but not the first one.
    const isSure =
      id?.source === 0 || (record.fault && (id?.source ?? record.cells.length) < record.cells.length);
    const cells = new Map<ColumnName, MappedCell>(id && isSure ? [["external_id", id]] : []);
    return new MappedRecord(record, this.#context, this.#arrange(record, cells), { fault });
  }

  /** Cells in the order of the columns, those of a file of rejected rows unchanged. */
  #arrange(record: TableRecord, cells: ReadonlyMap<string, MappedCell>): MappedCell[] {
    const { ownCount, hasRejectionColumns } = this.#shape;
    const rejected = hasRejectionColumns
      ? REJECTED_COLUMNS.map((_, i) => readOwnCell(record, ownCount + i))
      : [];
    const own = this.columns.slice(0, this.columns.length - rejected.length);
    return [...own.map((name) => cells.get(name) ?? BLANK_CELL), ...rejected];
  }

  #checkWidth(record: TableRecord): RecordFault | undefined {
    const { cells, omitsBlanks } = record;
    const { count, ownCount } = this.#shape;
    const isWhole = (omitsBlanks || cells.length >= ownCount) && isBlank(cells.slice(count));
    return isWhole ? undefined : createWidthFault(record, count);
  }

  #isLeftOut(record: TableRecord): boolean {
    for (const { column, index, words } of this.#leftOut) {
      const { text: word } = readOwnCell(record, index);
      if (!words.has(word)) continue;
      const key = JSON.stringify([column, word]);
      const counted = this.#leftOutCounts.get(key) ?? { column, word, count: 0 };
      counted.count++;
      this.#leftOutCounts.set(key, counted);
      return true;
    }
    return false;
  }
}

function mapTargets({ targets }: Mapping, context: MapContext): ReadonlyMap<ColumnName, CellMapper> {
  const mappers = new Map<ColumnName, CellMapper>();
  const map = (name: ColumnName, source: Source): CellMapper => {
    switch (source.kind) {
      case "column":
        return mapColumn(name, source, context);
      case "text":
        return mapText(name, source, context);
      case "minutes":
        return mapMinutes(source, mappers.get("begin_time") ?? (() => BLANK_CELL), context);
    }
  };
  // In the order of the columns: the end may count from the beginning.
  for (const name of COLUMNS) {
    const source = targets.get(name);
    if (source) mappers.set(name, map(name, source));
  }
  return mappers;
}

function toCells({ title, description, type, value }: MappedDimension): [ColumnName, MappedCell][] {
  return [
    ["dimension_title", { text: title, source: value.source }],
    ["dimension_description", { text: description, source: value.source }],
    ["dimension_type", { text: type, source: value.source }],
    ["dimension_value", value],
  ];
}

/** Whether an interview took place, as far as the row says. */
function tookPlace(cells: ReadonlyMap<ColumnName, MappedCell>): boolean {
  const status = INTERVIEW_SCHEMA.participateStatuses.find(cells.get("participate_status")?.text ?? "");
  return status === undefined || status === ParticipateStatus.Participated;
}

/** Whether a row says something of the candidate. */
function isAssessed(
  cells: ReadonlyMap<ColumnName, MappedCell>,
  dimensions: readonly MappedDimension[],
): boolean {
  const columns: readonly ColumnName[] = ["conclusion", "comment", "dimension_value"];
  return columns.some((name) => cells.get(name)?.text) || dimensions.some(({ isAnswer }) => isAnswer);
}

import type { Phrase } from "../../../messages/phrase.js";
import type { TimeZone } from "../../rows/time-zone.js";
import { measureHeader } from "../../table/schema/header-shape.js";
import type { TableRecord } from "../../table/table-record.js";
import type { RejectedWriter, TableSource } from "../../table/table-source.js";
import type { Mapping } from "../file/mapping.js";
import { BlankAdvice } from "./blank-advice.js";
import { readLookup } from "./lookup-table.js";
import { MappedRecord } from "./mapped-record.js";
import { OwnColumns } from "./own-columns.js";
import { RowMapper } from "./row-mapper.js";

export interface MappedSourceOptions {
  readonly mapping: Mapping;
  readonly zone: TimeZone | undefined;
  /** Columns that the mapping need not use. */
  readonly ignoreColumns?: readonly string[] | undefined;
  /** The list that warnings of the input as a whole are added to. */
  readonly warnings: Phrase[];
}

/** A person's own table, in this tool's columns. */
export class MappedSource implements TableSource {
  readonly #own: TableSource;
  readonly #options: MappedSourceOptions;
  #ownHeader: TableRecord | undefined;
  #lookups: ReadonlyMap<string, ReadonlyMap<string, string>> | undefined;
  #hasWarned = false;

  constructor(own: TableSource, options: MappedSourceOptions) {
    this.#own = own;
    this.#options = options;
  }

  get rejectedFormat(): TableSource["rejectedFormat"] {
    return this.#own.rejectedFormat;
  }

  get packRejected(): TableSource["packRejected"] {
    return this.#own.packRejected;
  }

  rereadableBytes(): Promise<number | undefined> {
    return this.#own.rereadableBytes();
  }

  async *records(): AsyncGenerator<TableRecord> {
    const { mapping, zone, ignoreColumns = [], warnings } = this.#options;
    const { path, dateOrder } = mapping;
    this.#lookups ??= await readLookups(mapping);
    const lookups = this.#lookups;
    let mapper: RowMapper | undefined;
    for await (const record of this.#own.records()) {
      if (mapper) {
        if (!isRepeated(record, this.#ownHeader)) yield* mapper.map(record);
        continue;
      }
      this.#ownHeader = record;
      const columns = new OwnColumns(record.cells, path);
      mapper = new RowMapper(mapping, { path, columns, lookups, dateOrder, zone });
      yield new MappedRecord(
        record,
        { header: record.cells, blank: new BlankAdvice(path, mapping.blank) },
        mapper.columns.map((text) => ({ text })),
      );
    }
    if (!this.#hasWarned) warnings.push(...(mapper?.listWarnings(ignoreColumns) ?? []));
    this.#hasWarned = true;
  }

  /** Rejected rows are the person's own. */
  createRejectedWriter(header: TableRecord): RejectedWriter {
    const own = this.#ownHeader ?? header;
    return this.#own.createRejectedWriter(own, measureHeader(own.cells));
  }
}

async function readLookups({
  targets,
  path,
}: Mapping): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const lookups = new Map<string, ReadonlyMap<string, string>>();
  for (const source of targets.values()) {
    if (source.kind !== "column" || source.lookup === undefined || lookups.has(source.lookup)) continue;
    lookups.set(source.lookup, await readLookup(source.lookup, path));
  }
  return lookups;
}

/** Whether a record repeats the header, as it does in two files that were joined. */
function isRepeated({ cells, fault }: TableRecord, header: TableRecord | undefined): boolean {
  if (fault || !header || cells.length < measureHeader(header.cells).count) return false;
  return cells.every((cell, index) => cell === (header.cells[index] ?? ""));
}

import type { InterviewRow, PackRejected, RejectionNote } from "../rows/interview-row.js";
import type { HeaderShape } from "./schema/header-shape.js";
import type { TableRecord } from "./table-record.js";

/** Where a table's records come from: a CSV, a sheet of a workbook. */
export interface TableSource {
  /** The format of the file of rejected rows. */
  readonly rejectedFormat: "csv" | "xlsx";
  /** How many bytes there are; undefined if `records` can be called only once. */
  rereadableBytes(): Promise<number | undefined>;
  /**
   * The records from the header on, in order.
   *
   * @throws InputError if the input cannot be read any further
   */
  records(): AsyncIterable<TableRecord>;
  createRejectedWriter(header: TableRecord, shape: HeaderShape): RejectedWriter;
  /** Makes a workbook of what the writer has written. Undefined if that needs no more. */
  readonly packRejected?: PackRejected | undefined;
}

/** Writes the file of rejected rows in the format of the input. */
export interface RejectedWriter {
  /** What the file begins with. */
  readonly header: string;
  /** The row's own records, unchanged, with the reason beside them, line ends included. */
  formatRow(row: InterviewRow, note: RejectionNote): string;
}

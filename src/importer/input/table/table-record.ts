import type { Phrase } from "../../messages/phrase.js";

/** One record of a table: a CSV's record, a row of a sheet, or what a mapping makes of one. */
export interface TableRecord {
  /** If the record has a fault, only those before it. */
  readonly cells: readonly string[];
  /** The 1-based line, or row of a sheet, on which it begins. Records with the same line are one row of the input. */
  readonly line: number;
  /** Why it cannot be read. */
  readonly fault: RecordFault | undefined;
  /** Cells that cannot be read as what they are, by index. */
  readonly cellFaults?: ReadonlyMap<number, CellFault> | undefined;
  /** The options of cells that a mapping has separated, by index: one may hold the bar that `cells` joins them by. */
  readonly options?: ReadonlyMap<number, readonly string[]> | undefined;
  /** Whether blank cells at its end are left out: then a short record lacks nothing. */
  readonly omitsBlanks?: boolean | undefined;
  /** Its length in the input, with the line end. */
  readonly bytes: number;
  /** About how many bytes are held for it. @default `bytes` */
  readonly heldBytes?: number | undefined;
  /** Its own text without the line end, unchanged, as the file of rejected rows gets it. */
  readonly raw: string;
  /** What is expected of the cell at an index, with what a mapping can do about it. */
  explain?(index: number, expected: Phrase): Phrase;
  /** Where the record is, or the cell at an index. */
  locate(index?: number): CellPlace;
}

/** What was expected, and what was found instead. */
export interface Fault {
  readonly expected: Phrase;
  readonly received: Phrase;
}

export interface RecordFault extends Fault {
  /** It is unclear which of the record's cells belongs to which column. */
  readonly isMisaligned?: boolean | undefined;
  /** Where it is, if not just in the record. */
  readonly at?: CellPlace | undefined;
}

export interface CellFault extends Fault {
  /** It matters only in an id: any other number may have lost its last digits without harm. */
  readonly onlyInIds?: boolean | undefined;
}

/** A place in the input, for problems. */
export interface CellPlace {
  /** `line 7`, `row 7 of sheet 面试`. */
  readonly text: Phrase;
  /** The 1-based column in the person's own file. */
  readonly column?: number | undefined;
  /** The name of that column, if it is not ours. */
  readonly field?: string | undefined;
  readonly sheet?: string | undefined;
  /** The address of a workbook's cell, such as `D7`. */
  readonly cell?: string | undefined;
}

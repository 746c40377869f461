import type { ExternalInterviewCreate } from "../../../../generated/schema.js";
import type { Language } from "../../../messages/language.js";
import type { Phrase } from "../../messages/phrase.js";
import type { Mapping } from "../mapping/file/mapping.js";

/** One interview of the input: what to send, or why it cannot be sent. */
export type InterviewRow = ValidRow | InvalidRow;

interface Row {
  /** The 1-based line on which it begins. */
  readonly line: number;
  /**
   * The input's own text, unchanged and without line ends: one JSON text, or a CSV's records. Only the beginning of a
   * row that is too long.
   */
  readonly readRaw: () => readonly string[];
  /** Its length in UTF-8, with the line end if there is one. */
  readonly bytes: number;
  /** Its `external_id`, if that could be read; an invalid row's too. */
  readonly externalId: string | undefined;
  /** The key that a job made for it, if it has no `external_id` and comes from a file of rejected rows. */
  readonly assignedId?: string | undefined;
  /** What looks wrong, but does not keep it from being sent. */
  readonly warnings: readonly RowProblem[];
}

/** A row that can be sent. */
export interface ValidRow extends Row {
  /** The request body. */
  readonly body: ExternalInterviewCreate;
  readonly problems: readonly [];
  /**
   * The cell of a table that a JSON pointer into the body comes from, or the row for an empty one; undefined if it
   * comes from no one cell. Only a table's rows have it.
   */
  readonly locate?: LocateField | undefined;
}

export type LocateField = (pointer: string) => FieldPlace | undefined;

/** A place in the input, as problems name it. */
export type FieldPlace = Omit<RowProblem, "expected" | "received" | "message">;

/** A row that must not be sent. */
export interface InvalidRow extends Row {
  readonly body: undefined;
  /** Why; at least one. */
  readonly problems: readonly [RowProblem, ...RowProblem[]];
}

/** One thing that is wrong, and where. Texts of the input are described, not repeated: they may be about people. */
export interface RowProblem {
  /** 1-based. */
  readonly line: number;
  /** 1-based: the cell in a record, or the character in a line that is not JSON. */
  readonly column?: number | undefined;
  /** The workbook's sheet. */
  readonly sheet?: string | undefined;
  /** The cell's address in the sheet, such as `D7`. */
  readonly cell?: string | undefined;
  /** A column by its name, or a JSON pointer into the body; empty if it is about the row as a whole. */
  readonly field: string;
  /** Where the row is, for a text in another language than English. */
  readonly place: Phrase;
  readonly expected: Phrase;
  readonly received: Phrase;
  /** All of it in one English sentence. */
  readonly message: string;
}

/** Why a row was rejected, here or by Feishu. */
export interface Rejection {
  readonly reason: Phrase;
  /** What is wrong with a row that was not sent for it. */
  readonly problems?: readonly RowProblem[] | undefined;
  readonly field?: string | undefined;
  /** Feishu's error code. */
  readonly code?: number | undefined;
  readonly logId?: string | undefined;
  /** The key that was made for it, if it has no `external_id`. Once it is fixed, it keeps that one. */
  readonly key?: string | undefined;
}

/** A rejection as the file of rejected rows has it. */
export interface RejectionNote extends Omit<Rejection, "reason" | "problems"> {
  readonly reason: string;
  /** The language that the reason is in. @default "en" */
  readonly language?: Language | undefined;
}

export type InputFormat = "csv" | "jsonl" | "json" | "xlsx";

export interface InputOptions {
  readonly format: InputFormat;
  /**
   * For times without an offset: an IANA name (`Asia/Shanghai`) or an offset (`+08:00`).
   *
   * @default none: such times are invalid.
   */
  readonly timeZone?: string | undefined;
  /**
   * The text's encoding, as the Encoding Standard names it: `gb18030`, `big5`, `windows-1252`, `utf-16le` …
   *
   * @default what a byte order mark says; otherwise UTF-8 or, for a CSV that is almost certainly in it, GB18030
   */
  readonly encoding?: string | undefined;
  /** Which columns of a table become what, from `readMapping`. @default none: the table has this tool's columns */
  readonly mapping?: Mapping | undefined;
  /**
   * Columns that may be lost: unknown ones, and those that a mapping does not use. A text that is not a column's name
   * is several names, separated by commas.
   *
   * @default none: those that hold anything cause a warning
   */
  readonly ignoreColumns?: readonly string[] | undefined;
  /** The name of a workbook's sheet. @default the only visible one with rows */
  readonly sheet?: string | undefined;
  /**
   * The keys that lead to the list of interviews in JSON, joined by dots: `data`, `data.items`. There may be several
   * such objects, one after the other.
   *
   * @default none: the input is an array, or an interview a line.
   */
  readonly items?: string | undefined;
}

/** A column that is ignored. */
export interface UnknownColumn {
  /** As the header has it; by its place, such as `column 9`, if it has none. */
  readonly name: string;
  /** Its place, from 1, if it has no name. */
  readonly number: number | undefined;
  /** The same for a message. */
  readonly label: Phrase;
  /** The column that it may be meant as. */
  readonly meant: string | undefined;
  /** Whether it has a value somewhere. True also if the input can be read only once, and nobody knows. */
  readonly hasValues: boolean;
}

/** Makes a file at `path` of the rejected rows that were written to `textPath`. */
export type PackRejected = (textPath: string, path: string) => Promise<void>;

/** The interviews of one file or stream, read once, in order, one at a time. */
export interface InterviewInput extends AsyncIterable<InterviewRow> {
  /** The zone of its local times, if one was given. All runs of a job must use the same. */
  readonly timeZone?: string | undefined;
  /** Identifies what a table's mapping says, if it has one. All runs of a job must use the same. */
  readonly mapping?: string | undefined;
  /** Warnings about the input as a whole. Complete once all rows have been read. */
  readonly warnings: readonly Phrase[];
  /** A table's columns that are ignored; known once the first row has been read. */
  readonly unknownColumns?: readonly UnknownColumn[] | undefined;
  /** The format of the file of rejected rows, and its extension. */
  readonly rejectedFormat: "csv" | "jsonl" | "xlsx";
  /** What the file of rejected rows begins with. A CSV's is known once the first row has been read. */
  readonly rejectedHeader: string;
  /**
   * A row for the file of rejected rows: unchanged, with the reason beside it, line end included. The reader
   * ignores the reason, so the file can be fixed and imported.
   */
  formatRejected(row: InterviewRow, note: RejectionNote): string;
  /** Makes a workbook of rejected rows that were written to a file. Undefined if that file needs no more. */
  readonly packRejected?: PackRejected | undefined;
}

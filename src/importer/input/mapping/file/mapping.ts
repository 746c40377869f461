import type { ColumnName } from "../../table/schema/table-schema.js";

export const DATE_ORDERS = ["year/month/day", "month/day/year", "day/month/year"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** A column of the person's file, and how its words are read. */
export interface ColumnSource {
  readonly kind: "column";
  readonly column: string;
  readonly line: number;
  /** Words of theirs → words of ours. */
  readonly values: ReadonlyMap<string, string> | undefined;
  /** A CSV beside the mapping, of two columns: the old system's id, Feishu's id. */
  readonly lookup: string | undefined;
  /** What a blank cell means. */
  readonly default: string | undefined;
  /** Words that mean a blank cell. */
  readonly blank: readonly string[];
}

/** A text with columns in it; a constant if it has none. */
export interface TextSource {
  readonly kind: "text";
  readonly parts: readonly TextPart[];
  readonly line: number;
  /** Words that mean a blank cell. */
  readonly blank: readonly string[];
}

export type TextPart = { readonly text: string } | { readonly column: string };

/** A duration after `begin_time`. */
export interface MinutesSource {
  readonly kind: "minutes";
  readonly column: string;
  readonly line: number;
  /** Words that mean a blank cell. */
  readonly blank: readonly string[];
}

export type Source = ColumnSource | TextSource | MinutesSource;

/** A column of the person's file that holds an answer, and so becomes a dimension. */
export interface DimensionSource {
  readonly columns: readonly string[];
  readonly line: number;
  /** A word of `dimension_type`. */
  readonly type: string;
  /** The column's name if there is none. */
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly values: ReadonlyMap<string, string> | undefined;
  readonly split: string | undefined;
  readonly blank: readonly string[];
  /** The name of the column with the note; `{column}` is the dimension's own. */
  readonly note: string | undefined;
}

/** Which columns of a person's file become what. */
export interface Mapping {
  /** The file's name, for messages. */
  readonly path: string;
  readonly targets: ReadonlyMap<ColumnName, Source>;
  readonly dimensions: readonly DimensionSource[];
  readonly leaveOut: readonly LeftOut[];
  /** The words that mean a blank cell in every column. */
  readonly blank: BlankWords;
  readonly timeZone: string | undefined;
  readonly dateOrder: DateOrder | undefined;
  readonly sheet: string | undefined;
}

/** The first and the last line of something. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

export interface BlankWords {
  readonly words: readonly string[];
  /** The lines of the setting; undefined if the mapping has none. */
  readonly lines: LineRange | undefined;
  /** Whether each word is on a line of its own, after a dash. */
  readonly isBlock: boolean;
}

/** Rows that are left out: those that have one of the words in the column. */
export interface LeftOut {
  readonly column: string;
  readonly words: ReadonlySet<string>;
  readonly line: number;
}

import { basename } from "node:path";
import type { Language } from "../../../../messages/language.js";
import { phrase, type TextStyle } from "../../../messages/phrase.js";
import { InputError } from "../../input-error.js";
import { findFormat, isTableFormat, openTable } from "../../open-table.js";
import type { InputOptions } from "../../rows/interview-row.js";
import { createTitleError, isTitle } from "../../table/schema/table-columns.js";
import { ColumnProfile } from "./column-profile.js";
import { type GuessedColumns, guessColumns } from "./guess-columns.js";
import { writeDraft } from "./write-draft.js";

/** A mapping as far as a file says it. */
export interface MappingDraft {
  /** The mapping file's text. */
  readonly text: string;
  /** How many blanks a person must fill in. */
  readonly blanks: number;
  /** How many columns were understood, of how many. */
  readonly understood: number;
  readonly columns: number;
}

/** How a table is read, and a mapping is drafted. */
export interface DraftOptions extends InputOptions, Pick<TextStyle, "nameProgram"> {
  /** Language of the comments. @default "en" */
  readonly language?: Language | undefined;
}

/**
 * Drafts a mapping from the table that it is for.
 *
 * @param path a CSV or a workbook
 * @throws InputError if it is not a table, cannot be read, or has no rows
 */
export async function draftMapping(path: string, options: DraftOptions): Promise<MappingDraft> {
  const format = findFormat(path, options);
  if (!isTableFormat(format)) throw new InputError(phrase("mappingOfTable"));
  const source = openTable(path, { ...options, format }, []);
  let columns: ColumnProfile[] | undefined;
  let rows = 0;
  let titleError: InputError | undefined;
  for await (const record of source.records()) {
    const { cells, fault } = record;
    if (fault) continue;
    if (columns) {
      rows++;
      if (titleError && !isTitle(cells)) throw titleError;
      for (const column of columns) column.add(cells[column.index] ?? "");
      continue;
    }
    columns = cells.map((cell, index) => new ColumnProfile(cell.trim(), index));
    if (isTitle(cells)) titleError = createTitleError(cells, record.locate().text);
  }
  if (!columns || rows === 0) throw new InputError(phrase("noInterviews"));
  const guessed = guessColumns(columns);
  const { text, blanks } = writeDraft(guessed, {
    file: basename(path),
    sheet: options.sheet,
    language: options.language ?? "en",
    nameProgram: options.nameProgram,
  });
  const named = columns.filter((column) => column.name !== "").length;
  return { text, blanks, understood: countUnderstood(guessed), columns: named };
}

function countUnderstood({ targets, nameParts, talent, duration }: GuessedColumns): number {
  return targets.size + nameParts.length + (talent ? 1 : 0) + (duration ? 1 : 0);
}

import type { Language } from "../../../../messages/language.js";
import type { Arguments, Message } from "../../../../messages/message.js";
import { Phrase, type PhraseValue, type TextStyle } from "../../../messages/phrase.js";
import { meansNoValue } from "../../rows/check-ids.js";
import { INTERVIEW_SCHEMA } from "../../table/schema/interview-schema.js";
import { type ColumnName, findEnumCells, listColumns } from "../../table/schema/table-schema.js";
import { listYaml, quoteYaml } from "../quote-yaml.js";
import type { ColumnProfile } from "./column-profile.js";
import { draftMessages } from "./draft-messages.js";
import type { GuessedColumns } from "./guess-columns.js";
import { isLeftOut, SAFE_WORDS } from "./safe-words.js";

/** Words of a column that is not used are shown only if they are few: names and comments are not. */
const MAX_SHOWN_WORDS = 8;

/** Lines of a draft, and how many of them a person must complete. */
class DraftLines {
  readonly #lines: string[] = [];
  readonly #language: Language;
  readonly #nameProgram: TextStyle["nameProgram"];
  blanks = 0;

  constructor({ language, nameProgram }: DraftFacts) {
    this.#language = language;
    this.#nameProgram = nameProgram;
  }

  translate<M extends Message>(message: M, ...[parameters]: Arguments<M, PhraseValue>): string {
    return new Phrase("draft", message, parameters).format(this.#language, {
      nameProgram: this.#nameProgram,
    });
  }

  add(line: string, comment = ""): void {
    this.#lines.push(comment === "" ? line : `${line}  # ${comment.replaceAll(/\s+/g, " ")}`);
  }

  addBlank(line: string, comment: string): void {
    this.blanks++;
    this.add(line, comment);
  }

  toString(): string {
    return `${this.#lines.join("\n")}\n`;
  }
}

/** What a draft is for. */
export interface DraftFacts extends Pick<TextStyle, "nameProgram"> {
  readonly file: string;
  /** The workbook's sheet, if it was named. */
  readonly sheet: string | undefined;
  /** Language of the comments. */
  readonly language: Language;
}

export function writeDraft(guessed: GuessedColumns, facts: DraftFacts): { text: string; blanks: number } {
  const { file, sheet } = facts;
  const lines = new DraftLines(facts);
  if (sheet !== undefined) lines.add(`sheet: ${quoteYaml(sheet)}`);
  for (const { name } of listColumns(INTERVIEW_SCHEMA)) {
    const column = guessed.targets.get(name);
    if (column) addTarget(lines, name, column);
    else if (name === "external_application_id" && guessed.talent) addLookup(lines, guessed.talent);
    else if (name === "external_application_id") addMissingApplication(lines);
    else if (name === "username" && guessed.nameParts.length > 0) addName(lines, guessed.nameParts);
    else if (name === "end_time" && guessed.duration) addDuration(lines, guessed.duration);
  }
  addTimes(lines, guessed);
  addLeftOut(lines, guessed);
  addBlankWords(lines, guessed);
  addOthers(lines, guessed.others);
  const head = lines.translate(draftMessages.head, { file: quoteFile(file) });
  return { text: head + lines.toString(), blanks: lines.blanks };
}

function quoteFile(file: string): string {
  return file.includes(" ") ? `"${file}"` : file;
}

function addTarget(lines: DraftLines, name: ColumnName, column: ColumnProfile): void {
  if (name === "conclusion" || name === "participate_status") addWords(lines, name, column);
  else if (name === "external_application_id" && column.foreignId !== undefined) addLookup(lines, column);
  else lines.add(`${name}: ${quoteYaml(column.name)}`);
}

/** @param column ids of another system, or of talents */
function addLookup(lines: DraftLines, column: ColumnProfile): void {
  lines.add("external_application_id:");
  lines.add(`  column: ${quoteYaml(column.name)}`);
  lines.addBlank("  lookup:", lines.translate(draftMessages.lookup));
}

function addMissingApplication(lines: DraftLines): void {
  lines.addBlank("external_application_id:", lines.translate(draftMessages.application));
}

function addWords(lines: DraftLines, name: "conclusion" | "participate_status", column: ColumnProfile): void {
  lines.add(`${name}:`);
  lines.add(`  column: ${quoteYaml(column.name)}`);
  if (!column.words) return;
  const words = [...column.words].filter(([word]) => !isLeftOut(word) && !meansNoValue(word));
  if (words.length === 0) return;
  const choices = findEnumCells(INTERVIEW_SCHEMA, name);
  lines.add("  values:", lines.translate(draftMessages.choices, { choices: choices?.list ?? [] }));
  for (const [word, count] of words) {
    const known = SAFE_WORDS[name].get(word.toLowerCase());
    const own = /^\d+$/.test(word) || choices?.find(word) === undefined ? undefined : word;
    const key = `    ${quoteYaml(word)}:`;
    const meaning = known ?? own;
    const rows = lines.translate(draftMessages.rows, { count });
    if (meaning !== undefined) lines.add(`${key} ${quoteYaml(meaning)}`, rows);
    else lines.addBlank(key, rows);
  }
}

function addName(lines: DraftLines, parts: readonly ColumnProfile[]): void {
  lines.add("username:");
  lines.add(`  text: ${JSON.stringify(parts.map(({ name }) => `{${name}}`).join(" "))}`);
}

function addDuration(lines: DraftLines, { name }: ColumnProfile): void {
  lines.add("end_time:");
  lines.add(`  minutes: ${quoteYaml(name)}`, lines.translate(draftMessages.minutes));
}

function addTimes(lines: DraftLines, { targets }: GuessedColumns): void {
  const columns = [targets.get("begin_time"), targets.get("end_time")].flatMap((column) => column ?? []);
  const date = columns.map(({ unorderedDate }) => unorderedDate).find((example) => example !== undefined);
  if (columns.some(({ hasLocalTimes }) => hasLocalTimes))
    lines.addBlank("time_zone:", lines.translate(draftMessages.timeZone));
  if (date !== undefined) lines.addBlank("date_order:", lines.translate(draftMessages.dateOrder, { date }));
}

function addLeftOut(lines: DraftLines, { targets }: GuessedColumns): void {
  const column = targets.get("participate_status");
  const words = [...(column?.words ?? [])].filter(([word]) => isLeftOut(word));
  if (!column || words.length === 0) return;
  lines.add("leave_out:", lines.translate(draftMessages.leaveOut));
  const count = words.reduce((sum, [, times]) => sum + times, 0);
  lines.add(
    `  ${quoteYaml(column.name)}: ${listYaml(words.map(([word]) => word))}`,
    lines.translate(draftMessages.rows, { count }),
  );
}

/** The words for no value among those of a choice, which has none for them. */
function addBlankWords(lines: DraftLines, { targets }: GuessedColumns): void {
  const columns = [targets.get("participate_status"), targets.get("conclusion")];
  const words = columns.flatMap((column) => [...(column?.words?.keys() ?? [])]).filter(meansNoValue);
  if (words.length > 0)
    lines.add(`blank: ${listYaml([...new Set(words)])}`, lines.translate(draftMessages.blank));
}

function addOthers(lines: DraftLines, others: readonly ColumnProfile[]): void {
  if (others.length === 0) return;
  lines.add("");
  lines.add(lines.translate(draftMessages.others));
  // No blank after the mark: without the mark the line is as YAML wants it.
  lines.add("#dimensions:");
  for (const column of others) {
    lines.add(`#  - column: ${quoteYaml(column.name)}`, describeCells(lines, column));
    lines.add(`#    type: ${guessType(column)}`, lines.translate(draftMessages.types));
  }
}

function describeCells(lines: DraftLines, { filled, words }: ColumnProfile): string {
  const isNumeric = [...(words?.keys() ?? ["-"])].every((word) => /^[\d.]+$/.test(word));
  if (!words || words.size > MAX_SHOWN_WORDS || (words.size === filled && !isNumeric))
    return lines.translate(draftMessages.filled, { count: filled });
  return lines.translate(draftMessages.words, {
    words: [...words].map(([word, count]) => new Phrase("word", draftMessages.word, { word, count })),
  });
}

function guessType({ words, filled }: ColumnProfile): string {
  if (!words || filled === 0) return "Description";
  const all = [...words.keys()];
  if (all.every((word) => /^\d+$/.test(word))) return "Score";
  return all.length <= MAX_SHOWN_WORDS && all.length < filled ? "SingleChoice" : "Description";
}

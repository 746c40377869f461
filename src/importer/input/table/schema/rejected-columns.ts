import type { Language } from "../../../../messages/language.js";
import type { InterviewRow, RejectionNote } from "../../rows/interview-row.js";

/**
 * The columns that a file of rejected rows has after its own. Of them only the key is read that was made for a row
 * without `external_id`, so that the row keeps it. The reason comes last: it is never blank, and a spreadsheet drops
 * blank cells at a row's end.
 */
export const REJECTED_COLUMNS = [
  "rejected_code",
  "rejected_log_id",
  "rejected_external_id",
  "rejected_field",
  "rejected_reason",
] as const;

export type RejectedColumn = (typeof REJECTED_COLUMNS)[number];

/** The field of a problem that leaves open which cell belongs to which column. */
export const MISALIGNED_FIELD = "(cells)";

/** What `rejected_field` holds as long as that is open, in each language: a file may be fixed under the other one. */
export const MISALIGNED_MARKS: Readonly<Record<Language, string>> = {
  en: "clear this cell once the others are right",
  zh: "其他单元格改好后，请清空此格",
};

/** What `rejected_field` holds for a row: its field, or the mark. */
export function chooseMark(row: InterviewRow, { field = "", language = "en" }: RejectionNote): string {
  const isMisaligned = row.problems.some((problem) => problem.field === MISALIGNED_FIELD);
  return isMisaligned ? MISALIGNED_MARKS[language] : field;
}

export function isMisalignedMark(text: string): boolean {
  return Object.values(MISALIGNED_MARKS).includes(text);
}

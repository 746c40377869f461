import { phrase } from "../messages/phrase.js";
import { InputError } from "./input-error.js";
import type { InterviewInput } from "./rows/interview-row.js";

const COMMA = /[,，]/;

/**
 * Columns that are not known and have values would be lost silently.
 *
 * @param ignored names of columns; one that no column has is a list of names, separated by commas
 * @throws InputError
 */
export function assertColumnsKnown(
  { unknownColumns = [] }: InterviewInput,
  ignored: readonly string[] = [],
): void {
  const columns = unknownColumns.map(({ name, hasValues }) => ({ name: name.trim(), hasValues }));
  const isColumn = (text: string) => columns.some(({ name }) => name === text.trim());
  const names = new Set(
    ignored.flatMap((text) => (isColumn(text) ? [text] : text.split(COMMA))).map((name) => name.trim()),
  );
  const lost = columns.filter(({ name, hasValues }) => hasValues && !names.has(name)).map(({ name }) => name);
  if (lost.length === 0) return;
  const plain = lost.filter((name) => !COMMA.test(name)).join(",");
  const lists = [...(plain === "" ? [] : [plain]), ...lost.filter((name) => COMMA.test(name))];
  throw new InputError(
    phrase("columnsWouldBeLost", {
      columns: lost.map((name) => phrase("quoted", { text: name })),
      flags: lists.map((list) => `--ignore-columns "${list}"`).join(" "),
    }),
  );
}

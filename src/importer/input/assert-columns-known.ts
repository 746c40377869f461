import { phrase } from "../messages/phrase.js";
import { InputError } from "./input-error.js";
import type { InterviewInput, UnknownColumn } from "./rows/interview-row.js";

const COMMA = /[,，]/;

/**
 * Rejects unknown columns that have values, unless they are ignored by name: their data would be lost silently.
 *
 * @param ignored names of columns; one that no column has is a list of names, separated by commas
 * @throws InputError
 */
export function assertColumnsKnown(
  { unknownColumns = [] }: Pick<InterviewInput, "unknownColumns">,
  ignored: readonly string[] = [],
): void {
  const filled = unknownColumns.filter(({ hasValues }) => hasValues);
  const names = readIgnored(
    ignored,
    filled.map(({ name }) => name),
  );
  const columns = filled.filter(({ name }) => !names.has(name.trim()));
  if (columns.length === 0) return;
  const flags = {
    en: formatFlags(columns.map(({ name }) => name.trim())),
    zh: formatFlags(columns.map(nameInChinese)),
  };
  throw new InputError(phrase("columnsWouldBeLost", { columns: columns.map(({ label }) => label), flags }));
}

function nameInChinese({ name, number }: UnknownColumn): string {
  return number === undefined ? name.trim() : phrase("columnNumber", { column: number }).format("zh");
}

function formatFlags(names: readonly string[]): string {
  const plain = names.filter((name) => !COMMA.test(name)).join(",");
  const lists = [...(plain === "" ? [] : [plain]), ...names.filter((name) => COMMA.test(name))];
  return lists.map((list) => `--ignore-columns "${list}"`).join(" ");
}

/**
 * The names that are ignored: a text that is not a column's name is several of them, separated by commas. A column without
 * a name is called by its place, in either language.
 */
export function readIgnored(ignored: readonly string[], columns: readonly string[]): ReadonlySet<string> {
  const known = new Set(columns.map((name) => name.trim()));
  const names = ignored
    .flatMap((text) => (known.has(text.trim()) ? [text] : text.split(COMMA)))
    .map((name) => name.trim());
  return new Set(
    names.map((name) => (known.has(name) ? name : name.replace(/^第\s*(\d+)\s*列$/, "column $1"))),
  );
}

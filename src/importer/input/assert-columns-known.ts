import { phrase } from "../messages/phrase.js";
import { InputError } from "./input-error.js";
import type { InterviewInput } from "./rows/interview-row.js";

/**
 * Columns that are not known and have values would be lost silently.
 *
 * @throws InputError
 */
export function assertColumnsKnown(
  { unknownColumns = [] }: InterviewInput,
  ignored: readonly string[] = [],
): void {
  const lost = unknownColumns.filter(({ name, hasValues }) => hasValues && !ignored.includes(name.trim()));
  if (lost.length === 0) return;
  throw new InputError(
    phrase("columnsWouldBeLost", { columns: lost.map(({ name }) => name.trim()).join(",") }),
  );
}

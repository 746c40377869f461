import { normalizeName } from "./column-name.js";
import { REJECTED_COLUMNS } from "./rejected-columns.js";

/** How wide a table is, and whether a job has written it. */
export interface HeaderShape {
  readonly count: number;
  /** The number of columns without those of a file of rejected rows. */
  readonly ownCount: number;
  /** Whether the last columns are those of a file of rejected rows. */
  readonly hasRejectionColumns: boolean;
}

export function measureHeader(header: readonly string[]): HeaderShape {
  const names = header.map(normalizeName);
  // A spreadsheet makes all rows as wide as the widest.
  const count = names.findLastIndex((name) => name !== "") + 1;
  const named = names.slice(0, count);
  const hasRejectionColumns = REJECTED_COLUMNS.every(
    (name, index) => named.at(index - REJECTED_COLUMNS.length) === name,
  );
  return {
    count,
    ownCount: hasRejectionColumns ? count - REJECTED_COLUMNS.length : count,
    hasRejectionColumns,
  };
}

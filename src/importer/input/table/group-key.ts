import type { TableColumns } from "./schema/table-columns.js";
import type { TableRecord } from "./table-record.js";

/** Returns what identifies an interview: its id or, without one, the cells that it shares with no other. */
export function getGroupKey(records: readonly TableRecord[], columns: TableColumns): string {
  const withId = records.find(({ cells }) => columns.trimmed(cells, "external_id") !== "");
  if (withId) return columns.trimmed(withId.cells, "external_id");
  const cells = records[0]?.cells ?? [];
  const assigned = columns.assignedId(cells);
  if (assigned !== "") return assigned;
  return JSON.stringify(columns.schema.interview.map(({ name }) => columns.trimmed(cells, name)));
}

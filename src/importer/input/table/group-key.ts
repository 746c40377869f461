import type { RecordGroup } from "./group-records.js";
import type { TableColumns } from "./schema/table-columns.js";

/**
 * Returns what identifies an interview: its id or, without one, the cells that it shares with no other. A record that
 * cannot be read may have another's.
 */
export function getGroupKey({ identified, records: all }: RecordGroup, columns: TableColumns): string {
  const records = identified.length > 0 ? identified : all;
  const withId = records.find(({ cells }) => columns.trimmed(cells, "external_id") !== "");
  if (withId) return columns.trimmed(withId.cells, "external_id");
  const cells = records[0]?.cells ?? [];
  const assigned = columns.assignedId(cells);
  if (assigned !== "") return assigned;
  return JSON.stringify(columns.schema.interview.map(({ name }) => columns.trimmed(cells, name)));
}

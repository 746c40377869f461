import { Rejection } from "../../gateway/rejection.js";
import type { ResolvedTestOptions } from "../../options.js";
import type { Records } from "../../store/records.js";

/**
 * Finds a record by its id.
 *
 * @returns undefined if an unknown id gets an empty success
 * @throws Rejection if an unknown id gets anything else
 */
export function findRecord<Value>(
  records: Records<Value>,
  id: string,
  { unknownId, deletedId = unknownId }: ResolvedTestOptions,
): Value | undefined {
  const found = records.find(id);
  if (found) return found;
  const response = records.wasDeleted(id) ? deletedId : unknownId;
  if (response === "emptySuccess") return undefined;
  throw new Rejection(response);
}

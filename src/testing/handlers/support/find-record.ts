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
  options: ResolvedTestOptions,
): Value | undefined {
  const found = records.find(id);
  if (!found) rejectMissing(records.wasDeleted(id), options);
  return found;
}

/** Throws what the id of a missing record gets, unless that is an empty success. */
export function rejectMissing(
  wasDeleted: boolean,
  { unknownId, deletedId = unknownId }: ResolvedTestOptions,
): void {
  const response = wasDeleted ? deletedId : unknownId;
  if (response !== "emptySuccess") throw new Rejection(response);
}

import { operations } from "../../generated/operations.js";

/** An operation's id in the spec. */
export type OperationId = keyof typeof operations;

export function isOperationId(id: string): id is OperationId {
  return Object.hasOwn(operations, id);
}

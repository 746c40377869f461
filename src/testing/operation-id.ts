import { type OperationId, operations } from "../../generated/operations.js";

export function isOperationId(id: string): id is OperationId {
  return Object.hasOwn(operations, id);
}

import { operations } from "../../generated/operations.js";
import type { Variant } from "./calls.js";
import { type Row, rows } from "./rows.js";

/** How a call ends: with its result, or with the row's error. */
export interface Ending {
  readonly outcome: "succeeded" | "failed" | "rejectedOnRepeat";
  /** Undefined if the number of waits decides. */
  readonly attempts: number | undefined;
  readonly mayHaveSucceeded?: boolean;
}

/** A call that meets a fault. */
export interface FaultyCall extends Variant {
  readonly row: Row;
  /** Whether the server applied the attempts that the fault hit. */
  readonly applied: boolean;
  /** Whether the fault hits every attempt, or the first one only. */
  readonly always: boolean;
}

/** Lists the faults that an operation can meet. */
export function listPossibleRows({ operationId }: Variant): Row[] {
  return rows.filter(
    ({ only = operationId, lacksResult }) =>
      only === operationId &&
      (!lacksResult || operations[operationId].requires.some(({ optional }) => !optional)),
  );
}

/** Predicts how a call that meets a fault ends. */
export function predictEnding({ operationId, withKey, row, applied, always }: FaultyCall): Ending {
  const { idempotency } = operations[operationId];
  const repeatable =
    typeof idempotency === "object"
      ? withKey && idempotency.windowMs !== undefined
      : idempotency !== undefined;
  switch (row.meaning) {
    case "rejected":
      return { outcome: "failed", attempts: 1, mayHaveSucceeded: false };
    case "token":
      return always
        ? { outcome: "failed", attempts: 2, mayHaveSucceeded: false }
        : { outcome: "succeeded", attempts: 2 };
    case "limit":
      return always
        ? { outcome: "failed", attempts: undefined, mayHaveSucceeded: false }
        : { outcome: "succeeded", attempts: 2 };
    case "ambiguous": {
      const mayHaveSucceeded = idempotency !== "readOnly";
      if (!repeatable || row.isPermanent) return { outcome: "failed", attempts: 1, mayHaveSucceeded };
      // The first attempt deleted it, so the second finds nothing.
      const gone = applied && operations[operationId].method === "DELETE";
      // A 404 is final, even if its body is too large to be read.
      if (always)
        return { outcome: "failed", attempts: gone && row.fault.kind === "huge" ? 2 : 5, mayHaveSucceeded };
      return { outcome: gone ? "rejectedOnRepeat" : "succeeded", attempts: 2, mayHaveSucceeded };
    }
  }
}

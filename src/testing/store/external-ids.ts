import { operations } from "../../../generated/operations.js";
import type { OperationId, ReceivedRequest } from "../request-log.js";

/** What a create made: it has at least an id. */
export interface Created {
  readonly id: string;
}

/** Use of an `external_id`: since when, and what it made; undefined if it was used up without. */
export interface ExternalIdUse {
  readonly usedAtMs: number;
  readonly created: Created | undefined;
}

/** The `external_id`s in use, for each operation apart. */
export class ExternalIds {
  readonly #uses = new Map<string, ExternalIdUse>();

  /** Finds the use of the request's `external_id` within the operation's window. */
  findUse({ operationId, externalId }: ReceivedRequest, nowMs: number): ExternalIdUse | undefined {
    const { idempotency } = operations[operationId];
    if (externalId === undefined || typeof idempotency !== "object") return undefined;
    const use = this.#uses.get(formatKey(operationId, externalId));
    return use && nowMs - use.usedAtMs < (idempotency.windowMs ?? Number.POSITIVE_INFINITY) ? use : undefined;
  }

  /** Marks the request's `external_id` as used, unless it is in use. */
  markUsed(request: ReceivedRequest, created: Created | undefined, nowMs: number): void {
    const { operationId, externalId } = request;
    if (externalId === undefined || this.findUse(request, nowMs)) return;
    this.#uses.set(formatKey(operationId, externalId), { usedAtMs: nowMs, created });
  }
}

function formatKey(operationId: OperationId, externalId: string): string {
  return `${operationId} ${externalId}`;
}

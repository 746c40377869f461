import { type OperationId, operations } from "../../../generated/operations.js";
import type { ReceivedRequest } from "../request-log.js";

/** A created record. */
export interface Created {
  readonly id: string;
}

/** The use of an `external_id`. */
export interface ExternalIdUse {
  readonly usedAtMs: number;
  /** The record that it created; undefined if it was used up without creating one. */
  readonly created: Created | undefined;
}

/** The `external_id`s in use, separately for each operation. */
export class ExternalIds {
  readonly #uses = new Map<string, ExternalIdUse>();
  readonly #keysByCreatedId = new Map<string, string>();
  readonly #undocumentedWindowMs: number;

  /** @param undocumentedWindowMs how long an id counts if Feishu documents no window */
  constructor(undocumentedWindowMs: number) {
    this.#undocumentedWindowMs = undocumentedWindowMs;
  }

  /** Finds the use of the request's `external_id` within the operation's window. */
  findUse({ operationId, externalId }: ReceivedRequest, nowMs: number): ExternalIdUse | undefined {
    const { idempotency } = operations[operationId];
    if (externalId === undefined || typeof idempotency !== "object") return undefined;
    const { windowMs = this.#undocumentedWindowMs } = idempotency;
    const use = this.#uses.get(formatKey(operationId, externalId));
    return use && nowMs - use.usedAtMs < windowMs ? use : undefined;
  }

  /** Marks the request's `external_id` as used, unless it is in use. */
  markUsed(request: ReceivedRequest, created: Created | undefined, nowMs: number): void {
    const { operationId, externalId } = request;
    if (externalId === undefined || this.findUse(request, nowMs)) return;
    const key = formatKey(operationId, externalId);
    this.#uses.set(key, { usedAtMs: nowMs, created });
    if (created) this.#keysByCreatedId.set(created.id, key);
  }

  /** Frees the `external_id` that created a record, unless it has created another one since. */
  free(createdId: string): void {
    const key = this.#keysByCreatedId.get(createdId);
    if (key !== undefined && this.#uses.get(key)?.created?.id === createdId) this.#uses.delete(key);
  }
}

function formatKey(operationId: OperationId, externalId: string): string {
  return `${operationId} ${externalId}`;
}

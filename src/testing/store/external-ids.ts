import { operations } from "../../../generated/operations.js";
import type { OperationId } from "../operation-id.js";
import type { ReceivedRequest } from "../request-log.js";

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
  readonly #keysByCreatedId = new Map<string, string>();
  readonly #undocumentedWindowMs: number;

  /** @param undocumentedWindowMs how long an id counts if Feishu does not document it */
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

  /** Frees the `external_id` that made a record. */
  free(createdId: string): void {
    const key = this.#keysByCreatedId.get(createdId);
    if (key !== undefined) this.#uses.delete(key);
  }
}

function formatKey(operationId: OperationId, externalId: string): string {
  return `${operationId} ${externalId}`;
}

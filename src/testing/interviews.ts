import { operations } from "../../generated/operations.js";
import type { ExternalInterview, ExternalInterviewCreate } from "../../generated/schema.js";
import type { ReceivedRequest } from "./request-log.js";

/** An interview that was created. */
export interface StoredInterview {
  readonly externalId: string | undefined;
  /** Milliseconds since 1970-01-01 UTC, by the server's clock. */
  readonly createdAtMs: number;
  /** The request's body. */
  readonly body: ExternalInterviewCreate;
  /** The interview as the response held it. */
  readonly interview: ExternalInterview;
}

/** Use of an `external_id`: since when, and its interview; undefined if it was used up without one. */
export interface ExternalIdUse {
  readonly usedAtMs: number;
  readonly interview: ExternalInterview | undefined;
}

/** The interviews that were created. */
export class Interviews {
  readonly stored: StoredInterview[] = [];
  readonly countsByExternalId: Map<string, number> = new Map();
  count = 0;
  readonly #uses = new Map<string, ExternalIdUse>();
  readonly #keepsBodies: boolean;

  constructor(keepsBodies: boolean) {
    this.#keepsBodies = keepsBodies;
  }

  /** Finds the use of the request's `external_id` that is younger than the operation's window. */
  findUse({ operationId, externalId }: ReceivedRequest, nowMs: number): ExternalIdUse | undefined {
    const { idempotency } = operations[operationId];
    const use = externalId === undefined ? undefined : this.#uses.get(externalId);
    const counts = use && typeof idempotency === "object" && nowMs - use.usedAtMs < idempotency.windowMs;
    return counts ? use : undefined;
  }

  /** Marks the request's `external_id` as used although it made no interview, unless it is in use already. */
  markUsed(request: ReceivedRequest, nowMs: number): void {
    const { externalId } = request;
    if (externalId === undefined || this.findUse(request, nowMs)) return;
    this.#uses.set(externalId, { usedAtMs: nowMs, interview: undefined });
  }

  create(body: ExternalInterviewCreate, nowMs: number): ExternalInterview {
    const { external_id: externalId, ...rest } = body;
    this.count++;
    const assessments = rest.interview_assessments?.map((assessment, i) => ({
      id: formatId(this.count, i + 1),
      ...assessment,
    }));
    const id = formatId(this.count, 0);
    const interview = { ...rest, id, ...(assessments && { interview_assessments: assessments }) };
    if (externalId !== undefined) {
      this.countsByExternalId.set(externalId, (this.countsByExternalId.get(externalId) ?? 0) + 1);
      this.#uses.set(externalId, { usedAtMs: nowMs, interview: this.#keepsBodies ? interview : { id } });
    }
    if (this.#keepsBodies) this.stored.push({ externalId, createdAtMs: nowMs, body, interview });
    return interview;
  }
}

/** Formats an id of nineteen digits, like Feishu's own. */
function formatId(interview: number, part: number): string {
  return `69${String(interview).padStart(13, "0")}${String(part).padStart(4, "0")}`;
}

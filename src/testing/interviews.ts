import type { ExternalInterview, ExternalInterviewCreate } from "../../generated/schema.js";

/** An interview that was created. */
export interface KeptInterview {
  readonly externalId: string | undefined;
  /** Milliseconds since 1970-01-01 UTC, by the server's clock. */
  readonly createdAtMs: number;
  /** What was sent. */
  readonly body: ExternalInterviewCreate;
  /** What was answered. */
  readonly interview: ExternalInterview;
}

/** What an `external_id` was used for: since when, and the interview; undefined where none came of it. */
export interface ExternalIdUse {
  readonly atMs: number;
  readonly interview: ExternalInterview | undefined;
}

/** The interviews that were created. */
export class Interviews {
  readonly kept: KeptInterview[] = [];
  readonly countsByExternalId: Map<string, number> = new Map();
  count = 0;
  readonly #uses = new Map<string, ExternalIdUse>();
  readonly #keepsBodies: boolean;

  constructor(keepsBodies: boolean) {
    this.#keepsBodies = keepsBodies;
  }

  /** The use of this `external_id` that is younger than the window. */
  useOf(externalId: string, nowMs: number, windowMs: number): ExternalIdUse | undefined {
    const use = this.#uses.get(externalId);
    return use && nowMs - use.atMs < windowMs ? use : undefined;
  }

  /** Marks the `external_id` as used, though no interview came of it. */
  useUp(externalId: string, atMs: number): void {
    this.#uses.set(externalId, { atMs, interview: undefined });
  }

  create(body: ExternalInterviewCreate, atMs: number): ExternalInterview {
    const { external_id: externalId, ...rest } = body;
    this.count++;
    const assessments = rest.interview_assessments?.map((assessment, i) => ({
      id: idFor(this.count, i + 1),
      ...assessment,
    }));
    const id = idFor(this.count, 0);
    const interview = { ...rest, id, ...(assessments && { interview_assessments: assessments }) };
    if (externalId !== undefined) {
      this.countsByExternalId.set(externalId, (this.countsByExternalId.get(externalId) ?? 0) + 1);
      this.#uses.set(externalId, { atMs, interview: this.#keepsBodies ? interview : { id } });
    }
    if (this.#keepsBodies) this.kept.push({ externalId, createdAtMs: atMs, body, interview });
    return interview;
  }
}

/** Nineteen digits, like Feishu's own. */
function idFor(interview: number, part: number): string {
  return `69${String(interview).padStart(13, "0")}${String(part).padStart(4, "0")}`;
}

import type { ExternalInterview, ExternalInterviewCreate } from "../../../generated/schema.js";
import type { ResolvedTestOptions } from "../options.js";
import { ExternalIds } from "./external-ids.js";
import { Records } from "./records.js";

/** An interview that exists. */
export interface StoredInterview {
  readonly externalId: string | undefined;
  /** Milliseconds since 1970-01-01 UTC, by the server's clock. */
  readonly createdAtMs: number;
  /** The body that created it. */
  readonly body: ExternalInterviewCreate;
  /** The interview as it is now. */
  readonly interview: ExternalInterview;
}

type InterviewFields = Omit<ExternalInterview, "id">;

/** The interviews, with their assessments. */
export class Store {
  readonly interviews: Records<StoredInterview> = new Records();
  readonly externalIds: ExternalIds;
  readonly interviewCounts: Map<string, number> = new Map();
  interviewCount = 0;
  readonly #keepsRecords: boolean;
  #assessmentCount = 0;

  constructor(options: ResolvedTestOptions) {
    this.#keepsRecords = options.record === "everything";
    this.externalIds = new ExternalIds();
  }

  createInterview(body: ExternalInterviewCreate, nowMs: number): ExternalInterview {
    const { external_id: externalId, ...fields } = body;
    const interview = this.#formatInterview(formatId(0, ++this.interviewCount), fields, []);
    if (externalId !== undefined)
      this.interviewCounts.set(externalId, (this.interviewCounts.get(externalId) ?? 0) + 1);
    const stored = { externalId, createdAtMs: nowMs, body, interview };
    if (this.#keepsRecords) this.interviews.set(interview.id, stored, nowMs);
    return interview;
  }

  /** Overwrites an interview and its assessments, whose ids are kept by position. */
  replaceInterview(stored: StoredInterview, fields: InterviewFields, nowMs: number): ExternalInterview {
    const { id, interview_assessments: before = [] } = stored.interview;
    const keptIds = before.map((assessment) => assessment.id);
    const interview = this.#formatInterview(id, fields, keptIds);
    this.interviews.set(id, { ...stored, interview }, nowMs);
    return interview;
  }

  deleteInterview(id: string, nowMs: number): void {
    this.interviews.delete(id, nowMs);
  }

  /** @param keptIds ids for the assessments, by position; missing ones are new */
  #formatInterview(
    id: string,
    fields: InterviewFields,
    keptIds: readonly (string | undefined)[],
  ): ExternalInterview {
    const { interview_assessments: assessments, ...rest } = fields;
    if (!assessments) return { ...rest, id };
    const withIds = assessments.map((assessment, i) => ({
      ...assessment,
      id: keptIds[i] ?? this.#nextAssessmentId(),
    }));
    return { ...rest, id, interview_assessments: withIds };
  }

  #nextAssessmentId(): string {
    return formatId(2, ++this.#assessmentCount);
  }
}

/** Formats an id of nineteen digits, like Feishu's own. Within a kind they grow in order of creation. */
function formatId(kind: number, count: number): string {
  return `69${String(count).padStart(13, "0")}${String(kind).padStart(4, "0")}`;
}

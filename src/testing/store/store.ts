import type {
  ExternalApplication,
  ExternalApplicationCreate,
  ExternalInterview,
  ExternalInterviewAssessment,
  ExternalInterviewAssessmentDimension,
  ExternalInterviewAssessmentInput,
  ExternalInterviewCreate,
  ExternalInterviewUpdate,
} from "../../../generated/schema.js";
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

/** An application that exists. */
export interface StoredApplication {
  readonly externalId: string | undefined;
  /** Milliseconds since 1970-01-01 UTC, by the server's clock. */
  readonly createdAtMs: number;
  /** The application as it is now. */
  readonly application: ExternalApplication;
}

type ApplicationFields = Omit<ExternalApplicationCreate, "external_id">;

/** The applications and interviews, the latter with their assessments. */
export class Store {
  readonly interviews: Records<StoredInterview> = new Records();
  readonly applications: Records<StoredApplication> = new Records();
  readonly externalIds: ExternalIds;
  /** The number of interviews created for each `external_id`. */
  readonly interviewCounts: Map<string, number> = new Map();
  /** The number of interviews created, with an `external_id` or without. */
  interviewCount = 0;
  readonly #options: ResolvedTestOptions;
  readonly #keepsRecords: boolean;
  #applicationCount = 0;
  #assessmentCount = 0;

  constructor(options: ResolvedTestOptions) {
    this.#options = options;
    this.#keepsRecords = options.record === "everything";
    this.externalIds = new ExternalIds(options.undocumentedWindowMs);
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

  /** Overwrites an interview and its assessments. Kept assessment ids go by position. */
  replaceInterview(
    stored: StoredInterview,
    fields: ExternalInterviewUpdate,
    { nowMs, assessmentIds }: { nowMs: number; assessmentIds: "new" | "kept" },
  ): ExternalInterview {
    const { id, interview_assessments: before = [] } = stored.interview;
    const keptIds = assessmentIds === "kept" ? before.map((assessment) => assessment.id) : [];
    const interview = this.#formatInterview(id, fields, keptIds);
    this.interviews.set(id, { ...stored, interview }, nowMs);
    this.#freeExternalIds(before.filter((assessment) => !holdsAssessment(interview, assessment.id)));
    return interview;
  }

  deleteInterview(id: string, nowMs: number): void {
    const { interview_assessments: assessments = [] } = this.interviews.find(id)?.interview ?? {};
    this.interviews.delete(id, nowMs);
    this.#freeExternalIds([{ id }, ...assessments]);
  }

  createAssessment(
    stored: StoredInterview,
    fields: ExternalInterviewAssessmentInput,
    nowMs: number,
  ): ExternalInterviewAssessment & { id: string } {
    const assessment = formatAssessment(fields, this.#nextAssessmentId());
    const { interview_assessments: assessments = [] } = stored.interview;
    this.#setAssessments(stored, [...assessments, assessment], nowMs);
    return assessment;
  }

  replaceAssessment(stored: StoredInterview, assessment: ExternalInterviewAssessment, nowMs: number): void {
    const { interview_assessments: assessments = [] } = stored.interview;
    const changed = assessments.map((other) => (other.id === assessment.id ? assessment : other));
    this.#setAssessments(stored, changed, nowMs);
  }

  /** Finds the interview that holds an assessment. */
  findInterviewOfAssessment(assessmentId: string): StoredInterview | undefined {
    return this.interviews.list().find(({ interview }) => holdsAssessment(interview, assessmentId));
  }

  /** Whether an assessment existed that is gone, by itself or with its interview. */
  wasAssessmentDeleted(id: string): boolean {
    const isIn = ({ interview }: StoredInterview) => holdsAssessment(interview, id);
    return this.interviews.hasHeld(isIn) && !this.interviews.list().some(isIn);
  }

  createApplication(body: ExternalApplicationCreate, nowMs: number): ExternalApplication {
    const { external_id: externalId, ...fields } = body;
    const application = { ...fields, id: formatId(1, ++this.#applicationCount) };
    if (this.#keepsRecords)
      this.applications.set(application.id, { externalId, createdAtMs: nowMs, application }, nowMs);
    return application;
  }

  replaceApplication(
    stored: StoredApplication,
    fields: ApplicationFields,
    nowMs: number,
  ): ExternalApplication {
    const application = { ...fields, id: stored.application.id };
    this.applications.set(application.id, { ...stored, application }, nowMs);
    return application;
  }

  deleteApplication(id: string, nowMs: number): void {
    this.applications.delete(id, nowMs);
    this.#freeExternalIds([{ id }]);
    if (!this.#options.deleteCascades) return;
    for (const { interview } of this.interviews.list())
      if (interview.external_application_id === id) this.deleteInterview(interview.id, nowMs);
  }

  /** Frees the `external_id`s of deleted records, if the options say so. */
  #freeExternalIds(deleted: readonly { readonly id?: string | undefined }[]): void {
    if (!this.#options.deleteFreesExternalId) return;
    for (const { id } of deleted) if (id !== undefined) this.externalIds.free(id);
  }

  #setAssessments(stored: StoredInterview, assessments: ExternalInterviewAssessment[], nowMs: number): void {
    const interview = { ...stored.interview, interview_assessments: assessments };
    this.interviews.set(interview.id, { ...stored, interview }, nowMs);
  }

  /** @param keptIds ids for the assessments, by position; where one is missing, a new one is made */
  #formatInterview(
    id: string,
    fields: ExternalInterviewUpdate,
    keptIds: readonly (string | undefined)[],
  ): ExternalInterview {
    const { interview_assessments: assessments, ...rest } = fields;
    if (!assessments) return { ...rest, id };
    const withIds = assessments.map((assessment, i) =>
      formatAssessment(assessment, keptIds[i] ?? this.#nextAssessmentId()),
    );
    return { ...rest, id, interview_assessments: withIds };
  }

  #nextAssessmentId(): string {
    return formatId(2, ++this.#assessmentCount);
  }
}

function holdsAssessment(
  { interview_assessments: assessments }: ExternalInterview,
  id: string | undefined,
): boolean {
  return assessments?.some((assessment) => assessment.id === id) ?? false;
}

/** Copies an assessment, since the caller may change its lists. */
function formatAssessment(
  fields: ExternalInterviewAssessmentInput,
  id: string,
): ExternalInterviewAssessment & { id: string } {
  const { assessment_dimension_list: dimensions, ...rest } = fields;
  if (!dimensions) return { ...rest, id };
  return { ...rest, id, assessment_dimension_list: copyDimensions(dimensions) };
}

export function copyDimensions(
  dimensions: NonNullable<ExternalInterviewAssessmentInput["assessment_dimension_list"]>,
): ExternalInterviewAssessmentDimension[] {
  return dimensions.map(({ options, ...rest }) => (options ? { ...rest, options: [...options] } : rest));
}

/** Formats an id of nineteen digits, like Feishu's own. Within a kind they grow in order of creation. */
function formatId(kind: number, count: number): string {
  return `69${String(count).padStart(13, "0")}${String(kind).padStart(4, "0")}`;
}

// Generated from spec/ by `npm run generate`; do not edit.

import type {
  ExternalApplication,
  ExternalApplicationUpdate,
  ExternalInterview,
  ExternalInterviewUpdate,
} from "./schema.js";

/**
 * What `update` takes of what a call returned: without ids of its own, and without fields that it does not know.
 *
 * @example
 * await hire.externalInterviews.update(interview.id, { ...toUpdate(interview), end_time });
 */
export function toUpdate(given: ExternalInterview): ExternalInterviewUpdate;
export function toUpdate(given: ExternalApplication): ExternalApplicationUpdate;
export function toUpdate(
  given: ExternalInterview | ExternalApplication,
): ExternalInterviewUpdate | ExternalApplicationUpdate {
  if ("external_application_id" in given) return toExternalInterviewUpdate(given);
  return toExternalApplicationUpdate(given);
}

function toExternalInterviewUpdate(given: ExternalInterview): ExternalInterviewUpdate {
  return {
    external_application_id: given.external_application_id ?? undefined,
    participate_status: given.participate_status ?? undefined,
    begin_time: given.begin_time ?? undefined,
    end_time: given.end_time ?? undefined,
    interview_assessments: given.interview_assessments?.map((externalInterviewAssessmentInput) => ({
      username: externalInterviewAssessmentInput.username ?? undefined,
      conclusion: externalInterviewAssessmentInput.conclusion ?? undefined,
      assessment_dimension_list: externalInterviewAssessmentInput.assessment_dimension_list?.map(
        (externalInterviewAssessmentDimensionInput) => ({
          score: externalInterviewAssessmentDimensionInput.score ?? undefined,
          option: externalInterviewAssessmentDimensionInput.option ?? undefined,
          options: externalInterviewAssessmentDimensionInput.options ?? undefined,
          content: externalInterviewAssessmentDimensionInput.content ?? undefined,
          assessment_type: externalInterviewAssessmentDimensionInput.assessment_type ?? undefined,
          title: externalInterviewAssessmentDimensionInput.title ?? undefined,
          description: externalInterviewAssessmentDimensionInput.description ?? undefined,
        }),
      ),
      content: externalInterviewAssessmentInput.content ?? undefined,
    })),
  };
}

function toExternalApplicationUpdate(given: ExternalApplication): ExternalApplicationUpdate {
  return {
    job_recruitment_type: given.job_recruitment_type ?? undefined,
    job_title: given.job_title ?? undefined,
    resume_source: given.resume_source ?? undefined,
    stage: given.stage ?? undefined,
    talent_id: given.talent_id ?? undefined,
    termination_reason: given.termination_reason ?? undefined,
    delivery_type: given.delivery_type ?? undefined,
    modify_time: given.modify_time ?? undefined,
    create_time: given.create_time ?? undefined,
    termination_type: given.termination_type ?? undefined,
  };
}

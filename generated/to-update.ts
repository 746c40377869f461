// Generated from spec/ by `npm run generate`; do not edit.

import type {
  ExternalApplication,
  ExternalApplicationUpdate,
  ExternalInterview,
  ExternalInterviewUpdate,
} from "./schema.js";

/**
 * Copies what a call returned into a body for `update`, without its ids and without fields
 * that `update` does not take.
 *
 * Values are copied as they are. A success may hold what a request may not, such as an enum's value that is newer
 * than this package or a `score` of 4.5; `update` then rejects with an `InvalidRequestError` that names the field.
 * Replace the value, or leave the field out.
 *
 * @example
 * await hire.externalInterviews.update(interview.id, { ...toUpdate(interview), end_time });
 */
export function toUpdate(model: ExternalInterview): ExternalInterviewUpdate;
export function toUpdate(model: ExternalApplication): ExternalApplicationUpdate;
export function toUpdate(
  model: ExternalInterview | ExternalApplication,
): ExternalInterviewUpdate | ExternalApplicationUpdate {
  if (isExternalInterview(model)) return toExternalInterviewUpdate(model);
  return toExternalApplicationUpdate(model);
}

function isExternalInterview(model: ExternalInterview | ExternalApplication): model is ExternalInterview {
  return [
    "external_application_id",
    "participate_status",
    "begin_time",
    "end_time",
    "interview_assessments",
  ].some((name) => name in model);
}

function toExternalInterviewUpdate(model: ExternalInterview): ExternalInterviewUpdate {
  return {
    external_application_id: model.external_application_id ?? undefined,
    participate_status: model.participate_status ?? undefined,
    begin_time: model.begin_time ?? undefined,
    end_time: model.end_time ?? undefined,
    interview_assessments: model.interview_assessments?.map((externalInterviewAssessment) => ({
      username: externalInterviewAssessment.username ?? undefined,
      conclusion: externalInterviewAssessment.conclusion ?? undefined,
      assessment_dimension_list: externalInterviewAssessment.assessment_dimension_list?.map(
        (externalInterviewAssessmentDimension) => ({
          score: externalInterviewAssessmentDimension.score ?? undefined,
          option: externalInterviewAssessmentDimension.option ?? undefined,
          options: externalInterviewAssessmentDimension.options ?? undefined,
          content: externalInterviewAssessmentDimension.content ?? undefined,
          assessment_type: externalInterviewAssessmentDimension.assessment_type ?? undefined,
          title: externalInterviewAssessmentDimension.title ?? undefined,
          description: externalInterviewAssessmentDimension.description ?? undefined,
        }),
      ),
      content: externalInterviewAssessment.content ?? undefined,
    })),
  };
}

function toExternalApplicationUpdate(model: ExternalApplication): ExternalApplicationUpdate {
  return {
    job_recruitment_type: model.job_recruitment_type ?? undefined,
    job_title: model.job_title ?? undefined,
    resume_source: model.resume_source ?? undefined,
    stage: model.stage ?? undefined,
    talent_id: model.talent_id ?? undefined,
    termination_reason: model.termination_reason ?? undefined,
    delivery_type: model.delivery_type ?? undefined,
    modify_time: model.modify_time ?? undefined,
    create_time: model.create_time ?? undefined,
    termination_type: model.termination_type ?? undefined,
  };
}

import type { ExternalInterviewAssessment } from "../../../generated/schema.js";
import { updateExternalInterviewAssessment as validators } from "../../../generated/validators/updateExternalInterviewAssessment.js";
import { copyDimensions } from "../store/store.js";
import { rejectMissing } from "./support/find-record.js";
import type { Handler } from "./support/handler.js";
import { readPart, readPathId } from "./support/read-part.js";

type Dimensions = NonNullable<ExternalInterviewAssessment["assessment_dimension_list"]>;

/** Changes the fields that are given. */
export const updateExternalInterviewAssessment: Handler = (request, { options, store, nowMs }) => {
  const id = readPathId(validators.path, request.path, "external_interview_assessment_id");
  const changes = readPart(validators.body, request.body);
  const stored = store.findInterviewOfAssessment(id);
  const before = stored?.interview.interview_assessments?.find((assessment) => assessment.id === id);
  if (!stored || !before) {
    rejectMissing(store.wasAssessmentDeleted(id), options);
    return { data: {} };
  }
  const { assessment_dimension_list: sent, ...fields } = changes;
  const dimensions = sent && copyDimensions(sent);
  const merges = options.patchedDimensions === "merged";
  const assessment = {
    ...before,
    ...fields,
    ...(dimensions && {
      assessment_dimension_list: merges
        ? mergeDimensions(before.assessment_dimension_list ?? [], dimensions)
        : dimensions,
    }),
  };
  store.replaceAssessment(stored, assessment, nowMs);
  const external_interview_id = stored.interview.id;
  return { data: { external_interview_assessment: { ...assessment, external_interview_id } } };
};

/** Replaces the dimensions of the same title, and adds the others. */
function mergeDimensions(before: Dimensions, changes: Dimensions): Dimensions {
  const titles = new Set(changes.map(({ title }) => title));
  return [...before.filter(({ title }) => !titles.has(title)), ...changes];
}

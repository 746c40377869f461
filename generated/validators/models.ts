// Generated from spec/ by `npm run generate`; do not edit.
import { array, integer, object, oneOf, string } from "../runtime/checks.js";
import type { Check } from "../runtime/validator.js";

export const participateStatus: Check = /* @__PURE__ */ oneOf([1, 2, 3]);

export const conclusion: Check = /* @__PURE__ */ oneOf([1, 2, 3]);

export const assessmentType: Check = /* @__PURE__ */ oneOf([1, 2, 3, 4]);

export const externalInterviewAssessmentDimensionInput: Check = /* @__PURE__ */ object({
  score: /* @__PURE__ */ integer(-2147483648, 2147483647),
  option: /* @__PURE__ */ string(),
  options: /* @__PURE__ */ array(/* @__PURE__ */ string()),
  content: /* @__PURE__ */ string(),
  assessment_type: assessmentType,
  title: /* @__PURE__ */ string(),
  description: /* @__PURE__ */ string(),
});

export const externalInterviewAssessmentInput: Check = /* @__PURE__ */ object({
  username: /* @__PURE__ */ string(),
  conclusion: conclusion,
  assessment_dimension_list: /* @__PURE__ */ array(externalInterviewAssessmentDimensionInput),
  content: /* @__PURE__ */ string(),
});

export const externalInterviewCreate: Check = /* @__PURE__ */ object(
  {
    external_id: /* @__PURE__ */ string(1),
    external_application_id: /* @__PURE__ */ string(1),
    participate_status: participateStatus,
    begin_time: /* @__PURE__ */ integer(0, 9007199254740991),
    end_time: /* @__PURE__ */ integer(0, 9007199254740991),
    interview_assessments: /* @__PURE__ */ array(externalInterviewAssessmentInput),
  },
  ["external_application_id"],
);

export const externalInterviewQuery: Check = /* @__PURE__ */ object({
  external_interview_id_list: /* @__PURE__ */ array(/* @__PURE__ */ string(1), undefined, 20),
});

export const externalInterviewUpdate: Check = /* @__PURE__ */ object(
  {
    external_application_id: /* @__PURE__ */ string(1),
    participate_status: participateStatus,
    begin_time: /* @__PURE__ */ integer(0, 9007199254740991),
    end_time: /* @__PURE__ */ integer(0, 9007199254740991),
    interview_assessments: /* @__PURE__ */ array(externalInterviewAssessmentInput),
  },
  ["external_application_id"],
);

export const jobRecruitmentType: Check = /* @__PURE__ */ oneOf([1, 2]);

export const deliveryType: Check = /* @__PURE__ */ oneOf([1, 2, 3, 4]);

export const externalApplicationCreate: Check = /* @__PURE__ */ object(
  {
    external_id: /* @__PURE__ */ string(1),
    job_recruitment_type: jobRecruitmentType,
    job_title: /* @__PURE__ */ string(),
    resume_source: /* @__PURE__ */ string(),
    stage: /* @__PURE__ */ string(),
    talent_id: /* @__PURE__ */ string(1),
    termination_reason: /* @__PURE__ */ string(),
    delivery_type: deliveryType,
    modify_time: /* @__PURE__ */ integer(0, 9007199254740991),
    create_time: /* @__PURE__ */ integer(0, 9007199254740991),
    termination_type: /* @__PURE__ */ string(),
  },
  ["talent_id"],
);

export const externalApplicationUpdate: Check = /* @__PURE__ */ object(
  {
    job_recruitment_type: jobRecruitmentType,
    job_title: /* @__PURE__ */ string(),
    resume_source: /* @__PURE__ */ string(),
    stage: /* @__PURE__ */ string(),
    talent_id: /* @__PURE__ */ string(1),
    termination_reason: /* @__PURE__ */ string(),
    delivery_type: deliveryType,
    modify_time: /* @__PURE__ */ integer(0, 9007199254740991),
    create_time: /* @__PURE__ */ integer(0, 9007199254740991),
    termination_type: /* @__PURE__ */ string(),
  },
  ["talent_id"],
);

export const externalInterviewAssessmentQuestionInput: Check = /* @__PURE__ */ object({
  score: /* @__PURE__ */ integer(-2147483648, 2147483647),
  option: /* @__PURE__ */ string(),
  options: /* @__PURE__ */ array(/* @__PURE__ */ string()),
  content: /* @__PURE__ */ string(),
  assessment_type: assessmentType,
  title: /* @__PURE__ */ string(),
  description: /* @__PURE__ */ string(),
});

export const externalInterviewAssessmentCreate: Check = /* @__PURE__ */ object(
  {
    external_id: /* @__PURE__ */ string(1),
    username: /* @__PURE__ */ string(),
    conclusion: conclusion,
    assessment_dimension_list: /* @__PURE__ */ array(externalInterviewAssessmentQuestionInput),
    content: /* @__PURE__ */ string(),
    external_interview_id: /* @__PURE__ */ string(1),
  },
  ["external_interview_id"],
);

export const externalInterviewAssessmentUpdate: Check = /* @__PURE__ */ object({
  username: /* @__PURE__ */ string(),
  conclusion: conclusion,
  assessment_dimension_list: /* @__PURE__ */ array(externalInterviewAssessmentQuestionInput),
  content: /* @__PURE__ */ string(),
});

export const tenantAccessTokenRequest: Check = /* @__PURE__ */ object(
  { app_id: /* @__PURE__ */ string(1), app_secret: /* @__PURE__ */ string(1) },
  ["app_id", "app_secret"],
);

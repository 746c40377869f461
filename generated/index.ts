// Generated from spec/ by `npm run generate`; do not edit.

export { type DimensionWith, dimension } from "./dimension.js";
export { AssessmentType, Conclusion, DeliveryType, JobRecruitmentType, ParticipateStatus } from "./enums.js";
export {
  ErrorCode,
  type ErrorCodeInfo,
  type ErrorKind,
  type ErrorMeaning,
  errorCodes,
  errorMeanings,
  type KnownErrorCode,
} from "./error-codes.js";
export { createExternalInterview } from "./operations/createExternalInterview.js";
export { queryExternalInterviews, queryAllExternalInterviews } from "./operations/queryExternalInterviews.js";
export { updateExternalInterview } from "./operations/updateExternalInterview.js";
export { deleteExternalInterview } from "./operations/deleteExternalInterview.js";
export {
  listExternalApplications,
  listAllExternalApplications,
} from "./operations/listExternalApplications.js";
export { createExternalApplication } from "./operations/createExternalApplication.js";
export { updateExternalApplication } from "./operations/updateExternalApplication.js";
export { deleteExternalApplication } from "./operations/deleteExternalApplication.js";
export { createExternalInterviewAssessment } from "./operations/createExternalInterviewAssessment.js";
export { updateExternalInterviewAssessment } from "./operations/updateExternalInterviewAssessment.js";
export type { ExternalInterviews } from "./resources/external-interviews.js";
export type { ExternalApplications } from "./resources/external-applications.js";
export type { ExternalInterviewAssessments } from "./resources/external-interview-assessments.js";
export { toUpdate } from "./to-update.js";
export type { CallOptions } from "./runtime/call-options.js";
export type { Client, ResultWithResponse } from "./runtime/client.js";
export type { RequestEvent, ResponseEvent, RetryEvent } from "./runtime/events.js";
export type { ResponsePromise } from "./runtime/response-promise.js";
export type {
  ExternalApplication,
  ExternalApplicationCreate,
  ExternalApplicationPage,
  ExternalApplicationUpdate,
  ExternalInterview,
  ExternalInterviewAssessment,
  ExternalInterviewAssessmentCreate,
  ExternalInterviewAssessmentDimension,
  ExternalInterviewAssessmentDimensionInput,
  ExternalInterviewAssessmentInput,
  ExternalInterviewAssessmentQuestionInput,
  ExternalInterviewAssessmentUpdate,
  ExternalInterviewCreate,
  ExternalInterviewPage,
  ExternalInterviewQuery,
  ExternalInterviewUpdate,
} from "./schema.js";

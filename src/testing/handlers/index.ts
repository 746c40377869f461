import type { OperationId } from "../../../generated/operations.js";
import { createExternalApplication } from "./create-external-application.js";
import { createExternalInterview } from "./create-external-interview.js";
import { createExternalInterviewAssessment } from "./create-external-interview-assessment.js";
import { deleteExternalApplication } from "./delete-external-application.js";
import { deleteExternalInterview } from "./delete-external-interview.js";
import { getTenantAccessToken } from "./get-tenant-access-token.js";
import { listExternalApplications } from "./list-external-applications.js";
import { queryExternalInterviews } from "./query-external-interviews.js";
import type { Handler } from "./support/handler.js";
import { updateExternalApplication } from "./update-external-application.js";
import { updateExternalInterview } from "./update-external-interview.js";
import { updateExternalInterviewAssessment } from "./update-external-interview-assessment.js";

/** A handler for each operation of the spec; the compiler names a missing one. */
export const handlers: Readonly<Record<OperationId, Handler>> = {
  createExternalApplication,
  createExternalInterview,
  createExternalInterviewAssessment,
  deleteExternalApplication,
  deleteExternalInterview,
  getTenantAccessToken,
  listExternalApplications,
  queryExternalInterviews,
  updateExternalApplication,
  updateExternalInterview,
  updateExternalInterviewAssessment,
};

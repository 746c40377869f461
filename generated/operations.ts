// Generated from spec/ by `npm run generate`; do not edit.

import { operation as createExternalInterview } from "./operations/createExternalInterview.js";
import { operation as queryExternalInterviews } from "./operations/queryExternalInterviews.js";
import { operation as updateExternalInterview } from "./operations/updateExternalInterview.js";
import { operation as deleteExternalInterview } from "./operations/deleteExternalInterview.js";
import { operation as listExternalApplications } from "./operations/listExternalApplications.js";
import { operation as createExternalApplication } from "./operations/createExternalApplication.js";
import { operation as updateExternalApplication } from "./operations/updateExternalApplication.js";
import { operation as deleteExternalApplication } from "./operations/deleteExternalApplication.js";
import { operation as createExternalInterviewAssessment } from "./operations/createExternalInterviewAssessment.js";
import { operation as updateExternalInterviewAssessment } from "./operations/updateExternalInterviewAssessment.js";
import { operation as getTenantAccessToken } from "./operations/getTenantAccessToken.js";

export type { Idempotency, JsonType, Operation, RateLimit, Requirement } from "./runtime/operation.js";

/** The hosts that serve the API: Feishu's, then Lark's. */
export const hosts = ["https://open.feishu.cn", "https://open.larksuite.com"] as const;

/** Where an app's administrator grants it scopes; `{app_id}` and `{scopes}` are placeholders. */
export const scopeGrantUrl =
  "https://open.feishu.cn/app/{app_id}/auth?q={scopes}&op_from=openapi&token_type=tenant";

/** An operation's id in the spec. */
export type OperationId =
  | "createExternalInterview"
  | "queryExternalInterviews"
  | "updateExternalInterview"
  | "deleteExternalInterview"
  | "listExternalApplications"
  | "createExternalApplication"
  | "updateExternalApplication"
  | "deleteExternalApplication"
  | "createExternalInterviewAssessment"
  | "updateExternalInterviewAssessment"
  | "getTenantAccessToken";

/** Every operation of the spec, by its id. */
export const operations: {
  readonly createExternalInterview: typeof createExternalInterview;
  readonly queryExternalInterviews: typeof queryExternalInterviews;
  readonly updateExternalInterview: typeof updateExternalInterview;
  readonly deleteExternalInterview: typeof deleteExternalInterview;
  readonly listExternalApplications: typeof listExternalApplications;
  readonly createExternalApplication: typeof createExternalApplication;
  readonly updateExternalApplication: typeof updateExternalApplication;
  readonly deleteExternalApplication: typeof deleteExternalApplication;
  readonly createExternalInterviewAssessment: typeof createExternalInterviewAssessment;
  readonly updateExternalInterviewAssessment: typeof updateExternalInterviewAssessment;
  readonly getTenantAccessToken: typeof getTenantAccessToken;
} = {
  createExternalInterview,
  queryExternalInterviews,
  updateExternalInterview,
  deleteExternalInterview,
  listExternalApplications,
  createExternalApplication,
  updateExternalApplication,
  deleteExternalApplication,
  createExternalInterviewAssessment,
  updateExternalInterviewAssessment,
  getTenantAccessToken,
};

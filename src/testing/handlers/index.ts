import type { OperationId } from "../request-log.js";
import { createExternalInterview } from "./create-external-interview.js";
import { getTenantAccessToken } from "./get-tenant-access-token.js";
import type { Handler } from "./support/handler.js";

/** A handler for each operation of the spec; the compiler names a missing one. */
export const handlers: Readonly<Record<OperationId, Handler>> = {
  createExternalInterview,
  getTenantAccessToken,
};

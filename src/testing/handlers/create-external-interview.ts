import { createExternalInterview as validators } from "../../../generated/validators/createExternalInterview.js";
import { Rejection } from "../gateway/rejection.js";
import { createOnce } from "./support/create-once.js";
import type { Handler } from "./support/handler.js";
import { readPart } from "./support/read-part.js";

export const createExternalInterview: Handler = (request, context) => {
  const { options, store, nowMs } = context;
  const body = readPart(validators.body, request.body);
  const known = store.applications.find(body.external_application_id) !== undefined;
  if (!known && options.unknownApplication !== "accepted") throw new Rejection(options.unknownApplication);
  return createOnce(request, context, "external_interview", () => store.createInterview(body, nowMs));
};

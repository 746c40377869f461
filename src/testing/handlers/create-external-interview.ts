import { createExternalInterview as validators } from "../../../generated/validators/createExternalInterview.js";
import { createOnce } from "./support/create-once.js";
import type { Handler } from "./support/handler.js";
import { readPart } from "./support/read-part.js";

export const createExternalInterview: Handler = (request, context) => {
  const body = readPart(validators.body, request.body);
  return createOnce(request, context, "external_interview", () =>
    context.store.createInterview(body, context.nowMs),
  );
};

import { createExternalApplication as validators } from "../../../generated/validators/createExternalApplication.js";
import { checkTalent } from "./support/check-talent.js";
import { createOnce } from "./support/create-once.js";
import type { Handler } from "./support/handler.js";
import { readPart } from "./support/read-part.js";

export const createExternalApplication: Handler = (request, context) => {
  const { options, store, nowMs } = context;
  const body = readPart(validators.body, request.body);
  checkTalent(body.talent_id, options);
  return createOnce(request, context, "external_application", () => store.createApplication(body, nowMs));
};

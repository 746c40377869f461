import type { Validator } from "../../generated/validators.js";
import { InvalidRequestError } from "../errors/invalid-request.js";
import { describeViolations } from "./describe-violations.js";

/**
 * Refuses a body that the spec refuses, with every violation.
 *
 * @throws InvalidRequestError
 */
export function validateBody(operationId: string, validator: Validator, body: unknown): void {
  if (validator(body)) return;
  throw new InvalidRequestError(operationId, describeViolations(validator.errors ?? [], body));
}

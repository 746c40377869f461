import type { Call } from "../../generated/runtime/caller.js";
import { InvalidRequestError, type ValidationIssue } from "../errors/invalid-request.js";
import { describeViolations } from "./describe-violations.js";

const LOCATIONS = ["path", "query", "body"] as const;

/**
 * Rejects a request that the spec rejects, with every violation.
 *
 * @throws InvalidRequestError
 */
export function validateRequest(call: Call): void {
  const issues = LOCATIONS.flatMap((location): ValidationIssue[] => {
    const value = call[location];
    const validator = call.validators[location];
    if (!validator || validator.accepts(value)) return [];
    return describeViolations(validator.explain(value), value).map((issue) => ({ in: location, ...issue }));
  });
  if (issues.length > 0) throw new InvalidRequestError(call.operation.id, issues);
}

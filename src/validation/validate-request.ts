import type { Call } from "../../generated/runtime/caller.js";
import { InvalidRequestError, type ValidationIssue } from "../errors/invalid-request.js";
import { describeViolations } from "./describe-violations.js";

const LOCATIONS = ["path", "query", "body"] as const;

/**
 * Checks a request against the spec.
 *
 * @param originalBody what the caller passed, before it was made plain data
 * @throws InvalidRequestError with every violation
 */
export function validateRequest(call: Call, originalBody: unknown): void {
  const issues = LOCATIONS.flatMap((location): ValidationIssue[] => {
    const value = call[location];
    const validator = call.validators[location];
    if (!validator || validator.accepts(value)) return [];
    const original = location === "body" ? originalBody : value;
    const issues = describeViolations(validator.explain(value), value, original);
    return issues.map((issue) => ({ in: location, ...issue }));
  });
  if (issues.length > 0) throw new InvalidRequestError(call.operation.id, issues);
}

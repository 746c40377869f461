import type { Call } from "../../generated/runtime/caller.js";
import type { Violation } from "../../generated/runtime/validator.js";
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
    const violations = validator.explain(value);
    const described = violations.map((violation) => withQueryFields(call, location, violation));
    return describeViolations(described, value, original).map((issue, i) => ({
      in: described[i] === violations[i] ? location : "params",
      ...issue,
    }));
  });
  if (issues.length > 0) throw new InvalidRequestError(call.operation.id, issues);
}

/**
 * Adds the query's fields to those known to a body that is passed as one with it: what is in neither is
 * unknown to both.
 */
function withQueryFields({ validators }: Call, location: string, violation: Violation): Violation {
  const { keyword, instancePath, params } = violation;
  const isOfBody = location === "body" && keyword === "additionalProperties" && instancePath === "";
  if (!validators.query || !isOfBody) return violation;
  const inQuery = validators.query.explain({ [String(params.additionalProperty)]: null });
  const known = [violation, ...inQuery].flatMap(({ params }) => params.known ?? []);
  return { ...violation, params: { ...params, known } };
}

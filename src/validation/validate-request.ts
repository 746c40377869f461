import type { Call } from "../../generated/runtime/client.js";
import type { Violation } from "../../generated/runtime/validator.js";
import { InvalidRequestError, type ValidationIssue } from "../errors/invalid-request.js";
import { describeViolations } from "./describe-violations.js";

const LOCATIONS = ["path", "query", "body"] as const;

/** Checks a request against the spec. @throws InvalidRequestError with every violation */
export function validateRequest(call: Call): void {
  const issues = LOCATIONS.flatMap((location): ValidationIssue[] => {
    const value = call[location];
    const validator = call.validators[location];
    if (!validator || validator.accepts(value)) return [];
    return validator.explain(value).flatMap((violation) => {
      const inBoth = location === "body" ? withQueryFields(call, violation) : undefined;
      const described = describeViolations([inBoth ?? violation], value);
      return described.map((issue) => ({ in: inBoth ? "params" : location, ...issue }));
    });
  });
  if (issues.length > 0) throw new InvalidRequestError(call.operation.id, issues);
}

/**
 * Adds the query's fields to those known, if a field is unknown to a body that is passed as one with the query:
 * the field is then unknown to both.
 */
function withQueryFields({ validators }: Call, violation: Violation): Violation | undefined {
  const { keyword, instancePath, params } = violation;
  if (!validators.query || keyword !== "additionalProperties" || instancePath !== "") return undefined;
  const inQuery = validators.query.explain({ [String(params.additionalProperty)]: null });
  const known = [violation, ...inQuery].flatMap(({ params }) => params.known ?? []);
  return { ...violation, params: { ...params, known } };
}

import { escapeKey } from "../../generated/runtime/checks.js";
import type { Violation } from "../../generated/runtime/validator.js";
import type { ValidationIssue } from "../errors/invalid-request.js";
import { getValueAt } from "./get-value-at.js";

/** Describes each violation that a validator found. */
export function describeViolations(
  violations: readonly Violation[],
  value: unknown,
): Omit<ValidationIssue, "in">[] {
  return violations.map(({ instancePath, keyword, params }) => {
    const pointTo = (key: unknown) => `${instancePath}/${escapeKey(String(key))}`;
    switch (keyword) {
      case "required":
        return { pointer: pointTo(params.missingProperty), expected: "a value", received: "nothing" };
      case "additionalProperties":
        return {
          pointer: pointTo(params.additionalProperty),
          expected: "a field of the API",
          received: `an unknown one${suggest(String(params.additionalProperty), params.known)}`,
        };
      default: {
        const found = getValueAt(value, instancePath);
        // As JSON, a Date is such a text too.
        const isDate = params.type === "integer" && /^\d{4}-\d/.test(String(found));
        const received = isDate ? "a date: pass milliseconds since 1970" : describe(found);
        return { pointer: instancePath, expected: describeExpected(keyword, params), received };
      }
    }
  });
}

function describeExpected(keyword: string, params: Record<string, unknown>): string {
  switch (keyword) {
    case "type":
      return `type ${params.type}`;
    case "enum":
      return `one of ${[params.allowedValues].flat().join(", ")}`;
    case "minimum":
    case "maximum":
      return `a number ${params.comparison} ${params.limit}`;
    case "minLength":
      if (params.limit === 1) return "a text that is not empty";
      return `at least ${params.limit} characters`;
    case "maxLength":
      return `at most ${params.limit} characters`;
    case "minItems":
      return `at least ${params.limit} items`;
    case "maxItems":
      return `at most ${params.limit} items`;
    case "segment":
      return "a text without . / and \\";
    default:
      return `${keyword} ${params[keyword]}`;
  }
}

/** Suggests the known field that an unknown one is a misspelling of; empty if there is none. */
function suggest(name: string, known: unknown): string {
  const nearest = [known].flat().find((candidate) => isMisspelt(name, String(candidate)));
  return nearest === undefined ? "" : ` (did you mean ${nearest}?)`;
}

/** Whether two names differ at most in case, in separators, and by one character or two that are swapped. */
function isMisspelt(a: string, b: string): boolean {
  const [x, y] = [a, b].map((name) => name.toLowerCase().replaceAll(/[_-]/g, ""));
  if (x === undefined || y === undefined || Math.abs(x.length - y.length) > 1) return false;
  let start = 0;
  while (start < x.length && x[start] === y[start]) start++;
  const [restOfX, restOfY] = [x.slice(start), y.slice(start)];
  return (
    restOfX.slice(1) === restOfY.slice(1) ||
    restOfX.slice(1) === restOfY ||
    restOfX === restOfY.slice(1) ||
    (restOfX[0] === restOfY[1] && restOfX[1] === restOfY[0] && restOfX.slice(2) === restOfY.slice(2))
  );
}

/**
 * Describes a value in words. Texts are not repeated: they may be about people, and messages end up in logs.
 */
function describe(value: unknown): string {
  if (typeof value === "string") return `a text of ${value.length} character${value.length === 1 ? "" : "s"}`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (value !== null && typeof value === "object") return "an object";
  return typeof value === "bigint" ? `the bigint ${value}` : String(value);
}

import type { Violation } from "../../generated/runtime/validator.js";
import type { ValidationIssue } from "../errors/invalid-request.js";
import { isObject } from "../is-object.js";

/** Each of a validator's violations, in words that fit a message. */
export function describeViolations(
  violations: readonly Violation[],
  body: unknown,
): Omit<ValidationIssue, "in">[] {
  return violations.map(({ instancePath, keyword, params }) => {
    const at = (key: unknown) => `${instancePath}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
    switch (keyword) {
      case "required":
        return { pointer: at(params.missingProperty), expected: "a value", received: "nothing" };
      case "additionalProperties":
        return {
          pointer: at(params.additionalProperty),
          expected: "a field of the API",
          received: "an unknown one",
        };
      default: {
        const value = valueAt(body, instancePath);
        return { pointer: instancePath, expected: expectation(keyword, params), received: describe(value) };
      }
    }
  });
}

function expectation(keyword: string, params: Record<string, unknown>): string {
  switch (keyword) {
    case "type":
      return `type ${params.type}`;
    case "enum":
      return `one of ${[params.allowedValues].flat().join(", ")}`;
    case "minLength":
      return Number(params.limit) === 1 ? "a text that is not empty" : `at least ${params.limit} characters`;
    case "minimum":
    case "maximum":
      return `a number ${params.comparison} ${params.limit}`;
    default:
      return `${keyword} ${JSON.stringify(params)}`;
  }
}

function valueAt(body: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), body);
}

/** A value in words. Texts are not repeated: they may be about people, and messages end up in logs. */
function describe(value: unknown): string {
  if (typeof value === "string") return `a text of ${value.length} characters`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (value !== null && typeof value === "object") return "an object";
  return typeof value === "bigint" ? `the bigint ${value}` : String(value);
}

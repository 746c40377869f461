// Generated: a copy of scripts/generate/runtime/checks.ts; do not edit.

// The part of JSON Schema that the spec uses, a function for each type. Formats are not
// checked: the spec states bounds.
import type { Check, Violation } from "./validator.js";

/** A string. Lengths are in UTF-16 code units. */
export function string(minLength = 0, maxLength: number = Infinity): Check {
  return (value, violations, pointer) => {
    if (typeof value !== "string") return fail(violations, pointer, "type", { type: "string" });
    if (value.length < minLength) return fail(violations, pointer, "minLength", { limit: minLength });
    return value.length > maxLength ? fail(violations, pointer, "maxLength", { limit: maxLength }) : true;
  };
}

/** A path parameter, which stays one segment of the path: encoding leaves dots as they are, and `..` leads elsewhere. */
export function segment(check: Check): Check {
  return (value, violations, pointer) =>
    check(value, violations, pointer) &&
    (/^[^./\\]+$/.test(String(value)) || fail(violations, pointer, "segment", {}));
}

/** A string that matches a regular expression. */
export function pattern(check: Check, expression: RegExp): Check {
  return (value, violations, pointer) =>
    check(value, violations, pointer) &&
    (expression.test(String(value)) || fail(violations, pointer, "pattern", { pattern: expression.source }));
}

export function integer(minimum?: number, maximum?: number): Check {
  return numeric("integer", Number.isInteger, minimum, maximum);
}

export function number(minimum?: number, maximum?: number): Check {
  return numeric("number", Number.isFinite, minimum, maximum);
}

function numeric(
  type: string,
  isOfType: (value: unknown) => boolean,
  minimum = -Infinity,
  maximum = Infinity,
): Check {
  return (value, violations, pointer) => {
    if (typeof value !== "number" || !isOfType(value)) return fail(violations, pointer, "type", { type });
    if (value < minimum) return fail(violations, pointer, "minimum", { comparison: ">=", limit: minimum });
    return value > maximum
      ? fail(violations, pointer, "maximum", { comparison: "<=", limit: maximum })
      : true;
  };
}

export const boolean: Check = (value, violations, pointer) =>
  typeof value === "boolean" || fail(violations, pointer, "type", { type: "boolean" });

export function oneOf(allowedValues: readonly unknown[]): Check {
  return (value, violations, pointer) =>
    allowedValues.includes(value) || fail(violations, pointer, "enum", { allowedValues });
}

export function array(item: Check, minItems = 0, maxItems: number = Infinity): Check {
  return (value, violations, pointer) => {
    if (!Array.isArray(value)) return fail(violations, pointer, "type", { type: "array" });
    let valid = true;
    if (value.length < minItems) valid = fail(violations, pointer, "minItems", { limit: minItems });
    if (value.length > maxItems) valid = fail(violations, pointer, "maxItems", { limit: maxItems });
    for (let i = 0; i < value.length && (valid || violations); i++) {
      if (!item(value[i], violations, violations && `${pointer}/${i}`)) valid = false;
    }
    return valid;
  };
}

/**
 * An object of these properties and no others. One that is `undefined` counts as absent, as it does in JSON.
 */
export function object(properties: Readonly<Record<string, Check>>, required: readonly string[] = []): Check {
  return (value, violations, pointer) => {
    if (!isObject(value)) return fail(violations, pointer, "type", { type: "object" });
    let valid = true;
    for (const missingProperty of required) {
      if (value[missingProperty] === undefined)
        valid = fail(violations, pointer, "required", { missingProperty });
    }
    for (const key of Object.keys(value)) {
      if (!valid && !violations) return false;
      const member = value[key];
      if (member === undefined) continue;
      const check = Object.hasOwn(properties, key) ? properties[key] : undefined;
      if (!check)
        valid = fail(violations, pointer, "additionalProperties", {
          additionalProperty: key,
          known: Object.keys(properties),
        });
      else if (!check(member, violations, violations && `${pointer}/${escapeKey(key)}`)) valid = false;
    }
    return valid;
  };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Escapes a key for a JSON pointer.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6901#section-3
 */
export function escapeKey(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

function fail(
  violations: Violation[] | undefined,
  instancePath: string | undefined,
  keyword: string,
  params: Violation["params"],
): false {
  violations?.push({ instancePath: instancePath ?? "", keyword, params });
  return false;
}

import type { Violation } from "../../../../generated/runtime/validator.js";
import { isObject } from "../../../is-object.js";
import { getValueAt } from "../../../validation/get-value-at.js";
import { typeNames } from "../../messages/bodies.js";
import { type LocalText, type Phrase, phrase } from "../../messages/phrase.js";
import type { Issue } from "./row-problem.js";

/** Each of a validator's violations as an issue. */
export function describeViolations(violations: readonly Violation[], body: unknown): Issue[] {
  return violations.map(({ instancePath, keyword, params }) => {
    const at = (key: unknown) => `${instancePath}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
    switch (keyword) {
      case "required":
        return {
          pointer: at(params.missingProperty),
          expected: phrase("value"),
          received: phrase("nothing"),
        };
      case "additionalProperties":
        return {
          pointer: at(params.additionalProperty),
          expected: phrase("knownField"),
          received: phrase("unknownField"),
        };
      default:
        return {
          pointer: instancePath,
          expected: describeConstraint(keyword, params),
          received: describeValue(getValueAt(body, instancePath)),
        };
    }
  });
}

function describeConstraint(keyword: string, params: Record<string, unknown>): Phrase {
  switch (keyword) {
    case "type":
      return phrase("type", { type: nameType(String(params.type)) });
    case "enum":
      return phrase("oneOf", {
        choices: [params.allowedValues].flat().map((value) => phrase("text", { text: String(value) })),
      });
    case "minLength":
      return Number(params.limit) === 1
        ? phrase("notEmpty")
        : phrase("minLength", { count: Number(params.limit) });
    case "minimum":
      return phrase("atLeast", { limit: Number(params.limit) });
    case "maximum":
      return phrase("atMost", { limit: Number(params.limit) });
    default:
      return phrase("constraint", { keyword, params: JSON.stringify(params) });
  }
}

function nameType(type: string): string | LocalText {
  const names: Readonly<Record<string, LocalText | undefined>> = typeNames;
  return names[type] ?? type;
}

/** Texts are not repeated: they may be about people, and messages end up in logs. */
function describeValue(value: unknown): Phrase {
  if (typeof value === "string") return phrase("longText", { length: value.length });
  if (Array.isArray(value)) return phrase("list", { length: value.length });
  if (isObject(value)) return phrase("object");
  return phrase("text", { text: String(value) });
}

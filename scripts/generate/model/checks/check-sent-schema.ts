import type { CreateError } from "../fields.js";
import { getRefName } from "../references.js";
import type { Schema, Spec } from "../spec.js";

/** Keywords that say something to a reader and nothing to a validator. */
const ANNOTATIONS = ["type", "format", "description", "example", "examples", "default"];

/** The keywords that generated/runtime/checks.ts implements, by type. */
const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  string: ["minLength", "maxLength", "pattern"],
  integer: ["minimum", "maximum"],
  number: ["minimum", "maximum"],
  boolean: [],
  array: ["items", "minItems", "maxItems"],
  object: ["properties", "required", "additionalProperties"],
};
const ENUM_KEYWORDS = [
  "enum",
  "x-enum-varnames",
  "x-enum-descriptions",
  "x-enum-labels-zh",
  "x-enum-value-fields",
];

/** Throws for what no check of a request covers, since it would be ignored. */
export function checkSentSchema(
  spec: Spec,
  schema: Schema,
  error: CreateError,
  label: string,
  above: readonly string[] = [],
): void {
  const name = getRefName(schema.$ref);
  if (name !== undefined) {
    assertKeywords(schema, ["$ref", "description", "example"], error, label);
    const found = spec.components.schemas[name];
    if (!found) throw error(`${schema.$ref} is not in components.schemas`, schema);
    if (above.includes(name)) throw error(`${label} holds ${name} within itself`, schema);
    checkSentSchema(spec, found, error, name, [...above, name]);
    return;
  }
  const own = schema.enum ? ENUM_KEYWORDS : KEYWORDS[schema.type ?? ""];
  if (!own) throw error(`${label} is of type ${schema.type}, which requests cannot have yet`, schema);
  assertKeywords(schema, [...ANNOTATIONS, ...own], error, label);
  if (schema.type === "array") {
    if (!schema.items) throw error(`${label} is an array without items`, schema);
    checkSentSchema(spec, schema.items, error, `${label}[]`, above);
  }
  if (schema.type !== "object") return;
  const { properties = {}, required = [], additionalProperties } = schema;
  if (additionalProperties !== false)
    throw error(`${label} is sent, so it needs additionalProperties: false`, schema);
  const missing = required.find((key) => !Object.hasOwn(properties, key));
  if (missing !== undefined) throw error(`${label} requires ${missing}, which it does not have`, schema);
  for (const [key, member] of Object.entries(properties))
    checkSentSchema(spec, member, error, `${label}.${key}`, above);
}

function assertKeywords(schema: Schema, known: readonly string[], error: CreateError, label: string): void {
  const unknown = Object.keys(schema).find((key) => !known.includes(key));
  if (unknown !== undefined)
    throw error(
      `${label} has ${unknown}, which no check implements; it takes ${known.join(", ")}`,
      schema,
      unknown,
    );
}

import type { JsonType } from "../runtime/operation.js";
import type { CreateError } from "./fields.js";
import type { RawParameter, RawResponse, Schema, Spec } from "./spec.js";

/** Returns the name that a `$ref` ends with. */
export function getRefName(ref: string | undefined): string | undefined {
  return ref?.split("/").at(-1);
}

export function resolveSchema(spec: Spec, schema: Schema): Schema {
  const name = getRefName(schema.$ref);
  if (name === undefined) return schema;
  const found = spec.components.schemas[name];
  if (!found) throw new Error(`${schema.$ref} is not in components.schemas`);
  return found;
}

export function resolveParameter(spec: Spec, parameter: RawParameter): RawParameter | undefined {
  const name = getRefName(parameter.$ref);
  return name === undefined ? parameter : spec.components.parameters?.[name];
}

export function resolveResponse(spec: Spec, response: RawResponse): RawResponse {
  const name = getRefName(response.$ref);
  if (name === undefined) return response;
  const found = spec.components.responses?.[name];
  if (!found) throw new Error(`${response.$ref} is not in components.responses`);
  return found;
}

/** Parses a JSON pointer into its keys; `undefined` if it is malformed. */
export function parsePointer(pointer: unknown): string[] | undefined {
  if (typeof pointer !== "string" || (pointer !== "" && !pointer.startsWith("/"))) return undefined;
  return pointer.split("/").slice(1);
}

/** Finds the schema that the keys lead to from another one. */
export function findSchema(spec: Spec, schema: Schema, keys: readonly string[]): Schema | undefined {
  return keys.reduce<Schema | undefined>(
    (parent, key) => parent && resolveSchema(spec, parent).properties?.[key],
    schema,
  );
}

const JSON_TYPES: Readonly<Record<string, JsonType>> = {
  string: "string",
  integer: "number",
  number: "number",
  boolean: "boolean",
  object: "object",
  array: "array",
};

export function getJsonType(spec: Spec, schema: Schema, error: CreateError): JsonType {
  const { type = "" } = resolveSchema(spec, schema);
  const found = JSON_TYPES[type];
  if (!found) throw error(`A value of type "${type}" cannot be required`, schema);
  return found;
}

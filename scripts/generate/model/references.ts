import type { JsonType } from "../runtime/operation.js";
import type { CreateError } from "./fields.js";
import type { RawParameter, RawResponse, Schema, Spec } from "./spec.js";

export function refName(ref: string | undefined): string | undefined {
  return ref?.split("/").at(-1);
}

export function resolveSchema(spec: Spec, schema: Schema): Schema {
  const name = refName(schema.$ref);
  if (name === undefined) return schema;
  const found = spec.components.schemas[name];
  if (!found) throw new Error(`${schema.$ref} is not in components.schemas`);
  return found;
}

export function resolveParameter(spec: Spec, parameter: RawParameter): RawParameter | undefined {
  const name = refName(parameter.$ref);
  return name === undefined ? parameter : spec.components.parameters?.[name];
}

export function resolveResponse(spec: Spec, response: RawResponse): RawResponse {
  const name = refName(response.$ref);
  if (name === undefined) return response;
  const found = spec.components.responses?.[name];
  if (!found) throw new Error(`${response.$ref} is not in components.responses`);
  return found;
}

/** The keys of a JSON pointer; `undefined` if it is none. */
export function parsePointer(pointer: unknown): string[] | undefined {
  if (typeof pointer !== "string" || (pointer !== "" && !pointer.startsWith("/"))) return undefined;
  return pointer.split("/").slice(1);
}

/** The schema that the keys lead to. */
export function lookUp(spec: Spec, schema: Schema, keys: readonly string[]): Schema | undefined {
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

export function jsonType(spec: Spec, schema: Schema, error: CreateError): JsonType {
  const { type = "" } = resolveSchema(spec, schema);
  const found = JSON_TYPES[type];
  if (!found) throw error(`A value of type "${type}" cannot be required`, schema);
  return found;
}

import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import type { Model, Operation, Schema } from "./model.js";

/** The formats say how wide a number is; its bounds stand beside it as minimum and maximum. */
const NUMBER_FORMATS = { int32: true, int64: true, uri: true } as const;

/** validators.ts: a validator for each request body and each set of parameters, as plain code that needs nothing of Ajv at run time. */
export function emitValidators({ spec, operations }: Model): string {
  // Not the class for draft 2020-12: what that one tracks for unevaluatedProperties, which the spec does not use, is long.
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    messages: false,
    logger: false,
    unicode: false, // counts UTF-16 units, so that no Ajv helper is imported
    code: { source: true, esm: true, lines: true },
    formats: NUMBER_FORMATS,
  });
  const schemas = mapValues(spec.components.schemas, withoutWords);
  const parameters = Object.fromEntries(
    operations.map((operation) => [operation.id, parameterObject(operation)]),
  );
  ajv.addSchema({ $id: "spec", components: { schemas }, parameters });
  const checks = operations.flatMap((operation) => [...bodyCheck(operation), ...parameterCheck(operation)]);
  for (const check of checks) ajv.addSchema(check);
  const code = standalone.default(ajv, Object.fromEntries(checks.map(({ $id }) => [$id, $id])));
  if (/\bimport\b|\brequire\(/.test(code)) throw new Error("A validator would need Ajv at run time");
  const typed = code
    .replace(/^"use strict";/, "")
    // What nothing here reads would only be shipped.
    .replaceAll(/schemaPath:\s*"[^"]*",?/g, "")
    .replaceAll(/^export const (\w+) = /gm, "export const $1: Validator = ");
  return `
// @ts-nocheck: compiled by Ajv from the spec

/** What one violation is, in Ajv's terms. */
export interface Violation {
  /** A JSON pointer into the body. */
  instancePath: string;
  keyword: string;
  params: Record<string, unknown>;
}

/** True if the body is valid; otherwise \`errors\` holds every violation. */
export type Validator = ((body: unknown) => boolean) & { errors?: Violation[] | null };
${typed}`;
}

interface Check {
  $id: string;
  $ref: string;
}

function bodyCheck({ id, bodySchema }: Operation): Check[] {
  return bodySchema ? [{ $id: id, $ref: `spec#/components/schemas/${bodySchema}` }] : [];
}

function parameterCheck({ id, parameters }: Operation): Check[] {
  return parameters.length ? [{ $id: `${id}Parameters`, $ref: `spec#/parameters/${id}` }] : [];
}

/** A method takes an operation's parameters as one object, so they are checked as one. */
function parameterObject({ parameters }: Operation): Schema & { additionalProperties: false } {
  return {
    type: "object",
    additionalProperties: false,
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, withoutWords(schema)])),
  };
}

/** A schema without what only people read, which would otherwise be shipped inside the validator. */
function withoutWords(schema: Schema): Schema {
  return Object.fromEntries(
    Object.entries(schema).flatMap(([key, value]) => {
      if (key === "description" || key.startsWith("example") || key.startsWith("x-")) return [];
      if (key === "properties") return [[key, mapValues(value, withoutWords)]];
      if (key === "items") return [[key, withoutWords(value)]];
      return [[key, value]];
    }),
  );
}

function mapValues<T>(record: Record<string, T>, map: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

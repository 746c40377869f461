import { capitalize, nameFunctionOfAll, uncapitalize } from "../../names.js";
import * as checks from "../../runtime/checks.js";
import type { CreateError } from "../fields.js";
import type { Operation } from "../model.js";
import type { OperationSource } from "../source.js";
import type { Schema } from "../spec.js";

/** Names of functions that generated code and the package have themselves. */
const FUNCTIONS = [
  "bindMethods",
  "createClient",
  "createValidator",
  "iterateItems",
  "splitParams",
  "toCalls",
  "toResponsePromise",
  "toUpdate",
];

/** Names of types that generated code and the package have themselves, or that generated code uses. */
const TYPES = [
  "AsyncGenerator",
  "CallOptions",
  "Check",
  "Client",
  "FeishuHire",
  "NonNullable",
  "Omit",
  "Operation",
  "Record",
  "RequestEvent",
  "Resources",
  "ResponseEvent",
  "ResponsePromise",
  "ResultWithResponse",
  "RetryEvent",
  "Validator",
];

/** What generated code can write without quotes. */
export const IDENTIFIER: RegExp = /^[A-Za-z_]\w*$/;

/** Names of a client's properties. */
const PROPERTIES = ["appId", "baseUrl"];

/** Checks that a model has a name that a type can have, its check one that no other has, and its fields identifiers. */
export function checkModelNames(name: string, schema: Schema, error: CreateError): void {
  const isTaken = TYPES.includes(name) || uncapitalize(name) in checks;
  if (!/^[A-Z][A-Za-z0-9]*$/.test(name) || isTaken) throw error(`A schema cannot be named ${name}`, schema);
  const unfit = Object.keys(schema.properties ?? {}).find((field) => !IDENTIFIER.test(field));
  if (unfit !== undefined) throw error(`A field cannot be named ${unfit}`, schema.properties, unfit);
}

/** Checks that operations, their methods and functions, and resources have names of their own. */
export function checkNames(read: readonly { source: OperationSource; operation: Operation }[]): void {
  const known = new Map(FUNCTIONS.map((name) => [name, "another part of the package"]));
  for (const { source, operation } of read) {
    const { id, sdk, pagination } = operation;
    const claim = (name: string, at: unknown) => {
      const other = known.get(name);
      if (other) throw source.error(`${id}: ${name} is already the name of ${other}`, at);
      known.set(name, name === id ? "another operation" : id);
    };
    claim(id, source.raw);
    if (!sdk) continue;
    const at = source.raw["x-sdk"];
    const { resource, method } = sdk;
    const { schemas } = source.spec.components;
    const type = capitalize(resource);
    if (PROPERTIES.includes(resource) || TYPES.includes(type) || schemas[type])
      throw source.error(`${id}: a resource cannot be named ${resource}`, at);
    claim(`${resource}.${method}`, at);
    if (!pagination) continue;
    claim(`${resource}.${method}All`, at);
    claim(nameFunctionOfAll({ sdk }), at);
  }
}

import { IDENTIFIER } from "./checks/check-names.js";
import { checkSentSchema } from "./checks/check-sent-schema.js";
import { readFields } from "./fields.js";
import { findRepeated } from "./find-repeated.js";
import type { Parameter } from "./model.js";
import { resolveParameter } from "./references.js";
import type { OperationSource } from "./source.js";

/** The keys of a parameter. Others, such as `style`, would change what is sent. */
const PARAMETER = {
  name: "string",
  in: "string",
  required: "boolean?",
  description: "string?",
  schema: "object",
  example: "any?",
} as const;

/** The names that a generated function gives to its own variables. */
const RESERVED = ["client", "params", "query", "body", "options", "operation", "validators"];

export function readParameters(source: OperationSource): Parameter[] {
  const { spec, error, raw, pathParameters, path } = source;
  const parameters = [...pathParameters, ...(raw.parameters ?? [])].map((unresolved): Parameter => {
    const found = resolveParameter(spec, unresolved);
    if (!found) throw error(`${unresolved.$ref} is not in components.parameters`, unresolved);
    readFields(found, PARAMETER, `The parameter ${found.name}`, error);
    const { name, in: location, schema, description = "", example = schema.example } = found;
    if (location !== "path" && location !== "query")
      throw error(`${name} is a parameter in ${location}; a method takes those in path and query`, found);
    if (location === "query" && !["string", "integer", "number", "boolean"].includes(schema.type ?? ""))
      throw error(`${name} is a parameter of type ${schema.type}; a query takes single values`, found);
    checkSentSchema(spec, schema, error, name);
    if (location === "path" && (!found.required || schema.type !== "string"))
      throw error(`${name} is a parameter in the path, so it is required and of type string`, found);
    if (!IDENTIFIER.test(name) || (location === "path" && RESERVED.includes(name)))
      throw error(`A parameter in the ${location} cannot be named ${name}`, found);
    return { name, in: location, required: found.required ?? false, schema, description, example };
  });
  const repeated = findRepeated(parameters.map(({ name }) => name));
  if (repeated !== undefined) throw error(`The parameter ${repeated} is listed twice`, raw);
  const inPath = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
  const placeholders = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  if (placeholders.join() !== inPath.join())
    throw error(`The path has {${placeholders.join("}, {")}}, its parameters are ${inPath.join(", ")}`, raw);
  return parameters;
}

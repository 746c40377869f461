import type { Method, Model } from "../../model/model.js";
import { camelCase } from "../../names.js";

/** An argument of a method, and of the function of its operation. */
export interface Argument {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
}

/**
 * Lists a method's arguments apart from the options: each parameter of the path, and one for the fields of the
 * query and the body, which the caller need not distinguish.
 */
export function listArguments(method: Method, model: Model): Argument[] {
  const inPath = listNames(method, "path").map((name) => ({
    name: camelCase(name),
    type: "string",
    optional: false,
  }));
  const inQuery = listNames(method, "query");
  if (!method.body && inQuery.length === 0) return inPath;
  const types = [
    ...(method.body ? [method.body.schema] : []),
    ...(inQuery.length ? [`NonNullable<schema["${method.id}"]["parameters"]["query"]>`] : []),
    ...formatRefused(method, model),
  ];
  const input = {
    name: inQuery.length ? "params" : "body",
    type: types.join(" & "),
    optional: isInputOptional(method, model),
  };
  return [...inPath, input];
}

/** Lists the arguments of what iterates over all pages: it has the cursor itself. */
export function listArgumentsOfAll(method: Method, cursor: string, model: Model): Argument[] {
  return listArguments(method, model).map((argument) =>
    argument.name === "params" ? { ...argument, type: `Omit<${argument.type}, "${cursor}">` } : argument,
  );
}

/** Lists the models and the spec's types that the arguments and the result of methods are made of. */
export function listTypes(methods: readonly Method[]): string[] {
  const models = methods.flatMap(({ body, resultSchema, pagination }) =>
    [body?.schema, resultSchema, pagination?.itemSchema].filter((schema) => schema !== undefined),
  );
  const usesQuery = methods.some((method) => listNames(method, "query").length > 0);
  return [...new Set(models), ...(usesQuery ? ["operations as schema"] : [])].sort();
}

export function formatResultType({ resultSchema, resultOptional }: Method): string {
  if (resultSchema === undefined) return "void";
  return resultOptional ? `${resultSchema} | undefined` : resultSchema;
}

export function listNames({ parameters }: Method, location: "path" | "query"): string[] {
  return parameters.filter((parameter) => parameter.in === location).map(({ name }) => name);
}

/**
 * Formats the fields that the body of a change lacks, and what the record was created from or what a call returned has:
 * either would compile as the body, and be invalid.
 */
function formatRefused(method: Method, { methods, spec }: Model): string[] {
  const { body, resultSchema, sdk } = method;
  if (!body || listNames(method, "path").length === 0) return [];
  const { schemas } = spec.components;
  const taken = schemas[body.schema]?.properties ?? {};
  const keys = methods.flatMap(({ idempotency, sdk: { resource } }) =>
    typeof idempotency === "object" && resource === sdk.resource ? [idempotency.field] : [],
  );
  const returned = Object.keys(schemas[resultSchema ?? ""]?.properties ?? {});
  const names = [...new Set([...keys, ...returned])].filter((name) => !taken[name]);
  if (names.length === 0) return [];
  return [`{ ${names.map((name) => `readonly ${name}?: never`).join("; ")} }`];
}

function isInputOptional({ body, parameters }: Method, { spec }: Model): boolean {
  const bodyFields = (body && spec.components.schemas[body.schema]?.required) ?? [];
  const query = parameters.filter(({ in: location, required }) => location === "query" && required);
  return query.length === 0 && (!body || (!body.required && bodyFields.length === 0));
}

import type { Method, Pagination } from "../model/model.js";
import type { Spec } from "../model/spec.js";
import { describeMethod } from "./describe-operation.js";
import { camelCase } from "./names.js";

/** Emits an operation's method and, if it has pages, one that iterates over the items of all of them. */
export function emitMethod(method: Method, spec: Spec): string {
  const { pagination } = method;
  return emitCall(method, spec) + (pagination ? `\n${emitAll(method, pagination, spec)}` : "");
}

function emitCall(method: Method, spec: Spec): string {
  const { id, sdk } = method;
  const inPath = listNames(method, "path");
  const inQuery = listNames(method, "query");
  const { input, prepare } = emitInput(method, spec);
  const result = formatResultType(method);
  const parts = [
    `operation: operations.${id}`,
    `validators: ${method.body || method.parameters.length ? id : "{}"}`,
    ...(inPath.length ? [`path: { ${inPath.map((name) => `${name}: ${camelCase(name)}`).join(", ")} }`] : []),
    ...(inQuery.length ? ["query"] : []),
    ...(method.body ? ["body"] : []),
  ];
  const args = [
    ...inPath.map((name) => `${camelCase(name)}: string`),
    ...input,
    "options?: Options | undefined",
  ];
  return `
  ${describeMethod(method)}
  ${sdk.method}(${args.join(", ")}): ResponsePromise<${result}> {
    ${prepare}
    return toResponsePromise(this.#caller.call({ ${parts.join(", ")} }, options));
  }`;
}

function formatResultType({ resultSchema, resultOptional }: Method): string {
  if (resultSchema === undefined) return "void";
  return resultOptional ? `${resultSchema} | undefined` : resultSchema;
}

/**
 * Emits the argument that holds the fields of the query and the body, which the caller need not distinguish.
 */
function emitInput(method: Method, spec: Spec): { input: string[]; prepare: string } {
  const { body } = method;
  const inQuery = listNames(method, "query");
  if (!body && inQuery.length === 0) return { input: [], prepare: "" };
  const optional = isInputOptional(method, spec) ? " = {}" : "";
  const type = [formatInputType(method), ...formatReturnedOnly(method, spec)].join(" & ");
  const input = [`${inQuery.length ? "params" : "body"}: ${type}${optional}`];
  if (!body) return { input, prepare: "const query = params;" };
  if (inQuery.length === 0) return { input, prepare: "" };
  return { input, prepare: `const { query, body } = splitParams(params, ${JSON.stringify(inQuery)});` };
}

/**
 * Formats the fields that the record which a method changes has, and its body lacks: what a call returned would
 * compile as a body, and be invalid.
 */
function formatReturnedOnly(method: Method, spec: Spec): string[] {
  const { body, resultSchema } = method;
  if (!body || listNames(method, "path").length === 0) return [];
  const { schemas } = spec.components;
  const taken = schemas[body.schema]?.properties ?? {};
  const names = Object.keys(schemas[resultSchema ?? ""]?.properties ?? {}).filter((name) => !taken[name]);
  if (names.length === 0) return [];
  return [`{ ${names.map((name) => `readonly ${name}?: never`).join("; ")} }`];
}

/** Whether a method takes the fields of a query and of a body as one. */
export function takesQueryAndBody(method: Method): boolean {
  return method.body !== undefined && listNames(method, "query").length > 0;
}

function formatInputType(method: Method): string {
  const inQuery = listNames(method, "query");
  const types = [
    ...(method.body ? [method.body.schema] : []),
    ...(inQuery.length ? [`NonNullable<schema["${method.id}"]["parameters"]["query"]>`] : []),
  ];
  return types.join(" & ");
}

function isInputOptional({ body, parameters }: Method, spec: Spec): boolean {
  const bodyFields = (body && spec.components.schemas[body.schema]?.required) ?? [];
  const query = parameters.filter(({ in: location, required }) => location === "query" && required);
  return query.length === 0 && (!body || (!body.required && bodyFields.length === 0));
}

function emitAll(method: Method, pagination: Pagination, spec: Spec): string {
  const { id, sdk } = method;
  const { cursor, limit, chunks, items, itemSchema, nextCursor, hasMore } = pagination;
  const inPath = listNames(method, "path").map(camelCase);
  const optional = isInputOptional(method, spec) ? " = {}" : "";
  const args = [
    ...inPath.map((name) => `${name}: string`),
    `params: Omit<${formatInputType(method)}, "${cursor}">${optional}`,
    "options?: Options | undefined",
  ];
  const list = chunks ? `, ${JSON.stringify(chunks)}` : "";
  const calls = `toCalls(params, ${JSON.stringify({ name: limit.name, size: limit.maximum })}${list})`;
  const page = `${cursor} === undefined ? call : { ...call, ${cursor} }`;
  return `
  ${describeMethod(method, pagination)}
  ${sdk.method}All(${args.join(", ")}): AsyncGenerator<${itemSchema}, void, undefined> {
    return iterateItems(${calls}, {
      fetch: (call, ${cursor}) => this.${sdk.method}(${[...inPath, page, "options"].join(", ")}).withResponse(),
      read: (page) => ({ items: page.${items}, hasMore: page.${hasMore}, nextCursor: page.${nextCursor} }),
      fail: (received, reason) => this.#caller.invalidResponse(operations.${id}, received, reason),
    });
  }`;
}

function listNames({ parameters }: Method, location: "path" | "query"): string[] {
  return parameters.filter((parameter) => parameter.in === location).map(({ name }) => name);
}

import type { Method, Model, Operation, Pagination } from "../../model/model.js";
import { camelCase, nameFunctionOfAll } from "../../names.js";
import {
  type Argument,
  formatResultType,
  listArguments,
  listArgumentsOfAll,
  listNames,
  listTypes,
} from "./arguments.js";
import { describeFunction } from "./describe-operation.js";

/**
 * Emits operations/<operationId>.ts: what the client needs to know about an operation, and the function that calls
 * it. A program that uses only some of the functions bundles nothing of the other operations.
 */
export function emitOperation(operation: Operation, model: Model): string {
  const facts = `
/** What the client needs to know about \`${operation.id}\`, apart from its types. */
export const operation: Operation & { readonly path: ${JSON.stringify(operation.path)} } = ${emitFacts(operation)};
`;
  if (!isMethod(operation)) return `\nimport type { Operation } from "../runtime/operation.js";\n${facts}`;
  return ["", importWhatFunctionsUse(operation), facts, ...emitFunctions(operation, model)].join("\n");
}

function isMethod(operation: Operation): operation is Method {
  return operation.sdk !== undefined;
}

function importWhatFunctionsUse(method: Method): string {
  const { id, pagination } = method;
  const types = listTypes([method]);
  return [
    `import type { CallOptions } from "../runtime/call-options.js";`,
    `import type { Client } from "../runtime/client.js";`,
    `import type { Operation } from "../runtime/operation.js";`,
    ...(pagination ? [`import { iterateItems, toCalls } from "../runtime/paginate.js";`] : []),
    `import { type ResponsePromise, toResponsePromise } from "../runtime/response-promise.js";`,
    ...(takesQueryAndBody(method) ? [`import { splitParams } from "../runtime/split-params.js";`] : []),
    ...(types.length ? [`import type { ${types.join(", ")} } from "../schema.js";`] : []),
    ...(isValidated(method) ? [`import { ${id} as validators } from "../validators/${id}.js";`] : []),
  ].join("\n");
}

function emitFunctions(method: Method, model: Model): string[] {
  const { pagination } = method;
  return [emitCall(method, model), ...(pagination ? [emitAll(method, pagination, model)] : [])];
}

function emitCall(method: Method, model: Model): string {
  const { body, id } = method;
  const inPath = listNames(method, "path");
  const inQuery = listNames(method, "query");
  const split = `const { query, body } = splitParams(params, ${JSON.stringify(inQuery)});`;
  const parts = [
    "operation",
    isValidated(method) ? "validators" : "validators: {}",
    ...(inPath.length ? [`path: { ${inPath.map((name) => `${name}: ${camelCase(name)}`).join(", ")} }`] : []),
    ...(inQuery.length ? [body ? "query" : "query: params"] : []),
    ...(body ? ["body"] : []),
  ];
  return `
${describeFunction(method)}
export function ${id}(${formatArguments(listArguments(method, model))}): ResponsePromise<${formatResultType(method)}> {
  ${takesQueryAndBody(method) ? split : ""}
  return toResponsePromise(client.call({ ${parts.join(", ")} }, options));
}`;
}

function emitAll(method: Method, pagination: Pagination, model: Model): string {
  const { cursor, limit, chunks, items, itemSchema, nextCursor, hasMore } = pagination;
  const list = chunks ? `, ${JSON.stringify(chunks)}` : "";
  const calls = `toCalls(params, ${JSON.stringify({ name: limit.name, size: limit.maximum })}${list})`;
  const page = `${cursor} === undefined ? call : { ...call, ${cursor} }`;
  const args = ["client", ...listNames(method, "path").map(camelCase), page, "options"];
  return `
${describeFunction(method, pagination)}
export function ${nameFunctionOfAll(method)}(${formatArguments(listArgumentsOfAll(method, cursor, model))}): AsyncGenerator<${itemSchema}, void, undefined> {
  return iterateItems(${calls}, {
    fetch: (call, ${cursor}) => ${method.id}(${args.join(", ")}).withResponse(),
    read: (page) => ({ items: page.${items}, hasMore: page.${hasMore}, nextCursor: page.${nextCursor} }),
    fail: (received, reason) => client.invalidResponse(operation, received, reason),
  });
}`;
}

function formatArguments(args: readonly Argument[]): string {
  return [
    "client: Client",
    ...args.map(({ name, type, optional }) => `${name}: ${type}${optional ? " = {}" : ""}`),
    "options?: CallOptions | undefined",
  ].join(", ");
}

function isValidated({ body, parameters }: Operation): boolean {
  return body !== undefined || parameters.length > 0;
}

/** Whether a method takes the fields of a query and of a body as one. */
function takesQueryAndBody(method: Method): boolean {
  return method.body !== undefined && listNames(method, "query").length > 0;
}

function emitFacts(operation: Operation): string {
  const { id, method, path, authenticated, contentType, rateLimit } = operation;
  const { idempotency, scopes, idFields, result, requires, docUrl } = operation;
  const facts = {
    id,
    method,
    path,
    authenticated,
    contentType,
    rateLimit,
    idempotency,
    scopes,
    idFields,
    result,
    requires,
    docUrl,
  };
  return emitLiteral(facts);
}

/** Emits a literal with its `undefined` members, which JSON would leave out. */
function emitLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(emitLiteral).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "undefined";
  return `{ ${Object.entries(value)
    .map(([key, member]) => `${key}: ${emitLiteral(member)}`)
    .join(", ")} }`;
}

import type { Requirement } from "../runtime/operation.js";
import { checkSentSchema } from "./checks/check-sent-schema.js";
import { type CreateError, readFields } from "./fields.js";
import { findRepeated } from "./find-repeated.js";
import type { Operation, Pagination, Parameter } from "./model.js";
import { readIdempotency, readRateLimit } from "./read-limits.js";
import { readPagination } from "./read-pagination.js";
import {
  findSchema,
  getJsonType,
  getRefName,
  parsePointer,
  resolveParameter,
  resolveResponse,
} from "./references.js";
import type { OperationSource } from "./source.js";
import type { Schema, Spec } from "./spec.js";

const JSON_MEDIA_TYPE = "application/json";

export function readOperation(source: OperationSource): Operation {
  const { spec, path, method, raw } = source;
  const id = requireValue(source, raw.operationId, "operationId");
  const fail: CreateError = (message, at, key) =>
    source.error(`${id}: ${message}`, typeof at === "object" && at !== null ? at : raw, key);
  const own = { ...source, error: fail };
  const parameters = readParameters(own);
  const body = readBody(own);
  checkBody(own, body, parameters);
  const { sdk, result, resultOptional, resultSchema, requires } = readSdk(own);
  const scopes = readScopes(own);
  const repeats = readIdempotency(own, body && spec.components.schemas[body.schema]);
  const pagination = readPagination(own, { parameters, bodySchema: body?.schema, result, resultSchema });
  return {
    id,
    method: method.toUpperCase(),
    path,
    summary: requireValue(own, raw.summary, "summary"),
    description: raw.description ?? "",
    docUrl: requireValue(own, raw.externalDocs, "externalDocs").url,
    authenticated: raw.security?.length !== 0,
    contentType: body && requireValue(own, raw.requestBody?.["x-content-type"], "x-content-type of its body"),
    body,
    parameters,
    requestExamples: readRequestExamples(own),
    sdk,
    result,
    resultSchema,
    resultOptional,
    requires: [...requires, ...listPageParts(pagination, result)],
    rateLimit: readRateLimit(own, sdk !== undefined),
    ...repeats,
    pagination,
    scopes,
    idFields: findIdFields(parameters, spec.components.schemas[body?.schema ?? ""], repeats.idempotency),
    ownErrorCodes: readOwnErrorCodes(own),
  };
}

/** Lists what a page may hold; `hasMore` is for the spec to require. */
function listPageParts(pagination: Pagination | undefined, result: readonly string[] = []): Requirement[] {
  if (!pagination) return [];
  return [
    { path: [...result, pagination.items], type: "array", optional: true },
    { path: [...result, pagination.nextCursor], type: "string", optional: true },
  ];
}

function requireValue<T>(
  { raw, error, method, path }: OperationSource,
  value: T | undefined,
  what: string,
): T {
  if (value === undefined) throw error(`${method.toUpperCase()} ${path} has no ${what}`, raw);
  return value;
}

function readBody(source: OperationSource): Operation["body"] {
  const { requestBody } = source.raw;
  if (!requestBody) return undefined;
  const { schema } = requireValue(source, requestBody.content[JSON_MEDIA_TYPE], `${JSON_MEDIA_TYPE} body`);
  return { schema: requireName(source, schema, "its body"), required: requestBody.required ?? false };
}

function checkBody(source: OperationSource, body: Operation["body"], parameters: readonly Parameter[]): void {
  const { spec, error, raw } = source;
  if (!body) return;
  checkSentSchema(spec, { $ref: `#/components/schemas/${body.schema}` }, error, body.schema);
  const properties = spec.components.schemas[body.schema]?.properties ?? {};
  const shared = parameters.find(({ name, in: location }) => location === "query" && properties[name]);
  if (shared)
    throw error(`${shared.name} is both in the query and in the body; a method takes them as one`, raw);
}

function readRequestExamples({ raw }: OperationSource): string[] {
  const examples = raw.requestBody?.content[JSON_MEDIA_TYPE]?.examples ?? {};
  return Object.values(examples).map(({ $ref }) => $ref);
}

function requireName(source: OperationSource, schema: Schema, what: string): string {
  return requireValue(source, getRefName(schema.$ref), `named schema for ${what} (use $ref)`);
}

function readSdk(source: OperationSource) {
  const { raw, spec, error } = source;
  const fields = readFields(
    requireValue(source, raw["x-sdk"], "x-sdk"),
    {
      resource: "string?",
      method: "string?",
      result: "string?",
      resultOptional: "boolean?",
      requires: "array?",
    },
    "x-sdk",
    error,
  );
  const { resource, method, resultOptional = false } = fields;
  if ((resource === undefined) !== (method === undefined))
    throw error("x-sdk names a resource and a method, or neither", raw["x-sdk"]);
  for (const name of [resource, method]) {
    if (name !== undefined && (!/^[a-z][A-Za-z0-9]*$/.test(name) || name === "constructor"))
      throw error(`${name} cannot be the name of a resource or a method`, raw["x-sdk"]);
  }
  if (fields.resultOptional !== undefined && fields.result === undefined)
    throw error("x-sdk has resultOptional without result", raw["x-sdk"], "resultOptional");
  const response = resolveResponse(spec, requireValue(source, raw.responses["200"], "response 200"));
  const { schema: success } = requireValue(
    source,
    response.content?.[JSON_MEDIA_TYPE],
    `${JSON_MEDIA_TYPE} response`,
  );
  const find = (pointer: unknown) => {
    const keys = parsePointer(pointer);
    const schema = keys && findSchema(spec, success, keys);
    if (!schema) throw error(`The response has no ${pointer}, which x-sdk names`, raw["x-sdk"]);
    return { keys, schema };
  };
  const result = fields.result === undefined ? undefined : find(fields.result);
  const inner = (fields.requires ?? []).map((pointer): Requirement => {
    const { keys, schema } = find(pointer);
    return { path: keys, type: getJsonType(spec, schema, error) };
  });
  const implied = inner.some(({ path }) => result?.keys.every((key, i) => path[i] === key));
  const whole: Requirement[] =
    result && result.keys.length > 0 && !implied
      ? [
          {
            path: result.keys,
            type: getJsonType(spec, result.schema, error),
            ...(resultOptional ? { optional: true } : {}),
          },
        ]
      : [];
  return {
    sdk: resource !== undefined && method !== undefined ? { resource, method } : undefined,
    result: result?.keys,
    resultSchema: result && requireName(source, result.schema, "its result"),
    resultOptional,
    requires: [...whole, ...inner],
  };
}

function readParameters(source: OperationSource): Parameter[] {
  const { spec, error, raw, pathParameters, path } = source;
  const parameters = [...pathParameters, ...(raw.parameters ?? [])].map((unresolved): Parameter => {
    const found = resolveParameter(spec, unresolved);
    if (!found) throw error(`${unresolved.$ref} is not in components.parameters`, unresolved);
    const { name, in: location, schema, description = "", example = schema.example } = found;
    if (location !== "path" && location !== "query")
      throw error(`${name} is a parameter in ${location}; a method takes those in path and query`, found);
    if (location === "query" && !["string", "integer", "number", "boolean"].includes(schema.type ?? ""))
      throw error(`${name} is a parameter of type ${schema.type}; a query takes single values`, found);
    checkSentSchema(spec, schema, error, name);
    if (location === "path" && (!found.required || schema.type !== "string"))
      throw error(`${name} is a parameter in the path, so it is required and of type string`, found);
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

/**
 * Finds the fields that Feishu names `…_id` or `…_id_list`, except the idempotency
 * key, which is the caller's own.
 */
function findIdFields(
  parameters: readonly Parameter[],
  body: Schema | undefined,
  idempotency: Operation["idempotency"],
): string[] {
  const key = typeof idempotency === "object" ? idempotency.field : undefined;
  const names = [...parameters.map(({ name }) => name), ...Object.keys(body?.properties ?? {})];
  return names.filter((name) => /_id(_list)?$/.test(name) && name !== key);
}

/** Reads the alternative scopes: the entries of `security`, each with one scope at most. */
function readScopes({ spec, raw, error }: OperationSource): string[] {
  const alternatives = raw.security ?? spec.security;
  return alternatives.flatMap((alternative) => {
    const lists = Object.values(alternative);
    const [scopes = []] = lists;
    const unknown = Object.keys(alternative).find((name) => !spec.components.securitySchemes?.[name]);
    if (unknown !== undefined)
      throw error(`${unknown} is not in components.securitySchemes`, alternative, unknown);
    if (lists.length !== 1 || scopes.length > 1)
      throw error("Each entry of security takes one scheme with one scope at most", raw);
    return scopes;
  });
}

/**
 * Reads the codes of the operation's example responses, except the platform's,
 * which have a page of their own.
 */
function readOwnErrorCodes({ spec, raw }: OperationSource): number[] {
  const platform = new Set(
    spec["x-error-codes"].filter(({ docUrl }) => docUrl !== undefined).map(({ code }) => code),
  );
  const shown = Object.values(raw.responses)
    .flatMap((unresolved) => {
      const { content } = resolveResponse(spec, unresolved);
      return Object.values(content?.[JSON_MEDIA_TYPE]?.examples ?? {});
    })
    .map(({ $ref }) => readExampleCode(spec, $ref))
    .filter((code) => code !== undefined);
  return [...new Set(shown)].filter((code) => code !== 0 && !platform.has(code));
}

function readExampleCode(spec: Spec, ref: string): number | undefined {
  const value: unknown = spec.components.examples[getRefName(ref) ?? ""]?.value;
  const code = typeof value === "object" && value !== null && "code" in value ? value.code : undefined;
  return typeof code === "number" ? code : undefined;
}

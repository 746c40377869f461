import type { Requirement } from "../runtime/operation.js";
import { checkSentSchema } from "./checks/check-sent-schema.js";
import { type CreateError, readFields } from "./fields.js";
import type { Operation, Pagination, Parameter } from "./model.js";
import { readIdempotency, readRateLimit } from "./read-limits.js";
import { readPagination } from "./read-pagination.js";
import { readParameters } from "./read-parameters.js";
import { readSdk } from "./read-sdk.js";
import { getRefName, resolveResponse } from "./references.js";
import { JSON_MEDIA_TYPE, type OperationSource, requireName, requireValue } from "./source.js";
import type { ErrorCode, Schema, Spec } from "./spec.js";

/** The keys of an operation. Without `security`, an operation would silently have no scope. */
const OPERATION = {
  operationId: "string",
  tags: "array?",
  summary: "string",
  description: "string?",
  externalDocs: "object",
  security: "array",
  parameters: "array?",
  requestBody: "object?",
  responses: "object",
  "x-sdk": "object",
  "x-rate-limit": "object?",
  "x-idempotency": "object?",
  "x-pagination": "object?",
} as const;

export function readOperation(source: OperationSource): Operation {
  const { spec, path, method, raw } = source;
  const id = requireValue(source, raw.operationId, "operationId");
  const fail: CreateError = (message, at, key) =>
    source.error(`${id}: ${message}`, typeof at === "object" && at !== null ? at : raw, key);
  const own = { ...source, error: fail };
  if (!/^[a-z]+[A-Z][A-Za-z0-9]*$/.test(id)) throw fail("An operationId is a verb and a noun", raw);
  const { summary, description = "", externalDocs } = readFields(raw, OPERATION, "The operation", fail);
  const { url } = readFields(externalDocs, { url: "string", description: "string?" }, "externalDocs", fail);
  const parameters = readParameters(own);
  const { body, contentType, requestExamples } = readBody(own);
  checkBody(own, body, parameters);
  const { sdk, result, resultOptional, resultSchema, requires } = readSdk(own);
  const scopes = readScopes(own);
  const repeats = readIdempotency(own, body && spec.components.schemas[body.schema]);
  const context = { parameters, bodySchema: body?.schema, result, resultSchema, requires };
  const pagination = readPagination(own, context);
  return {
    id,
    method: method.toUpperCase(),
    path,
    summary,
    description,
    docUrl: url,
    tag: raw.tags?.[0],
    authenticated: raw.security.length !== 0,
    contentType,
    body,
    parameters,
    requestExamples,
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

/** Lists what a page may hold; that it holds `hasMore` is among those that the spec requires. */
function listPageParts(pagination: Pagination | undefined, result: readonly string[] = []): Requirement[] {
  if (!pagination) return [];
  return [
    { path: [...result, pagination.items], type: "array", optional: true },
    { path: [...result, pagination.nextCursor], type: "string", optional: true },
  ];
}

/** The keys of a request body. */
const BODY = {
  description: "string?",
  required: "boolean?",
  "x-content-type": "string",
  content: "object",
} as const;

function readBody(source: OperationSource): Pick<Operation, "body" | "contentType" | "requestExamples"> {
  const { error, raw } = source;
  if (!raw.requestBody) return { body: undefined, contentType: undefined, requestExamples: [] };
  const {
    required = false,
    content,
    "x-content-type": contentType,
  } = readFields(raw.requestBody, BODY, "requestBody", error);
  const media = readFields(content, { [JSON_MEDIA_TYPE]: "object" }, "requestBody.content", error);
  const { schema, examples = {} } = readFields(
    media[JSON_MEDIA_TYPE],
    { schema: "object", examples: "object?" },
    JSON_MEDIA_TYPE,
    error,
  );
  return {
    body: { schema: requireName(source, schema, "its body"), required },
    contentType,
    requestExamples: Object.values(examples).map((example) => requireReference(source, example)),
  };
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

/** Returns the reference that an example is: one that is written out in place would be overlooked. */
function requireReference({ error }: OperationSource, example: unknown): string {
  return readFields(example, { $ref: "string" }, "An example", error).$ref;
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
  return raw.security.flatMap((alternative) => {
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
function readOwnErrorCodes(source: OperationSource): ErrorCode[] {
  const { spec, raw, error } = source;
  const known = new Map(spec["x-error-codes"].map((entry) => [entry.code, entry]));
  const shown = Object.values(raw.responses)
    .flatMap((unresolved) => {
      const { content } = resolveResponse(spec, unresolved);
      return Object.values(content?.[JSON_MEDIA_TYPE]?.examples ?? {});
    })
    .map((example) => readExampleCode(spec, requireReference(source, example)) ?? 0)
    .filter((code) => code !== 0);
  const entries = [...new Set(shown)].map((code) => {
    const entry = known.get(code);
    if (!entry)
      throw error(`An example has the code ${code}, which x-error-codes does not have`, raw.responses);
    return entry;
  });
  return entries.filter(({ docUrl }) => docUrl === undefined).sort((one, other) => one.code - other.code);
}

function readExampleCode(spec: Spec, ref: string): number | undefined {
  const value: unknown = spec.components.examples[getRefName(ref) ?? ""]?.value;
  const code = typeof value === "object" && value !== null && "code" in value ? value.code : undefined;
  return typeof code === "number" ? code : undefined;
}

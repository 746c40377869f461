/** What the emitters need of the spec, read once and checked, so that a missing fact fails here with its name. */
import { parse } from "yaml";

export interface Schema {
  $ref?: string;
  type?: string;
  description?: string;
  required?: string[];
  properties?: Record<string, Schema>;
  enum?: number[];
  "x-enum-varnames"?: string[];
  "x-enum-descriptions"?: string[];
  "x-enum-labels-zh"?: string[];
  "x-enum-value-fields"?: string[];
}

export interface ErrorCode {
  code: number;
  name: string;
  kind: string;
  httpStatuses: number[];
  nothingCarriedOut: boolean;
  rejectsToken: boolean;
  meaning: { en: string; zh: string };
  advice: { en: string; zh: string };
  docUrl: string;
}

interface Parameter {
  name: string;
  in: "path" | "query";
  required?: boolean;
  schema: Schema;
}

type RawParameter = { $ref: string } | (Omit<Parameter, "in"> & { in: string });

interface RawOperation {
  operationId: string;
  summary: string;
  description: string;
  externalDocs: { url: string };
  security?: unknown[];
  parameters?: RawParameter[];
  requestBody?: {
    "x-content-type"?: string;
    content: { "application/json": { schema: Schema } };
  };
  responses: Record<string, { content: { "application/json": { schema: Schema } } }>;
  "x-sdk": { resource?: string; method?: string; result?: string[]; requires?: string[] };
  "x-rate-limit"?: { requests: number; periodMs: number };
  "x-idempotency"?: { always: true } | { field: string; windowHours: number };
  "x-scopes": string[];
}

const METHODS = ["get", "put", "post", "patch", "delete"] as const;

type PathItem = { parameters?: RawParameter[] } & { [method in (typeof METHODS)[number]]?: RawOperation };

/** A value that a success must hold: where, and of which JSON type. */
export interface Requirement {
  path: string[];
  type: "string" | "number";
}

export interface Operation {
  id: string;
  method: string;
  path: string;
  summary: string;
  docUrl: string;
  authenticated: boolean;
  contentType: string | undefined;
  bodySchema: string | undefined;
  parameters: Parameter[];
  resource: string | undefined;
  methodName: string | undefined;
  result: string[];
  resultSchema: string | undefined;
  requires: Requirement[];
  rateLimit: { requests: number; periodMs: number } | undefined;
  idempotency: { always: true } | { field: string; windowHours: number } | undefined;
  scopes: string[];
}

export interface Spec {
  servers: { url: string }[];
  paths: Record<string, PathItem>;
  components: { schemas: Record<string, Schema>; parameters?: Record<string, RawParameter> };
  "x-error-codes": ErrorCode[];
  "x-scope-grant-url": string;
}

export interface Model {
  spec: Spec;
  hosts: string[];
  operations: Operation[];
  enums: [name: string, schema: Schema][];
  errorCodes: ErrorCode[];
}

export function readModel(yaml: string): Model {
  const spec: Spec = parse(yaml);
  const operations = Object.entries(spec.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [readOperation(spec, path, method, operation, item.parameters)] : [];
    }),
  );
  return {
    spec,
    hosts: spec.servers.map((server) => server.url),
    operations,
    enums: Object.entries(spec.components.schemas).filter(([, schema]) => schema.enum),
    errorCodes: spec["x-error-codes"],
  };
}

function readOperation(
  spec: Spec,
  path: string,
  method: string,
  raw: RawOperation,
  shared: RawParameter[] = [],
): Operation {
  const need = <T>(value: T | undefined, what: string): T => {
    if (value === undefined) throw new Error(`${method.toUpperCase()} ${path} has no ${what}`);
    return value;
  };
  const named = (schema: Schema, what: string) =>
    need(refName(schema), `named schema for ${what} (use $ref)`);
  const sdk = need(raw["x-sdk"], "x-sdk");
  const success = need(raw.responses["200"], "response 200").content["application/json"].schema;
  const { result, requires = [] } = sdk;
  return {
    id: need(raw.operationId, "operationId"),
    method: method.toUpperCase(),
    path,
    summary: need(raw.summary, "summary"),
    docUrl: need(raw.externalDocs, "externalDocs").url,
    authenticated: raw.security?.length !== 0,
    contentType: raw.requestBody?.["x-content-type"],
    bodySchema: raw.requestBody && named(raw.requestBody.content["application/json"].schema, "its body"),
    parameters: [...shared, ...(raw.parameters ?? [])].map((parameter) => readParameter(spec, parameter)),
    resource: sdk.resource,
    methodName: sdk.method,
    result: result ?? [],
    resultSchema: result && named(lookUp(spec, success, result), "its result"),
    requires: requires.map((pointer) => {
      const at = pointer.split("/").slice(1);
      const { type } = resolve(spec, lookUp(spec, success, at));
      return { path: at, type: type === "string" ? "string" : "number" };
    }),
    rateLimit: raw["x-rate-limit"],
    idempotency: raw["x-idempotency"],
    scopes: need(raw["x-scopes"], "x-scopes"),
  };
}

function readParameter(spec: Spec, raw: RawParameter): Parameter {
  if ("$ref" in raw) {
    const found = spec.components.parameters?.[refName(raw) ?? ""];
    if (!found) throw new Error(`${raw.$ref} is not in components.parameters`);
    return readParameter(spec, found);
  }
  const { in: place } = raw;
  if (place === "path" || place === "query") return { ...raw, in: place };
  throw new Error(`${raw.name} is a parameter in ${place}; a method takes those in path and query`);
}

export function refName(schema: Schema): string | undefined {
  return schema.$ref?.split("/").at(-1);
}

function resolve(spec: Spec, schema: Schema): Schema {
  const name = refName(schema);
  if (name === undefined) return schema;
  const found = spec.components.schemas[name];
  if (!found) throw new Error(`${schema.$ref} is not in components.schemas`);
  return found;
}

function lookUp(spec: Spec, schema: Schema, path: string[]): Schema {
  return path.reduce((parent, key) => {
    const child = resolve(spec, parent).properties?.[key];
    if (!child) throw new Error(`The answer has no ${path.join("/")}, which x-sdk names`);
    return child;
  }, schema);
}

import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** The part of the spec that the contract tests compare generated/ with, read from the published file. */
export interface SpecSchema {
  $ref?: string;
  type?: "object" | "array" | "string" | "integer" | "boolean";
  required?: string[];
  properties?: Record<string, SpecSchema>;
  items?: SpecSchema;
  enum?: number[];
  example?: unknown;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
}

export interface SpecParameter {
  name: string;
  in: "path" | "query";
  required?: boolean;
  description?: string;
  example?: unknown;
  schema: SpecSchema;
}

/** A request's or a response's body, under its media type. */
interface SpecContent {
  required?: boolean;
  content?: { "application/json": { schema: SpecSchema; examples: Record<string, Reference<SpecExample>> } };
}

interface SpecExample {
  value: { code: number; msg: string; error?: { log_id?: string } } & Record<string, unknown>;
}

type Reference<T> = T | { $ref: string };

const METHODS = ["get", "put", "post", "patch", "delete"] as const;

interface SpecPathItem extends Partial<Record<(typeof METHODS)[number], RawOperation>> {
  parameters?: Reference<SpecParameter>[];
}

interface RawOperation {
  operationId: string;
  parameters?: Reference<SpecParameter>[];
  requestBody?: Reference<SpecContent>;
  responses: Record<string, Reference<SpecContent>>;
  "x-sdk"?: { resource?: string; method?: string; result?: string };
}

interface Spec {
  paths: Record<string, SpecPathItem>;
  components: Record<string, Record<string, unknown>>;
  "x-error-codes": {
    code: number;
    kind: string;
    advice: { en: string; zh: string };
    docUrl?: string;
  }[];
}

/** The published spec, in one file. */
export const spec: Spec = parse(
  readFileSync(new URL("../../generated/openapi.yaml", import.meta.url), "utf8"),
);

/** An operation whose references are resolved, except for those in schemas. */
export interface SpecOperation {
  operationId: string;
  /** In capitals. */
  method: string;
  path: string;
  parameters: SpecParameter[];
  requestBody: SpecContent | undefined;
  responses: Record<string, SpecContent>;
  sdk: { resource?: string; method?: string; result?: string };
}

export const specOperations: readonly SpecOperation[] = Object.entries(spec.paths).flatMap(([path, item]) =>
  METHODS.flatMap((method) => {
    const raw = item[method];
    return raw ? [resolveOperation(path, method, item, raw)] : [];
  }),
);

function resolveOperation(
  path: string,
  method: string,
  item: SpecPathItem,
  raw: RawOperation,
): SpecOperation {
  return {
    operationId: raw.operationId,
    method: method.toUpperCase(),
    path,
    parameters: [...(item.parameters ?? []), ...(raw.parameters ?? [])].map(resolve),
    requestBody: raw.requestBody && resolve(raw.requestBody),
    responses: Object.fromEntries(
      Object.entries(raw.responses).map(([status, response]) => [status, resolve(response)]),
    ),
    sdk: raw["x-sdk"] ?? {},
  };
}

/** Follows a reference into `components`. */
export function resolve<T extends object>(value: Reference<T>): T {
  if (!("$ref" in value) || typeof value.$ref !== "string") return value as T;
  const [, , group = "", name = ""] = value.$ref.split("/");
  const found = spec.components[group]?.[name];
  if (found === undefined) throw new Error(`${value.$ref} is not in the spec`);
  return resolve(found as Reference<T>);
}

/** Lists the named examples of a request or a response. */
export function listExamples({ content }: SpecContent): [name: string, example: SpecExample["value"]][] {
  return Object.entries(content?.["application/json"].examples ?? {}).map(([name, example]) => [
    name,
    resolve(example).value,
  ]);
}

/** A failure that an operation may respond with, as the spec shows it. */
export interface FailureExample {
  operation: SpecOperation;
  /** One status of the range, if the spec gives a range. */
  status: number;
  name: string;
  code: number;
  msg: string;
  logId: string | undefined;
}

/** No operation names 403 or 503 by itself, so each falls into its range. */
const STATUS_OF_RANGE: Readonly<Record<string, number>> = { "4XX": 403, "5XX": 503 };

export const failureExamples: readonly FailureExample[] = specOperations.flatMap((operation) =>
  Object.entries(operation.responses).flatMap(([status, response]) =>
    listExamples(response)
      .filter(([, { code }]) => code !== 0)
      .map(([name, { code, msg, error }]) => ({
        operation,
        status: STATUS_OF_RANGE[status] ?? Number(status),
        name,
        code,
        msg,
        logId: error?.log_id,
      })),
  ),
);

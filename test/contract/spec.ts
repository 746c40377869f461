import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { ErrorCode } from "../../scripts/generate/model.js";

/** What the contract tests read of the spec, straight from the file: generated/ is what they hold to it. */
export interface SpecSchema {
  $ref?: string;
  type?: "object" | "array" | "string" | "integer";
  required?: string[];
  properties?: Record<string, SpecSchema>;
  items?: SpecSchema;
  enum?: number[];
  minLength?: number;
  minimum?: number;
  maximum?: number;
}

interface SpecExample {
  value: { code: number; msg: string; error?: { log_id?: string } } & Record<string, unknown>;
}

interface SpecContent {
  content: { "application/json": { schema: SpecSchema; examples: Record<string, { $ref: string }> } };
}

export interface SpecOperation {
  operationId: string;
  requestBody: SpecContent;
  responses: Record<string, SpecContent>;
}

interface Spec {
  paths: Record<string, { post: SpecOperation }>;
  components: { schemas: Record<string, SpecSchema>; examples: Record<string, SpecExample> };
  "x-error-codes": ErrorCode[];
}

export const spec: Spec = parse(readFileSync(new URL("../../spec/openapi.yaml", import.meta.url), "utf8"));

/** The operations with a body, by path. */
export const posts: [path: string, operation: SpecOperation][] = Object.entries(spec.paths).map(
  ([path, { post }]) => [path, post],
);

export function resolve(schema: SpecSchema): SpecSchema {
  const name = schema.$ref?.split("/").at(-1);
  return name === undefined ? schema : (spec.components.schemas[name] ?? {});
}

/** The named examples of a request or an answer. */
export function examplesOf({ content }: SpecContent): [name: string, example: SpecExample["value"]][] {
  return Object.entries(content["application/json"].examples).map(([name, { $ref }]) => {
    const example = spec.components.examples[$ref.split("/").at(-1) ?? ""];
    if (!example) throw new Error(`${$ref} is not in the spec`);
    return [name, example.value];
  });
}

/** A failure that an operation can answer, as the spec shows it. */
export interface FailureExample {
  operationId: string;
  /** A status that the range stands for, where the spec gives a range. */
  status: number;
  name: string;
  code: number;
  msg: string;
  logId: string | undefined;
}

/** No operation states 403 or 503 by itself, so each falls into its range. */
const STATUS_OF_RANGE: Readonly<Record<string, number>> = { "4XX": 403, "5XX": 503 };

export const failureExamples: FailureExample[] = posts.flatMap(([, { operationId, responses }]) =>
  Object.entries(responses).flatMap(([status, response]) =>
    examplesOf(response)
      .filter(([, { code }]) => code !== 0)
      .map(([name, { code, msg, error }]) => ({
        operationId,
        status: STATUS_OF_RANGE[status] ?? Number(status),
        name,
        code,
        msg,
        logId: error?.log_id,
      })),
  ),
);

import type { CreateError } from "./fields.js";
import { getRefName } from "./references.js";
import type { RawOperation, RawParameter, Schema, Spec } from "./spec.js";

export const JSON_MEDIA_TYPE = "application/json";

/** An operation as the spec has it, and where it is. */
export interface OperationSource {
  readonly spec: Spec;
  readonly error: CreateError;
  readonly path: string;
  readonly method: string;
  readonly raw: RawOperation;
  /** The parameters that all methods of the path share. */
  readonly pathParameters: readonly RawParameter[];
}

export function requireValue<T>(
  { raw, error, method, path }: OperationSource,
  value: T | undefined,
  what: string,
): T {
  if (value === undefined) throw error(`${method.toUpperCase()} ${path} has no ${what}`, raw);
  return value;
}

export function requireName(source: OperationSource, schema: Schema, what: string): string {
  return requireValue(source, getRefName(schema.$ref), `named schema for ${what} (use $ref)`);
}

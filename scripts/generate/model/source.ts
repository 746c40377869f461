import type { CreateError } from "./fields.js";
import type { RawOperation, RawParameter, Spec } from "./spec.js";

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

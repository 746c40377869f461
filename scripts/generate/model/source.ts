import type { CreateError } from "./fields.js";
import type { RawOperation, RawParameter, Spec } from "./spec.js";

/** A raw operation of the spec, and where it is. */
export interface OperationSource {
  readonly spec: Spec;
  readonly error: CreateError;
  readonly path: string;
  readonly method: string;
  readonly raw: RawOperation;
  /** The parameters of all methods of this path. */
  readonly pathParameters: readonly RawParameter[];
}

import type { Located } from "./fields.js";
import type { RawOperation, RawParameter, Spec } from "./spec.js";

/** An operation as it is in the spec, and where. */
export interface Source {
  readonly spec: Spec;
  readonly error: Located;
  readonly path: string;
  readonly method: string;
  readonly raw: RawOperation;
  /** The parameters of all methods of this path. */
  readonly shared: readonly RawParameter[];
}

import type { Idempotency, RateLimit, Requirement } from "../runtime/operation.js";
import type { CreateError } from "./fields.js";
import type { ErrorCode, Schema, Spec } from "./spec.js";

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly schema: Schema;
  readonly description: string;
  readonly example: unknown;
}

/** The names of an operation's pagination fields. */
export interface Pagination {
  readonly cursor: string;
  readonly limit: { readonly name: string; readonly maximum: number };
  /** A list in the body that is sent in chunks if it is longer. */
  readonly chunks: { readonly name: string; readonly maximum: number } | undefined;
  readonly items: string;
  readonly itemSchema: string;
  readonly nextCursor: string;
  readonly hasMore: string;
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly docUrl: string;
  /** The first of its tags, by which the pages group operations. */
  readonly tag: string | undefined;
  readonly authenticated: boolean;
  readonly contentType: string | undefined;
  readonly body: { readonly schema: string; readonly required: boolean } | undefined;
  readonly parameters: readonly Parameter[];
  /** References to the examples of its body. */
  readonly requestExamples: readonly string[];
  /** The method that it becomes; `undefined` for an operation that only the client itself calls. */
  readonly sdk: { readonly resource: string; readonly method: string } | undefined;
  readonly result: readonly string[] | undefined;
  readonly resultSchema: string | undefined;
  /** Whether a success may lack its result. */
  readonly resultOptional: boolean;
  readonly requires: readonly Requirement[];
  readonly rateLimit: RateLimit | undefined;
  readonly idempotency: Idempotency;
  /** Whether its page says nothing about the response to a repeated request. */
  readonly isRepeatResponseUndocumented: boolean;
  readonly pagination: Pagination | undefined;
  readonly scopes: readonly string[];
  /** The parameters and body fields that take the id of an existing record. */
  readonly idFields: readonly string[];
  /** The error codes that its page lists, in ascending order; each has an example response. */
  readonly ownErrorCodes: readonly ErrorCode[];
}

/** An operation that is a method of a resource. */
export type Method = Operation & { readonly sdk: NonNullable<Operation["sdk"]> };

export interface Model {
  readonly spec: Spec;
  readonly error: CreateError;
  /** The comment at the head of the spec. */
  readonly head: string;
  readonly hosts: readonly string[];
  readonly operations: readonly Operation[];
  readonly methods: readonly Method[];
  readonly enums: readonly (readonly [name: string, schema: Schema])[];
  readonly errorCodes: readonly ErrorCode[];
}

/** A JSON type, as `typeof` names it, except that arrays and `null` are not objects. */
export type JsonType = "string" | "number" | "boolean" | "object" | "array";

/** A value that a success must hold. `null` counts as missing. */
export interface Requirement {
  /** The keys that lead to it, from the envelope. */
  readonly path: readonly string[];
  readonly type: JsonType;
  /** Whether it may be missing, and only must not be of another type. */
  readonly optional?: true;
}

/**
 * When a request may be sent again after an ambiguous outcome.
 *
 * - `"readOnly"`: any time, since it changes nothing.
 * - `"always"`: any time, since applying it twice has the same effect as applying it once.
 * - `field`: only if the body has this field, and until `windowMs` after the first attempt. Never if
 *   Feishu documents no window (`undefined`).
 * - `undefined`: never.
 */
export type Idempotency =
  | "readOnly"
  | "always"
  | { readonly field: string; readonly windowMs: number | undefined }
  | undefined;

/** At most `requests` in any period of `periodMs`, per app and tenant. */
export interface RateLimit {
  readonly requests: number;
  readonly periodMs: number;
}

/** Everything the client needs to know about an operation, apart from its types. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** With `{name}` for each path parameter. */
  readonly path: string;
  /** Whether it carries a tenant_access_token. */
  readonly authenticated: boolean;
  /** The exact Content-Type header of a request with a body. */
  readonly contentType: string | undefined;
  readonly rateLimit: RateLimit | undefined;
  readonly idempotency: Idempotency;
  /** The permissions, any one of which is enough. */
  readonly scopes: readonly string[];
  /** The parameters and body fields that take the id of an existing record. */
  readonly idFields: readonly string[];
  /** The keys that lead from the envelope to what the method returns; `undefined` if it returns nothing. */
  readonly result: readonly string[] | undefined;
  /** The values without which a response is not a success. */
  readonly requires: readonly Requirement[];
  /** Feishu's page of the operation. */
  readonly docUrl: string;
}

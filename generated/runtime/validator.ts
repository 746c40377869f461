// Generated: a copy of scripts/generate/runtime/validator.ts; do not edit.

/** One difference between a value and its schema, in terms of JSON Schema. */
export interface Violation {
  /** A JSON pointer to the value. */
  readonly instancePath: string;
  /** The keyword of the schema that the value violates; `segment` for a path parameter that is not one segment. */
  readonly keyword: string;
  /** The keyword's parameters, such as a limit. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** Checks values against one schema. */
export interface Validator<Value = unknown> {
  accepts(value: unknown): value is Value;
  /** Lists every violation; empty if the schema accepts the value. */
  explain(value: unknown): Violation[];
}

/** The validators of a request, for the parts that the operation has. */
export interface RequestValidators {
  readonly path?: Validator;
  readonly query?: Validator;
  readonly body?: Validator;
}

/**
 * Returns whether a value is valid. Without `violations` it stops at the first violation and builds no
 * pointers; with it, it adds every violation to the list.
 */
export type Check = (value: unknown, violations?: Violation[], pointer?: string) => boolean;

export function createValidator<Value>(check: Check): Validator<Value> {
  return {
    accepts: (value): value is Value => check(value),
    explain: (value) => {
      const violations: Violation[] = [];
      check(value, violations, "");
      return violations;
    },
  };
}

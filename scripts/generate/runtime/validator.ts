/** One difference between a value and its schema, in the terms of JSON Schema. */
export interface Violation {
  /** A JSON pointer to the value. */
  readonly instancePath: string;
  /** The keyword of the schema that the value violates. */
  readonly keyword: string;
  /** What the keyword asks for. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** Checks values against one schema. */
export interface Validator<Value = unknown> {
  accepts(value: unknown): value is Value;
  /** Every violation of the value; none if the schema accepts it. */
  explain(value: unknown): Violation[];
}

/** The validators of a request, for the parts that the operation has. */
export interface RequestValidators {
  readonly path?: Validator;
  readonly query?: Validator;
  readonly body?: Validator;
}

/**
 * Whether a value is valid. Stops at the first violation, unless there is a list that takes all of them, for which
 * alone pointers are built.
 */
export type Check = (value: unknown, violations?: Violation[], pointer?: string) => boolean;

export function validator<Value>(check: Check): Validator<Value> {
  return {
    accepts: (value): value is Value => check(value),
    explain: (value) => {
      const violations: Violation[] = [];
      check(value, violations, "");
      return violations;
    },
  };
}

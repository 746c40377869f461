import type { Idempotency, RateLimit } from "../runtime/operation.js";
import { readFields } from "./fields.js";
import type { Operation } from "./model.js";
import type { OperationSource } from "./source.js";
import type { Schema } from "./spec.js";

const HOUR_MS = 3_600_000;

export function readRateLimit({ raw, error }: OperationSource, isMethod: boolean): RateLimit | undefined {
  const limit = raw["x-rate-limit"];
  if (limit === undefined && isMethod) throw error("has no x-rate-limit", raw);
  if (limit === undefined) return undefined;
  const { requests, periodMs } = readFields(
    limit,
    { requests: "number", periodMs: "number" },
    "x-rate-limit",
    error,
  );
  if (!Number.isInteger(requests) || requests < 1 || !Number.isInteger(periodMs) || periodMs < 1)
    throw error("x-rate-limit takes whole numbers from 1", limit);
  return { requests, periodMs };
}

/**
 * HTTP's own guarantees, for operations without `x-idempotency`.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.2
 */
const BY_METHOD: Readonly<Record<string, Idempotency>> = { get: "readOnly", put: "always", delete: "always" };

/** Reads how an operation reacts to a repeated request. */
export function readIdempotency(
  { raw, error, method }: OperationSource,
  body: Schema | undefined,
): Pick<Operation, "idempotency" | "isRepeatResponseUndocumented"> {
  const stated = raw["x-idempotency"];
  if (stated === undefined) return { idempotency: BY_METHOD[method], isRepeatResponseUndocumented: false };
  const { readOnly, always, field, windowHours, repeatResponse } = readFields(
    stated,
    {
      readOnly: "boolean?",
      always: "boolean?",
      field: "string?",
      windowHours: "number?",
      repeatResponse: "string?",
    },
    "x-idempotency",
    error,
  );
  if ([readOnly, always, field].filter((key) => key !== undefined).length !== 1)
    throw error("x-idempotency takes one of readOnly, always and field", stated);
  if (repeatResponse !== undefined && (repeatResponse !== "undocumented" || readOnly))
    throw error("x-idempotency takes only undocumented for repeatResponse, and not of a read", stated);
  const isRepeatResponseUndocumented = repeatResponse !== undefined;
  if (readOnly || always) {
    if (windowHours !== undefined) throw error("x-idempotency has windowHours without field", stated);
    return { idempotency: readOnly ? "readOnly" : "always", isRepeatResponseUndocumented };
  }
  if (field === undefined) throw error("x-idempotency takes only true for readOnly and always", stated);
  if (body?.properties?.[field]?.type !== "string")
    throw error(`x-idempotency names ${field}, which is not a string of the body`, stated);
  if (windowHours !== undefined && !(windowHours > 0))
    throw error("x-idempotency takes windowHours above 0", stated);
  const windowMs = windowHours === undefined ? undefined : windowHours * HOUR_MS;
  return { idempotency: { field, windowMs }, isRepeatResponseUndocumented };
}

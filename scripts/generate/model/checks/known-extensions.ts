import { isObject } from "../../runtime/checks.js";
import type { CreateError } from "../fields.js";
import { METHODS } from "../spec.js";

/** Every `x-` key that the spec may hold, by where it is read; the head of spec/openapi.yaml explains them. */
const KNOWN = {
  root: ["x-error-codes", "x-error-kinds", "x-scope-grant-url"],
  operation: ["x-sdk", "x-rate-limit", "x-idempotency", "x-pagination"],
  requestBody: ["x-content-type"],
  enum: ["x-enum-varnames", "x-enum-descriptions", "x-enum-labels-zh", "x-enum-value-fields"],
} as const;

const ALL: readonly string[] = Object.values(KNOWN).flat();

/** Throws for an `x-` key that is unknown or in a place where nothing reads it, because it would be ignored. */
export function assertKnownExtensions(
  value: unknown,
  error: CreateError,
  path: readonly string[] = [],
): void {
  if (Array.isArray(value)) for (const item of value) assertKnownExtensions(item, error, [...path, ""]);
  if (!isObject(value)) return;
  const known = listKnown(path, value);
  for (const [key, member] of Object.entries(value)) {
    if (key === "examples" || key === "example") continue;
    if (key.startsWith("x-")) {
      if (known.includes(key) || path.at(-1) === "headers") continue;
      const reason = ALL.includes(key) ? "is not read here" : "is unknown";
      throw error(
        `${key} ${reason}; ${path.join(" > ") || "the root"} takes ${known.join(", ") || "none"}`,
        value,
        key,
      );
    }
    assertKnownExtensions(member, error, [...path, key]);
  }
}

function listKnown(path: readonly string[], value: Record<string, unknown>): readonly string[] {
  const [section, , third = "", fourth] = path;
  if (path.length === 0) return KNOWN.root;
  const isOfOperation = section === "paths" && METHODS.some((method) => method === third);
  if (isOfOperation && path.length === 3) return KNOWN.operation;
  if (isOfOperation && path.length === 4 && fourth === "requestBody") return KNOWN.requestBody;
  const isEnum = path.length === 3 && path[1] === "schemas" && value.enum !== undefined;
  return section === "components" && isEnum ? KNOWN.enum : [];
}

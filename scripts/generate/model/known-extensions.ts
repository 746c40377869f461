import { type CreateError, isRecord } from "./fields.js";

/** Every `x-` key that the spec may hold; the head of spec/openapi.yaml explains them. */
const KNOWN = new Set([
  "x-error-codes",
  "x-error-kinds",
  "x-scope-grant-url",
  "x-sdk",
  "x-rate-limit",
  "x-idempotency",
  "x-pagination",
  "x-content-type",
  "x-enum-varnames",
  "x-enum-descriptions",
  "x-enum-labels-zh",
  "x-enum-value-fields",
]);

/** Throws for an unknown `x-` key, because a typo would otherwise be ignored. */
export function assertKnownExtensions(value: unknown, error: CreateError): void {
  if (Array.isArray(value)) for (const item of value) assertKnownExtensions(item, error);
  if (!isRecord(value)) return;
  for (const [key, member] of Object.entries(value)) {
    if (key === "examples" || key === "example") continue;
    if (key.startsWith("x-") && !KNOWN.has(key) && !isHeader(key))
      throw error(`${key} is unknown; the spec's extensions are ${[...KNOWN].join(", ")}`, value);
    assertKnownExtensions(member, error);
  }
}

/** Feishu's own headers begin with x- too. */
function isHeader(key: string): boolean {
  return key.startsWith("x-ogw-");
}

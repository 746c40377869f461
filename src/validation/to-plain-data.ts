/**
 * A value as it will be serialised. Plain data is returned as it is, which is nearly always the case; a getter, a class
 * instance or a `toJSON` is resolved, so that what is validated is what is sent.
 *
 * @returns undefined if the value cannot be serialised: it holds itself, say, or its `toJSON` throws
 */
export function toPlainData(value: unknown): { readonly value: unknown } | undefined {
  try {
    return { value: isPlain(value) ? value : JSON.parse(JSON.stringify(value) ?? "null") };
  } catch {
    return undefined; // what was thrown may repeat the value
  }
}

/** A bigint is for the validator to name. */
function isPlain(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every(isPlain);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(value))) {
    if (!("value" in property) || name === "toJSON" || !isPlain(property.value)) return false;
  }
  return true;
}

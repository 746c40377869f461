/**
 * Resolves a value to what will be serialized, so that what is validated is what is sent. Plain data, the
 * usual case, is returned unchanged; getters, class instances and `toJSON` are resolved.
 *
 * @returns undefined if the value cannot be serialized: it refers to itself, for
 * example, or its `toJSON` throws
 */
export function toPlainData(value: unknown): { readonly value: unknown } | undefined {
  try {
    return { value: isPlain(value) ? value : JSON.parse(JSON.stringify(value) ?? "null") };
  } catch {
    return undefined; // what was thrown may repeat the value
  }
}

/** A bigint passes: the validator reports it, where JSON.stringify would throw. */
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

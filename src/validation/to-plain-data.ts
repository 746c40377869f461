import { isObject } from "../is-object.js";

/** What will be sent: the value, and its text if it had to be serialized. */
export interface PlainData {
  readonly value: unknown;
  readonly text?: string | undefined;
}

const NOT_PLAIN = Symbol();

/**
 * Reads a value once, as JSON.stringify does, so that what is validated is what is sent: only its own enumerable
 * properties count, and a later change of the object has no effect. Class instances and `toJSON` are serialized.
 *
 * @returns undefined if the value cannot be serialized: it refers to itself, for
 * example, or its `toJSON` throws
 */
export function toPlainData(value: unknown): PlainData | undefined {
  try {
    const copy = copyPlain(value);
    if (copy !== NOT_PLAIN) return { value: copy };
    const text = JSON.stringify(value);
    return { value: JSON.parse(text), text };
  } catch {
    return undefined; // what was thrown may repeat the value
  }
}

/** Copies plain data. A bigint passes: the validator reports it, where JSON.stringify would throw. */
function copyPlain(value: unknown): unknown {
  if (!isObject(value)) return value;
  const isList = Array.isArray(value);
  const prototype: unknown = Object.getPrototypeOf(value);
  if ("toJSON" in value || !(isList || prototype === Object.prototype || prototype === null))
    return NOT_PLAIN;
  // Without a prototype, a name that a program has put on Object.prototype is not a field.
  const copy: Record<string, unknown> = isList ? [] : Object.create(null);
  for (const key of isList ? value.keys() : Object.keys(value)) {
    const member = copyPlain(value[key]);
    if (member === NOT_PLAIN) return NOT_PLAIN;
    copy[key] = member;
  }
  return copy;
}

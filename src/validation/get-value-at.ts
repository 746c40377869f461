import { isObject } from "../is-object.js";

/** Returns what a JSON pointer leads to; undefined if it leads nowhere. */
export function getValueAt(root: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), root);
}

import { isObject } from "../../../is-object.js";
import { findStringEnd } from "./measure-json.js";

/**
 * The JSON pointer of a key that an object has twice, of which `JSON.parse` silently keeps the last; undefined if there
 * is none.
 *
 * @param text valid JSON
 * @param value what `JSON.parse` makes of it
 * @param colons the number of those outside of strings
 */
export function findDuplicateKey(text: string, value: unknown, colons: number): string | undefined {
  // Most texts have as many keys as colons outside of strings, and need no closer look.
  if (colons === countKeys(value)) return undefined;
  const path: Container[] = [];
  let key = "";
  for (let at = 0; at < text.length; at++) {
    const top = path.at(-1);
    switch (text[at]) {
      case "{":
        path.push({ key, keys: new Set(), index: 0 });
        break;
      case "[":
        path.push({ key, keys: undefined, index: 0 });
        key = "0";
        break;
      case "}":
      case "]":
        path.pop();
        break;
      case ",":
        if (top) key = String(++top.index);
        break;
      case '"': {
        const end = findStringEnd(text, at);
        const name = findKey(text, at, end);
        at = end;
        if (name === undefined || !top?.keys) break;
        if (top.keys.has(name)) return toPointer(path, name);
        top.keys.add(name);
        key = name;
      }
    }
  }
  return undefined;
}

/** The string from one quote to the other, if a colon follows it. */
function findKey(text: string, start: number, end: number): string | undefined {
  let after = end + 1;
  while (/\s/.test(text.charAt(after))) after++;
  return text[after] === ":" ? String(JSON.parse(text.slice(start, end + 1))) : undefined;
}

interface Container {
  /** Under which it is in the container around it. */
  readonly key: string;
  /** An object's keys so far. */
  readonly keys: Set<string> | undefined;
  index: number;
}

function toPointer(path: readonly Container[], key: string): string {
  return [...path.slice(1).map((container) => container.key), key]
    .map((part) => `/${part.replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}

function countKeys(value: unknown): number {
  let count = 0;
  if (Array.isArray(value)) for (const item of value) count += countKeys(item);
  else if (isObject(value)) for (const name of Object.keys(value)) count += 1 + countKeys(value[name]);
  return count;
}

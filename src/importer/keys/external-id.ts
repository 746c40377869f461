import { hash } from "node:crypto";
import type { ExternalInterviewCreate } from "../../../generated/schema.js";
import { isObject } from "../../is-object.js";
import type { KeyDigest } from "./key-index.js";

/** Serializes an interview's content without its key: to the same text, whatever the order of its fields and lists. */
function canonicalizeContent({ external_id: _, ...content }: ExternalInterviewCreate): string {
  return canonicalize(content);
}

function canonicalize(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalize).sort()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const fields = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort();
  return `{${fields.map((name) => `${JSON.stringify(name)}:${canonicalize(value[name])}`)}}`;
}

/** Digests a key, for the index to find it by. */
export function digestKey(externalId: string): KeyDigest {
  // A binary string takes half the time of hexadecimal digits, and a third of a buffer's.
  const digest = hash("sha256", externalId, "binary");
  const readWord = (at: number) =>
    ((digest.charCodeAt(at) << 24) |
      (digest.charCodeAt(at + 1) << 16) |
      (digest.charCodeAt(at + 2) << 8) |
      digest.charCodeAt(at + 3)) >>>
    0;
  return [readWord(0), readWord(4), readWord(8)];
}

/**
 * Derives the `external_id` of an interview that has none: the same in every run, and in any order of the rows.
 *
 * @param idNamespace keeps the ids of two systems apart
 * @param occurrence which of the identical interviews of the input this is, from 0
 */
export function deriveExternalId(idNamespace: string, body: ExternalInterviewCreate, occurrence = 0): string {
  const content = JSON.stringify([idNamespace, occurrence, canonicalizeContent(body)]);
  return `${idNamespace}:${hash("sha256", content).slice(0, 32)}`;
}

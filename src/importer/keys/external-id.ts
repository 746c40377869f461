import { hash } from "node:crypto";
import type { ExternalInterviewCreate } from "../../../generated/schema.js";
import { isObject } from "../../is-object.js";
import type { KeyDigest } from "./key-index.js";

/** An interview's content without its key, the same however its fields and its lists are ordered. */
function canonicalContent({ external_id: _, ...content }: ExternalInterviewCreate): string {
  return canonical(content);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const fields = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort();
  return `{${fields.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)}}`;
}

export function keyDigest(externalId: string): KeyDigest {
  // As a text of bytes, which takes half as long as hexadecimal digits and a third of a buffer.
  const digest = hash("sha256", externalId, "binary");
  const word = (at: number) =>
    ((digest.charCodeAt(at) << 24) |
      (digest.charCodeAt(at + 1) << 16) |
      (digest.charCodeAt(at + 2) << 8) |
      digest.charCodeAt(at + 3)) >>>
    0;
  return [word(0), word(4), word(8)];
}

/**
 * The `external_id` that the importer gives an interview that has none: the same in every run and in any order of the rows.
 *
 * @param source the namespace, so that two systems' interviews never share a key
 * @param which which of the identical interviews of the input this is, from 0
 */
export function deriveExternalId(source: string, body: ExternalInterviewCreate, which = 0): string {
  return `${source}:${sha256(JSON.stringify([source, which, canonicalContent(body)])).slice(0, 32)}`;
}

/** In hexadecimal digits. */
function sha256(text: string): string {
  return hash("sha256", text);
}

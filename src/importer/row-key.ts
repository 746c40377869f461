import { createHash } from "node:crypto";
import type { ExternalInterviewCreate } from "../../generated/schema.js";
import { isObject } from "../validate.js";
import type { KeyDigest } from "./key-index.js";

/** An interview's content without its key, the same however its fields are ordered. */
export function canonicalContent({ external_id: _, ...content }: ExternalInterviewCreate): string {
  return JSON.stringify(sortFields(content));
}

function sortFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortFields);
  if (!isObject(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sortFields(value[key])]));
}

/** Two words of the content's hash, to see whether it has changed. */
export function contentDigest(content: string): readonly [number, number] {
  const hash = sha256(content);
  return [hash.readUInt32BE(0), hash.readUInt32BE(4)];
}

export function keyDigest(externalId: string): KeyDigest {
  const hash = sha256(externalId);
  return [hash.readUInt32BE(0), hash.readUInt32BE(4), hash.readUInt32BE(8)];
}

/**
 * An `external_id` for an interview that has none: the same in every run and in any order of the rows.
 *
 * @param source the namespace, so that two systems' interviews never share a key
 * @param which which of the identical interviews of the input this is, from 0
 */
export function deriveExternalId(source: string, content: string, which: number): string {
  return `${source}:${sha256(JSON.stringify([source, which, content])).toString("hex", 0, 16)}`;
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

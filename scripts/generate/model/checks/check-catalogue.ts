import { readFileSync } from "node:fs";
import { type CreateError, readFields } from "../fields.js";
import type { Spec } from "../spec.js";

const TEXTS = { en: "string", zh: "string" } as const;
const ENTRY = {
  code: "number",
  name: "string",
  kind: "string",
  httpStatuses: "array",
  provesNotApplied: "boolean",
  rejectsToken: "boolean",
  meaning: "object",
  advice: "object",
  docUrl: "string?",
} as const;

/** Checks the kinds of error codes and their catalogue, strictly. */
export function checkCatalogue(spec: Spec, error: CreateError): void {
  const { "x-error-codes": codes, "x-error-kinds": kinds } = spec;
  const classes = listErrorClasses();
  for (const [kind, name] of Object.entries(kinds)) {
    if (!classes.includes(name))
      throw error(`${kind} has the class ${name}; src/errors/api.ts has ${classes.join(", ")}`, kinds, kind);
  }
  if (!Array.isArray(codes)) throw error("x-error-codes is not a list", codes);
  const known = new Set<unknown>();
  for (const entry of codes) {
    const { code, name, kind, httpStatuses, meaning, advice } = readFields(
      entry,
      ENTRY,
      `The entry of ${entry.code}`,
      error,
    );
    readFields(meaning, TEXTS, `${code}'s meaning`, error);
    const { en, zh } = readFields(advice, TEXTS, `${code}'s advice`, error);
    if (!/^[A-Z]\w*$/.test(name))
      throw error(`${code} has the name ${name}, which is not a constant's`, entry);
    const placeholder = /\{(?!ids\}).*/.exec(en + zh)?.[0];
    if (placeholder !== undefined) throw error(`${code}'s advice has ${placeholder}; it takes {ids}`, entry);
    if (!httpStatuses.every(Number.isInteger))
      throw error(`${code} has httpStatuses other than numbers`, entry);
    if (!Object.hasOwn(kinds, kind))
      throw error(`${code} is of kind ${kind}, which x-error-kinds does not have`, entry);
    for (const id of [code, name]) {
      if (known.has(id)) throw error(`x-error-codes has ${id} twice`, entry);
      known.add(id);
    }
  }
}

/** Lists the classes that a call can reject with for a code; they are read as text, since they import generated/. */
function listErrorClasses(): string[] {
  const source = readFileSync(new URL("../../../../src/errors/api.ts", import.meta.url), "utf8");
  return [...source.matchAll(/^export class (\w+) extends FeishuApiError\b/gm)].map(([, name = ""]) => name);
}

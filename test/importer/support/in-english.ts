import type { Phrase } from "../../../src/importer/index.js";

/** A value whose phrases are English texts. */
export type InEnglish<T> = T extends Phrase
  ? string
  : T extends object
    ? { [Name in keyof T]: InEnglish<T[Name]> }
    : T;

/** Converts a value to what JSON makes of it: phrases become English texts. */
export function inEnglish<T>(value: T): InEnglish<T> {
  const text = JSON.stringify(value) ?? "null"; // of undefined
  return JSON.parse(text) ?? undefined;
}

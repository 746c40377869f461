import { expect } from "vitest";
import { Phrase, type PhraseValue } from "../../../src/importer/messages/phrase.js";

type Params = Readonly<Record<string, unknown>>;

/** Matches a phrase by its key and parameters, whatever its wording. */
export function phraseWith(key: string, params: Params = {}): Phrase {
  return expect.objectContaining({ key, params: expect.objectContaining(params) });
}

export function inputError(key: string, params?: Params): Error {
  return expect.objectContaining({ name: "InputError", phrase: phraseWith(key, params) });
}

export function jobError(key: string, params?: Params): Error {
  return expect.objectContaining({ name: "JobError", phrase: phraseWith(key, params) });
}

/** Lists the values in a phrase, including those of the phrases in it. */
export function listValues(value: PhraseValue | undefined): unknown[] {
  if (value === undefined) return [];
  if (value instanceof Phrase) return Object.values(value.params).flatMap(listValues);
  return Array.isArray(value) ? value.flatMap(listValues) : [value];
}

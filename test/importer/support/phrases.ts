import { expect } from "vitest";
import { Phrase, type PhraseValue } from "../../../src/importer/messages/phrase.js";

type Params = Readonly<Record<string, unknown>>;

/** Matches a phrase by what it says, whatever the wording. */
export function saying(key: string, params: Params = {}): Phrase {
  return expect.objectContaining({ key, params: expect.objectContaining(params) });
}

export function inputError(key: string, params?: Params): Error {
  return expect.objectContaining({ name: "InputError", phrase: saying(key, params) });
}

export function jobError(key: string, params?: Params): Error {
  return expect.objectContaining({ name: "JobError", phrase: saying(key, params) });
}

/** The texts and numbers that a phrase names, those of the phrases in it too. */
export function valuesIn(value: PhraseValue | undefined): unknown[] {
  if (value === undefined) return [];
  if (value instanceof Phrase) return Object.values(value.params).flatMap(valuesIn);
  return Array.isArray(value) ? value.flatMap(valuesIn) : [value];
}

import { isObject } from "../../../is-object.js";
import type { Issue } from "./row-problem.js";

const ID_FIELDS = ["external_id", "external_application_id"] as const;

/** 6.96E+18, as Excel shows and then saves a long number. */
const SCIENTIFIC = /^[+-]?\d+(\.\d+)?e\+?\d+$/i;
/** A spreadsheet keeps 15 digits of a number and makes the rest zeros; a program that takes it for a number mostly keeps 16. */
const ROUNDED = /^\d{15,16}0{3,}$/;
/** `="6960…"` and `'6960…`, by which people keep Excel from counting with an id. A CSV's `="…"` is read without it. */
const MARKED_AS_TEXT = /^(=|')/;

/** Characters of no width, as come with a copy from a page, and halves of one: two ids that look the same would not be. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u2060\ufeff\p{Cs}]/u;

/** Ids that a spreadsheet or a JSON number has damaged for good. */
export function findDamagedIds(body: unknown): Issue[] {
  if (!isObject(body)) return [];
  return ID_FIELDS.flatMap((field) => {
    const damage = damageOf(body[field]);
    return damage ? { pointer: `/${field}`, ...damage } : [];
  });
}

function damageOf(id: unknown): Omit<Issue, "pointer"> | undefined {
  if (typeof id === "number") return { expected: "the id in quotes", received: numberWords(id) };
  if (typeof id !== "string") return undefined;
  if (SCIENTIFIC.test(id))
    return { expected: "the whole id", received: `${shorten(id)}, which a spreadsheet has shortened` };
  if (MARKED_AS_TEXT.test(id))
    return { expected: "the id alone", received: `${shorten(id)}, with a spreadsheet's mark for text` };
  if (id.trim() === "") return { expected: "an id", received: "a blank" };
  const [invisible] = INVISIBLE.exec(id) ?? [];
  if (invisible === undefined) return undefined;
  return {
    expected: "an id of characters that can be seen",
    received: `one with ${codePointOf(invisible)} in it`,
  };
}

/** Ids that look rounded. One in a thousand is so by nature, so this is no more than a warning. */
export function findRoundedIds(body: unknown): Issue[] {
  if (!isObject(body)) return [];
  return ID_FIELDS.flatMap((field) => {
    const id = body[field];
    if (typeof id !== "string" || !ROUNDED.test(id)) return [];
    return {
      pointer: `/${field}`,
      expected: "an id as the other system has it",
      received: `${shorten(id)}, whose last digits a spreadsheet or a program may have made zeros`,
    };
  });
}

function numberWords(id: number): string {
  return Number.isSafeInteger(id) ? `the number ${id}` : "a number beyond 2^53, whose last digits JSON loses";
}

function codePointOf(character: string): string {
  return `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`;
}

function shorten(id: string): string {
  return id.length <= 40 ? id : `${id.slice(0, 40)}…`;
}

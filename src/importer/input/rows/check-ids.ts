import { isObject } from "../../../is-object.js";
import { type Phrase, phrase } from "../../messages/phrase.js";
import { describeText, type Issue } from "./row-problem.js";

const ID_FIELDS = ["external_id", "external_application_id"] as const;
type IdField = (typeof ID_FIELDS)[number];

/** An id is at most a few dozen characters; what is longer is not matched against patterns. */
const MAX_CHARACTERS = 200;
/** 6.96E+18, as Excel shows and then saves a long number. A hash may look like 7e10, but has no sign. */
const SHORTENED = /^[+-]?\d(\.\d+)?e\+\d+$/i;
/** A hash, or a number that some program has shortened. */
const MAY_BE_SHORTENED = /^\d+(\.\d+)?e\d+$/i;
/** A spreadsheet keeps 15 digits of a number and makes the rest zeros; a program that reads it as a number mostly keeps 16. */
const ROUNDED = /^\d{15,16}0{3,}$/;
/** `="6960…"` and `'6960…`, by which people keep Excel from reading an id as a number. */
const MARKED_AS_TEXT = /^(=|')/;
/** What people, spreadsheets, databases and programs write for no value. */
const NO_VALUE =
  /^(#N\/A|#REF!|#VALUE!|#NAME\?|#NULL!|#DIV\/0!|#NUM!|N\/A|NULL|\(null\)|None|NaN|undefined|[-–—/]+|无)$/i;
const TOTAL = /^(grand total|total|subtotal|sum|合计|总计|小计|汇总)[:：]?$/i;
const DECIMAL = /^\d+\.0+$/;
const DIGITS = /^\d+$/;

/**
 * Controls, blanks other than a space, characters of no width (but the joiner of emoji), and halves of one: ids that
 * look the same would not be.
 */
const INVISIBLE = /(?![ \u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Z}\ufffd]/u;

/** Judges the ids of an input, each of them in the light of those before it. */
export class IdChecker {
  #hasDigitIds = false;
  #hasNumericKeys = false;

  /** Ids that are none, or that a spreadsheet or a JSON number has damaged for good. */
  findProblems(body: unknown): Issue[] {
    if (!isObject(body)) return [];
    const issues = ID_FIELDS.flatMap((field) => {
      const problem = describeProblem(field, body[field]);
      return problem ? [{ pointer: `/${field}`, ...problem }] : [];
    });
    const { external_application_id: id } = body;
    if (typeof id !== "string") return issues;
    if (DIGITS.test(id)) this.#hasDigitIds = true;
    else if (this.#hasDigitIds && issues.every(({ pointer }) => pointer !== "/external_application_id")) {
      const expected = phrase("digitsAsBefore");
      issues.push({ pointer: "/external_application_id", expected, received: describeText(id) });
    }
    return issues;
  }

  /** Ids that look damaged, but that may be right. */
  findWarnings(body: unknown): Issue[] {
    if (!isObject(body)) return [];
    const issues = ID_FIELDS.flatMap((field) => describeRounded(field, body[field]));
    const { external_id: key } = body;
    if (typeof key !== "string") return issues;
    if (this.#hasNumericKeys && key.length <= MAX_CHARACTERS && MAY_BE_SHORTENED.test(key)) {
      const received = phrase("looksShortened", { text: describeText(key) });
      issues.push({ pointer: "/external_id", expected: phrase("numberAsBefore"), received });
    }
    this.#hasNumericKeys ||= DIGITS.test(key);
    return issues;
  }
}

/** Whether a word means that there is no value. */
export function meansNoValue(word: string): boolean {
  return word.length <= MAX_CHARACTERS && NO_VALUE.test(word);
}

/** Whether a text may be what a spreadsheet has made of an id of digits. */
export function mayBeDamagedId(text: string, id: string): boolean {
  if (!DIGITS.test(id) || text.length > MAX_CHARACTERS || id.length > MAX_CHARACTERS) return false;
  if (text.replace(MARKED_AS_TEXT, "").replace(/\.0+$/, "") === id) return true;
  if (ROUNDED.test(text)) return text.length === id.length && text.slice(0, 15) === id.slice(0, 15);
  const shortened = SHORTENED.exec(text);
  if (!shortened) return false;
  const [, fraction = ""] = shortened;
  const digits = Math.max(0, fraction.length - 1);
  return Number(id).toExponential(digits) === Number(text).toExponential(digits);
}

/** Whether a word is the label of a row of totals. */
export function isTotal(word: string): boolean {
  return word.length <= MAX_CHARACTERS && TOTAL.test(word);
}

type Problem = Omit<Issue, "pointer">;

function describeProblem(field: IdField, id: unknown): Problem | undefined {
  if (typeof id === "number") return { expected: phrase("idInQuotes"), received: describeNumber(id) };
  if (typeof id !== "string") return undefined;
  if (id.trim() === "") return { expected: phrase("id"), received: phrase("blank") };
  if (id.length <= MAX_CHARACTERS) {
    const problem = describeShape(field, id);
    if (problem) return problem;
  }
  const [invisible] = INVISIBLE.exec(id) ?? [];
  if (invisible === undefined) return undefined;
  const received = phrase("invisibleCharacter", { character: describeCodePoint(invisible) });
  return { expected: phrase("visibleId"), received };
}

function describeShape(field: IdField, id: string): Problem | undefined {
  const text = describeText(id);
  if (SHORTENED.test(id)) return { expected: phrase("wholeId"), received: phrase("shortened", { text }) };
  if (MARKED_AS_TEXT.test(id))
    return { expected: phrase("idAlone"), received: phrase("markedAsText", { text }) };
  if (meansNoValue(id)) return { expected: phrase("id"), received: phrase("noValue", { text }) };
  if (field === "external_id") return undefined;
  if (isTotal(id)) return { expected: phrase("applicationId"), received: phrase("totals", { text }) };
  if (DECIMAL.test(id))
    return { expected: phrase("idWithoutDecimals"), received: phrase("numberText", { text }) };
  return undefined;
}

/** One id in a thousand ends in three zeros by nature, so this is no more than a warning. */
function describeRounded(field: IdField, id: unknown): Issue[] {
  if (typeof id !== "string" || id.length > MAX_CHARACTERS || !ROUNDED.test(id)) return [];
  return [
    {
      pointer: `/${field}`,
      expected: phrase("originalId"),
      received: phrase("rounded", { text: describeText(id) }),
    },
  ];
}

function describeNumber(id: number): Phrase {
  return Number.isSafeInteger(id) ? phrase("safeNumber", { number: id }) : phrase("unsafeNumber");
}

function describeCodePoint(character: string): string {
  return `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`;
}

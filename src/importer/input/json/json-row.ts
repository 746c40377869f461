import { isObject } from "../../../is-object.js";
import { type Phrase, phrase } from "../../messages/phrase.js";
import { MAX_ROW_BYTES } from "../bytes/row-buffer.js";
import { checkBody } from "../rows/check-body.js";
import type { IdChecker } from "../rows/check-ids.js";
import type { InterviewRow, RowProblem } from "../rows/interview-row.js";
import { readTimes, type TimeField } from "../rows/interview-times.js";
import { normalizeBody } from "../rows/normalize-body.js";
import { createRowProblem, type Issue } from "../rows/row-problem.js";
import type { TimeZone } from "../rows/time-zone.js";
import { findDuplicateKey } from "./duplicate-key.js";
import { type RawJson, TextPosition } from "./json-scanner.js";
import { MAX_DEPTH, measureJson } from "./measure-json.js";
import { REJECTED_FIELD, readRejectedKey, readUnreadText } from "./rejected-json.js";

/** What reading a row takes besides the row. */
export interface JsonContext {
  readonly ids: IdChecker;
  readonly zone: TimeZone | undefined;
}

/** Reads one JSON text as an interview. */
export function readJsonRow(json: RawJson, context: JsonContext): InterviewRow {
  const { text, bytes } = json;
  if (bytes > MAX_ROW_BYTES)
    return createInvalidRow(json, {
      expected: phrase("maxBytes", { bytes: MAX_ROW_BYTES }),
      received: phrase("rowOfBytes", { bytes }),
    });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const at = findError(json, error);
    return createInvalidRow(json, { expected: phrase("json"), received: phrase("notJson"), ...at });
  }
  if (!isObject(value) || Array.isArray(value))
    return createInvalidRow(json, { expected: phrase("jsonObject"), received: describeType(value) });
  const { colons, depth } = measureJson(text);
  if (depth > MAX_DEPTH)
    return createInvalidRow(json, {
      expected: phrase("interview"),
      received: phrase("jsonLevels", { depth }),
    });
  const duplicate = findDuplicateKey(text, value, colons);
  if (duplicate !== undefined) {
    const expected = phrase("keyOnce");
    return createInvalidRow(json, { field: duplicate, expected, received: phrase("keyTwice") });
  }
  if (!(REJECTED_FIELD in value)) return readBodyRow(json, value, context);
  if (readUnreadText(value) !== undefined) {
    const expected = phrase("fixedText", { field: REJECTED_FIELD });
    return createInvalidRow(json, { expected, received: phrase("unreadBefore") });
  }
  const assignedId = readRejectedKey(value);
  delete value[REJECTED_FIELD];
  return { ...readBodyRow(json, value, context), assignedId };
}

function createInvalidRow(
  { text, line, bytes }: RawJson,
  problem: Pick<RowProblem, "expected" | "received"> & Partial<RowProblem>,
): InterviewRow {
  const problems = [createRowProblem({ line, field: "", ...problem })] as const;
  return {
    line,
    readRaw: () => [text],
    bytes,
    externalId: undefined,
    warnings: [],
    body: undefined,
    problems,
  };
}

function readBodyRow(
  json: RawJson,
  value: Record<string, unknown>,
  { ids, zone }: JsonContext,
): InterviewRow {
  const { text, line, bytes } = json;
  const at = ({ pointer: field, expected, received }: Issue) =>
    createRowProblem({ line, field, expected, received });
  const wrapped = findWrappedList(value);
  if (wrapped !== undefined) {
    const received = phrase("wrappedList", { key: phrase("quoted", { text: wrapped }), items: wrapped });
    return createInvalidRow(json, { expected: phrase("interview"), received });
  }
  normalizeBody(value);
  const times = parseTimes(value, zone);
  const externalId = typeof value.external_id === "string" ? value.external_id : undefined;
  const readRaw = () => [text];
  const checked = checkBody(value, ids);
  // Every row comes through here: written out, since V8 takes several times as long to spread an object.
  if (checked.body) {
    const warnings = [...times.warnings, ...checked.warnings].map(at);
    return { line, readRaw, bytes, externalId, warnings, body: checked.body, problems: [] };
  }
  const isNew = ({ pointer }: Issue) => times.problems.every((problem) => problem.pointer !== pointer);
  const [first, ...more] = [...times.problems, ...checked.problems.filter(isNew)].map(at);
  if (!first) throw new Error("A row without a body has a problem.");
  return { line, readRaw, bytes, externalId, warnings: [], body: undefined, problems: [first, ...more] };
}

/** Replaces times written as text by milliseconds, in place. What cannot be read stays a text, which is invalid. */
function parseTimes(
  value: Record<string, unknown>,
  zone: TimeZone | undefined,
): { readonly problems: readonly Issue[]; readonly warnings: readonly Issue[] } {
  const { begin_time: begin, end_time: end } = value;
  if (typeof begin !== "string" && typeof end !== "string") return NO_ISSUES;
  const times = readTimes(toText(begin), toText(end), zone);
  const problems = TIME_FIELDS.flatMap((field) => {
    const time = times[field];
    if (time?.ms !== undefined) value[field] = time.ms;
    return time && time.ms === undefined
      ? [{ pointer: `/${field}`, expected: time.expected, received: time.received }]
      : [];
  });
  const warnings = times.assumptions.map(({ field, ...rest }) => ({ pointer: `/${field}`, ...rest }));
  return { problems, warnings };
}

const NO_ISSUES = { problems: [], warnings: [] } as const;
const TIME_FIELDS: readonly TimeField[] = ["begin_time", "end_time"];

/** Milliseconds too, so that both can be compared. */
function toText(time: unknown): string | undefined {
  if (typeof time === "string") return time.trim();
  return typeof time === "number" && Number.isSafeInteger(time) && time >= 100_000 ? String(time) : undefined;
}

/** The keys that lead to a list of objects, if that is what an export has its interviews in. */
function findWrappedList(value: Record<string, unknown>): string | undefined {
  if ("external_application_id" in value || "external_id" in value) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    if (name === "interview_assessments" || !/^[\w-]{1,64}$/.test(name)) continue;
    if (Array.isArray(inner) && isObject(inner[0])) return name;
    const keys = isObject(inner) && !Array.isArray(inner) ? findWrappedList(inner) : undefined;
    if (keys !== undefined) return `${name}.${keys}`;
  }
  return undefined;
}

function describeType(value: unknown): Phrase {
  if (value === null) return phrase("text", { text: "null" });
  if (Array.isArray(value)) return phrase("aList");
  if (typeof value === "string") return phrase("jsonText");
  return phrase(typeof value === "number" ? "number" : "jsonBoolean");
}

/**
 * Where in the file the text stops being JSON; undefined if V8 does not say. Its message has a piece of the text, which
 * is not for ours.
 */
function findError({ text, line, column }: RawJson, error: unknown): TextPosition | undefined {
  const position = error instanceof SyntaxError ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
  return position === undefined ? undefined : new TextPosition(line, column).at(text, Number(position));
}

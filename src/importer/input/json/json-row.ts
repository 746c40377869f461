import { isObject } from "../../../is-object.js";
import { MAX_ROW_BYTES } from "../bytes/row-buffer.js";
import { checkBody } from "../rows/check-body.js";
import type { InterviewRow, RowProblem } from "../rows/interview-row.js";
import { type Issue, rowProblem } from "../rows/row-problem.js";
import type { RawJson } from "./json-scanner.js";
import { REJECTED_FIELD, rejectedKey, unreadText } from "./rejected-json.js";

/** Understands one JSON text as an interview. */
export function jsonRow(json: RawJson): InterviewRow {
  const { text, bytes } = json;
  if (bytes > MAX_ROW_BYTES)
    return refuse(json, { expected: `at most ${MAX_ROW_BYTES} bytes`, received: `a row of ${bytes}` });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const received = "something else, or the line ends too early";
    return refuse(json, { expected: "JSON", received, ...errorColumn(error) });
  }
  if (!isObject(value) || Array.isArray(value))
    return refuse(json, { expected: "a JSON object", received: kindOf(value) });
  if (REJECTED_FIELD in value) {
    if (unreadText(value) !== undefined) {
      const expected = `the text of ${REJECTED_FIELD}.raw, mended, in place of this row`;
      return refuse(json, { expected, received: "a row that could not be read before" });
    }
    const assignedId = rejectedKey(value);
    delete value[REJECTED_FIELD];
    return { ...bodyRow(json, value), assignedId };
  }
  return bodyRow(json, value);
}

function refuse(
  { text, line, bytes }: RawJson,
  problem: Pick<RowProblem, "expected" | "received" | "column">,
): InterviewRow {
  const problems = [rowProblem({ line, field: "", ...problem })] as const;
  return { line, raw: [text], bytes, externalId: undefined, warnings: [], body: undefined, problems };
}

function bodyRow({ text, line, bytes }: RawJson, value: Record<string, unknown>): InterviewRow {
  const at = ({ pointer: field, expected, received }: Issue) =>
    rowProblem({ line, field, expected, received });
  const externalId = typeof value.external_id === "string" ? value.external_id : undefined;
  const raw = [text];
  const checked = checkBody(value);
  // Each row passes here: written out, since V8 takes several times as long to spread an object.
  if (checked.body) {
    const warnings = checked.warnings.map(at);
    return { line, raw, bytes, externalId, warnings, body: checked.body, problems: [] };
  }
  const [first, ...more] = checked.problems;
  const problems = [at(first), ...more.map(at)] as const;
  return { line, raw, bytes, externalId, warnings: [], body: undefined, problems };
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : `a ${typeof value}`;
}

/** V8 tells where the text stops being JSON, but with a piece of the text, which is not for a message. */
function errorColumn(error: unknown): { column?: number } {
  const position = error instanceof SyntaxError ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
  return position === undefined ? {} : { column: Number(position) + 1 };
}

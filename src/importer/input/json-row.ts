import { isObject } from "../../validate.js";
import { checkBody } from "./check-body.js";
import type { InterviewRow, RowProblem } from "./interview-row.js";
import type { JsonText } from "./json-scanner.js";
import { REJECTED_FIELD, unreadText } from "./rejected-json.js";
import { MAX_ROW_BYTES } from "./row-buffer.js";
import { type Finding, rowProblem } from "./row-problem.js";

/** Understands one JSON text as an interview. */
export function jsonRow({ text, line, bytes }: JsonText): InterviewRow {
  const row = { line, raw: [text], bytes, warnings: [], externalId: undefined };
  const refuse = (problem: Pick<RowProblem, "expected" | "received" | "column">): InterviewRow => ({
    ...row,
    body: undefined,
    problems: [rowProblem({ line, field: "", ...problem })],
  });
  if (bytes > MAX_ROW_BYTES)
    return refuse({ expected: `at most ${MAX_ROW_BYTES} bytes`, received: `a row of ${bytes}` });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refuse({
      expected: "JSON",
      received: "something else, or the line ends too early",
      ...errorColumn(error),
    });
  }
  if (!isObject(value) || Array.isArray(value))
    return refuse({ expected: "a JSON object", received: kindOf(value) });
  if (unreadText(value) !== undefined) {
    const expected = `the text of ${REJECTED_FIELD}.raw, mended, in place of this row`;
    return refuse({ expected, received: "a row that could not be read before" });
  }
  delete value[REJECTED_FIELD];
  return bodyRow(
    { ...row, externalId: typeof value.external_id === "string" ? value.external_id : undefined },
    value,
  );
}

function bodyRow(
  row: Pick<InterviewRow, "line" | "raw" | "bytes" | "externalId">,
  value: Record<string, unknown>,
): InterviewRow {
  const at = ({ pointer: field, expected, received }: Finding) =>
    rowProblem({ line: row.line, field, expected, received });
  const checked = checkBody(value);
  if (checked.body) return { ...row, body: checked.body, problems: [], warnings: checked.warnings.map(at) };
  const [first, ...more] = checked.problems;
  return { ...row, body: undefined, problems: [at(first), ...more.map(at)], warnings: [] };
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

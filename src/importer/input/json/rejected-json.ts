import { isObject } from "../../../is-object.js";
import type { InterviewRow, RejectionNote } from "../rows/interview-row.js";
import { MAX_DEPTH, measureJson } from "./measure-json.js";

/** The member that says, in a file of rejected rows, why a row is there. The reader ignores it. */
export const REJECTED_FIELD = "_rejected";

/** The row on one line, unchanged but for the reason, which comes first. */
export function formatRejectedJson(
  row: InterviewRow,
  { reason, field, code, logId, key }: RejectionNote,
): string {
  const text = row.readRaw().join("");
  const rejected = { reason, field, code, log_id: logId, external_id: key };
  const value = parse(text);
  const isBody = isObject(value) && !Array.isArray(value) && measureJson(text).depth <= MAX_DEPTH;
  const unread = isBody ? readUnreadText(value) : text;
  if (unread !== undefined || !isBody)
    return `${JSON.stringify({ [REJECTED_FIELD]: { ...rejected, raw: unread ?? text } })}\n`;
  const rest = removeReason(text, value);
  const comma = rest.trimStart().startsWith("}") ? "" : ",";
  return `{${JSON.stringify(REJECTED_FIELD)}:${JSON.stringify(rejected)}${comma}${joinLines(rest)}\n`;
}

/** What comes after the opening brace and, in a row of a file of rejected rows, after the earlier reason. */
function removeReason(text: string, value: Record<string, unknown>): string {
  const rest = text.slice(text.indexOf("{") + 1);
  const reason = value[REJECTED_FIELD];
  // The reason is ours, so it is as JSON.stringify writes it, unless an editor has formatted the file anew.
  const written = `${JSON.stringify(REJECTED_FIELD)}:${JSON.stringify(reason)}`;
  if (!(REJECTED_FIELD in value)) return rest;
  if (rest.trimStart().startsWith(written)) {
    const after = rest.trimStart().slice(written.length).trimStart();
    return after.startsWith(",") ? after.slice(1) : after;
  }
  const { [REJECTED_FIELD]: _, ...own } = value;
  return JSON.stringify(own).slice(1);
}

/** JSON has line ends only between its tokens. */
function joinLines(text: string): string {
  return text
    .split(/[\r\n]+/)
    .map((line, index) => (index === 0 ? line.trimEnd() : line.trim()))
    .join(" ");
}

/** The text that a row of a file of rejected rows has because it could not be read, if that is all it has. */
export function readUnreadText(value: Record<string, unknown>): string | undefined {
  const rejected = value[REJECTED_FIELD];
  if (!isObject(rejected) || Object.keys(value).length > 1) return undefined;
  return typeof rejected.raw === "string" ? rejected.raw : undefined;
}

/** The key that was made for a row of a file of rejected rows, if one was. */
export function readRejectedKey({ [REJECTED_FIELD]: rejected }: Record<string, unknown>): string | undefined {
  return isObject(rejected) && typeof rejected.external_id === "string" ? rejected.external_id : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

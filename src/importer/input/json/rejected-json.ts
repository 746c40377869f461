import { isObject } from "../../../is-object.js";
import type { InterviewRow, Rejection } from "../rows/interview-row.js";

/** The member that tells, in a file of rejected rows, why a row is there. The reader passes over it. */
export const REJECTED_FIELD = "_rejected";

/** `{` and, if the row comes from a file of rejected rows itself, the reason of the time before. */
const OPENING = /^\s*\{(?:\s*"_rejected"\s*:\s*\{(?:[^{}"]|"(?:[^"\\]|\\.)*")*\}\s*,?)?/s;
/** JSON has line ends only between its tokens. */
const LINE_ENDS = /[ \t]*[\r\n]\s*/g;

/** The row on one line, unchanged but for the reason, which stands first. */
export function formatRejectedJson(
  row: InterviewRow,
  { reason, field, code, logId, key }: Rejection,
): string {
  const text = row.raw.join("");
  const rejected = { reason, field, code, log_id: logId, external_id: key };
  const value = parse(text);
  const unread = isObject(value) && !Array.isArray(value) ? unreadText(value) : text;
  if (unread !== undefined) return `${JSON.stringify({ [REJECTED_FIELD]: { ...rejected, raw: unread } })}\n`;
  const rest = text.replace(OPENING, "").replace(LINE_ENDS, " ");
  const comma = rest.trimStart().startsWith("}") ? "" : ",";
  return `{${JSON.stringify(REJECTED_FIELD)}:${JSON.stringify(rejected)}${comma}${rest}\n`;
}

/** The text that a row of a file of rejected rows holds because it could not be read, if that is all it holds. */
export function unreadText(value: Record<string, unknown>): string | undefined {
  const rejected = value[REJECTED_FIELD];
  if (!isObject(rejected) || Object.keys(value).length > 1) return undefined;
  return typeof rejected.raw === "string" ? rejected.raw : undefined;
}

/** The key that was made for a row of a file of rejected rows, if one was. */
export function rejectedKey({ [REJECTED_FIELD]: rejected }: Record<string, unknown>): string | undefined {
  return isObject(rejected) && typeof rejected.external_id === "string" ? rejected.external_id : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

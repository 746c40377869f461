import {
  Conclusion,
  ConclusionLabel,
  ParticipateStatus,
  ParticipateStatusLabel,
} from "../../../generated/enums.js";
import type { ExternalInterviewCreate } from "../../index.js";
import { escapeText } from "../../messages/escape-text.js";
import { cutText, measureText, padText } from "../language/text-width.js";
import { getLanguage, translate } from "../language/translate.js";
import { interviewMessages } from "../messages/interview.js";
import { formatTime } from "./format-time.js";

type Row = readonly [label: string, value: string];
type Assessment = NonNullable<ExternalInterviewCreate["interview_assessments"]>[number];
type Dimension = NonNullable<Assessment["assessment_dimension_list"]>[number];

/** A comment may be a page long. */
const MAX_COLUMNS = 100;

/**
 * An interview as a small table: a line per field, with the words for its numbers.
 *
 * @param number which interview of the file it is, from 1
 * @param timeZone the zone to show its times in; the machine's by default
 * @param columns the width of the terminal; undefined if it goes elsewhere
 */
export function describeInterview(
  body: ExternalInterviewCreate,
  number: number,
  timeZone?: string,
  columns?: number,
): string {
  const { external_id, external_application_id, participate_status, begin_time, end_time } = body;
  const rows = [
    ...toRow("external_id", external_id),
    ...toRow("external_application_id", external_application_id),
    ...toRow("participate_status", toWord(ParticipateStatus, ParticipateStatusLabel, participate_status)),
    ...toRow("begin_time", formatTimeIn(timeZone, begin_time)),
    ...toRow("end_time", formatTimeIn(timeZone, end_time)),
    ...(body.interview_assessments ?? []).flatMap(describeAssessment),
  ];
  const width = Math.max(...rows.map(([label]) => measureText(label)));
  const lines = rows.map(([label, value]) => cut(`  ${padText(label, width)}  ${value}`, columns));
  return `${[translate(interviewMessages.interview, { number }), ...lines].join("\n")}\n`;
}

function describeAssessment({
  username,
  conclusion,
  content,
  assessment_dimension_list = [],
}: Assessment): Row[] {
  return [
    ...toRow("username", username),
    ...toRow("conclusion", toWord(Conclusion, ConclusionLabel, conclusion)),
    ...toRow("content", content),
    ...assessment_dimension_list.map(describeDimension),
  ];
}

function describeDimension({ title = "", score, option, options, content }: Dimension): Row {
  const value = score ?? option ?? options?.join(" | ") ?? content ?? "";
  return [`  ${formatValue(title)}`, formatValue(String(value))];
}

function toRow(
  field: Exclude<keyof typeof interviewMessages, "interview">,
  value: string | undefined,
): Row[] {
  return value === undefined || value === ""
    ? []
    : [[translate(interviewMessages[field]), formatValue(value)]];
}

function formatValue(value: string): string {
  return cut(escapeText(value.replaceAll("\n", " ")).trim(), MAX_COLUMNS);
}

function cut(text: string, columns = Infinity): string {
  return measureText(text) <= columns ? text : `${cutText(text, columns - 1)}…`;
}

/** The word of a number: the Chinese label, or the English name. */
function toWord<Value extends number>(
  names: Readonly<Record<string, Value>>,
  labels: Readonly<Record<Value, string>>,
  value: Value | undefined,
): string | undefined {
  if (value === undefined) return undefined;
  const name = Object.entries(names).find(([, number]) => number === value)?.[0];
  return getLanguage() === "zh" ? labels[value] : name;
}

function formatTimeIn(timeZone: string | undefined, ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : formatTime(ms, timeZone);
}

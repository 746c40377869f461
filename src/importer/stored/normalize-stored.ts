import { AssessmentType } from "../../../generated/enums.js";
import type { ExternalInterviewCreate } from "../../../generated/schema.js";
import { toUpdate } from "../../../generated/to-update.js";
import type { ExternalInterview } from "../../index.js";
import { isObject } from "../../is-object.js";

/** Fields that Feishu may return as 0 if they are absent. A score of 0 is a value. */
const ZERO_MEANS_NONE = new Set([
  "participate_status",
  "begin_time",
  "end_time",
  "conclusion",
  "assessment_type",
]);
const NUMBERS = new Set([...ZERO_MEANS_NONE, "score"]);

/**
 * Reduces an interview to what can be sent: only the fields of a request, and of these only those with a value. Feishu
 * does not document how it returns a field that was never sent, so null, blank and zero count as absent.
 */
export function normalizeStored(
  interview: ExternalInterview | ExternalInterviewCreate,
): ExternalInterviewCreate {
  const stored = { id: "", ...interview } as ExternalInterview; // the lists, which may be readonly, are only read
  const { external_application_id = "", ...fields } = toUpdate(stored);
  const content = normalizeFields(fields);
  return { external_application_id, ...content };
}

function normalizeFields(fields: object): Record<string, unknown> {
  const entries = Object.entries(fields).flatMap(([name, value]): [string, unknown][] => {
    const normal = normalizeValue(name, value);
    return normal === undefined ? [] : [[name, normal]];
  });
  const normal = Object.fromEntries(entries);
  // The server may leave out a score of 0.
  if (normal.assessment_type === AssessmentType.Score) normal.score ??= 0;
  else if (normal.score === 0) delete normal.score;
  return normal;
}

function normalizeValue(name: string, value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  // Whether Feishu trims texts is not documented either.
  if (typeof value === "string" && !NUMBERS.has(name))
    return value.replaceAll("\r\n", "\n").trim() || undefined;
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => (isObject(item) ? normalizeFields(item) : item));
    return items.length > 0 ? items : undefined;
  }
  if (!NUMBERS.has(name)) return value;
  // An int64 may come as a string.
  const number = typeof value === "string" && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  return number === 0 && ZERO_MEANS_NONE.has(name) ? undefined : number;
}

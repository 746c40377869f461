import { type Phrase, phrase } from "../../messages/phrase.js";
import { readTime, type TimeCell } from "./time-cell.js";
import type { TimeZone } from "./time-zone.js";

export type TimeField = "begin_time" | "end_time";

export interface InterviewTimes {
  readonly begin_time: TimeCell | undefined;
  readonly end_time: TimeCell | undefined;
  /** What has been assumed, by field. */
  readonly assumptions: readonly {
    readonly field: TimeField;
    readonly expected: Phrase;
    readonly received: Phrase;
  }[];
}

/**
 * Reads an interview's two times. On the night on which clocks are set back, a time may occur twice: the earlier one is
 * used, unless only the later one makes the interview end after it begins.
 */
export function readTimes(
  beginText: string | undefined,
  endText: string | undefined,
  zone: TimeZone | undefined,
): InterviewTimes {
  const begin = beginText === undefined ? undefined : readTime(beginText, zone);
  const end = endText === undefined ? undefined : readTime(endText, zone);
  const endsBeforeBegin = begin?.ms !== undefined && end?.ms !== undefined && end.ms < begin.ms;
  const laterMs = endsBeforeBegin ? end.laterMs : undefined;
  const assumptions = [
    ...describeAssumption("begin_time", begin, beginText, "earlier"),
    ...describeAssumption("end_time", end, endText, laterMs === undefined ? "earlier" : "later"),
  ];
  const chosen = laterMs === undefined ? end : { ms: laterMs, laterMs: undefined };
  return { begin_time: begin, end_time: chosen, assumptions };
}

/** The assumption about a time that occurs twice; none about any other. */
function describeAssumption(
  field: TimeField,
  time: TimeCell | undefined,
  text: string | undefined,
  which: "earlier" | "later",
): InterviewTimes["assumptions"] {
  if (time?.ms === undefined || time.laterMs === undefined) return [];
  const expected = phrase(which === "later" ? "timeOnceLater" : "timeOnce");
  return [{ field, expected, received: phrase("clocksSetBack", { text: text ?? "" }) }];
}

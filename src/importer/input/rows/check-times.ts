import { isObject } from "../../../is-object.js";
import { type Phrase, phrase } from "../../messages/phrase.js";
import type { Issue } from "./row-problem.js";

const TIME_FIELDS = ["begin_time", "end_time"] as const;

/** In seconds this is March 1973; in milliseconds, the second of January 1970: no interview was held then. */
const EARLIEST_SECONDS = 100_000_000;
/** In milliseconds this is March 1973; in seconds, the year 5138. */
const EARLIEST_MILLISECONDS = 100_000_000_000;
/** In milliseconds this is the year 2100; in microseconds, February 1970. */
const EARLIEST_MICROSECONDS = Date.UTC(2100, 0);
/** `20210415`, `202104152324`, `210415232438` and `20210415232438`: as milliseconds, in 1970, 1976 and 2610. */
const DATE_IN_DIGITS =
  /^((19|20)\d\d|[123]\d(?=\d{10}$))(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(([01]\d|2[0-3])([0-5]\d){1,2})?$/;

/** Times that the spec allows, but that nobody can mean. */
export function findWrongTimes(body: unknown): Issue[] {
  if (!isObject(body)) return [];
  const { begin_time: begin, end_time: end } = body;
  const wrongUnit = TIME_FIELDS.flatMap((field) => {
    const received = describeUnit(body[field]);
    return received ? [{ pointer: `/${field}`, expected: phrase("milliseconds"), received }] : [];
  });
  if (wrongUnit.length > 0 || typeof begin !== "number" || typeof end !== "number" || begin <= end)
    return wrongUnit;
  const received = phrase("beforeBeginTime", { time: end, begin });
  return [{ pointer: "/end_time", expected: phrase("notBeforeBegin"), received }];
}

function describeUnit(time: unknown): Phrase | undefined {
  if (typeof time !== "number") return undefined;
  if (DATE_IN_DIGITS.test(String(time))) return phrase("looksLikeDate", { time });
  if (time >= EARLIEST_MILLISECONDS && time < EARLIEST_MICROSECONDS) return undefined;
  if (time < EARLIEST_SECONDS) return undefined;
  if (time < EARLIEST_MILLISECONDS) return phrase("looksLikeSeconds", { time });
  return phrase("looksLikeMicroseconds", { time });
}

/** Finds times at the start of 1970, which other systems write for one that is missing. */
export function findUnlikelyTimes(body: unknown): Issue[] {
  if (!isObject(body)) return [];
  return TIME_FIELDS.flatMap((field) => {
    const time = body[field];
    if (typeof time !== "number" || time >= EARLIEST_SECONDS) return [];
    const received = phrase("in1970", { time });
    return [{ pointer: `/${field}`, expected: phrase("interviewTime"), received }];
  });
}

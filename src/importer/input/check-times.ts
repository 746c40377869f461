import { isObject } from "../../validate.js";
import type { Finding } from "./row-problem.js";

const TIME_FIELDS = ["begin_time", "end_time"] as const;

/** No interview was held in the first day of 1970, but a seconds' time of 1973 and later begins here. */
const EARLIEST_SECONDS = 100_000_000;
/** In milliseconds this is March 1973; in seconds, the year 5138. */
const EARLIEST_MILLISECONDS = 100_000_000_000;
/** In milliseconds this is the year 5138; in microseconds, March 1973. */
const EARLIEST_MICROSECONDS = 100_000_000_000_000;

/** Times that the spec allows, but that cannot be meant. */
export function findWrongTimes(body: unknown): Finding[] {
  if (!isObject(body)) return [];
  const { begin_time: begin, end_time: end } = body;
  const wrongUnit = TIME_FIELDS.flatMap((field) => {
    const unit = wrongUnitOf(body[field]);
    const expected = "milliseconds since 1970 (13 digits)";
    return unit
      ? { pointer: `/${field}`, expected, received: `${body[field]}, which looks like ${unit}` }
      : [];
  });
  if (wrongUnit.length > 0 || typeof begin !== "number" || typeof end !== "number" || begin <= end)
    return wrongUnit;
  const received = `${end}, which is before begin_time ${begin}`;
  return [{ pointer: "/end_time", expected: "a time that is not before begin_time", received }];
}

function wrongUnitOf(time: unknown): string | undefined {
  if (typeof time !== "number" || time < EARLIEST_SECONDS) return undefined;
  if (time < EARLIEST_MILLISECONDS) return "seconds";
  return time >= EARLIEST_MICROSECONDS ? "microseconds or nanoseconds" : undefined;
}

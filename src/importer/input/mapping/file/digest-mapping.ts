import { createHash } from "node:crypto";
import type { Mapping } from "./mapping.js";

/** Identifies what a mapping says: comments and the order of its lines do not count, nor does its name. */
export function digestMapping({ targets, dimensions, leaveOut, timeZone, dateOrder }: Mapping): string {
  const text = JSON.stringify(
    { targets, dimensions, leaveOut, timeZone, dateOrder },
    (key, value: unknown) => {
      if (key === "line") return undefined;
      return value instanceof Map || value instanceof Set ? [...value].sort() : value;
    },
  );
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

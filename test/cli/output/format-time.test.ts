import { afterEach, expect, it } from "vitest";
import { formatText } from "../../../src/cli/language/translate.js";
import { formatTime, setTimeZone } from "../../../src/cli/output/format-time.js";
import { phrase } from "../../../src/importer/messages/phrase.js";

const TIME = "2026-04-01T20:30:00.000Z";

afterEach(() => setTimeZone(undefined));

it.each([
  ["Asia/Shanghai", "2026-04-02 04:30:00 Asia/Shanghai"],
  ["+08:00", "2026-04-02 04:30:00 +08:00"],
  ["-0330", "2026-04-01 17:00:00 -0330"],
  ["Z", "2026-04-01 20:30:00 Z"],
])("shows a time in the zone that the command was given: %s", (zone, expected) => {
  setTimeZone(zone);
  expect(formatTime(TIME)).toBe(expected);
  expect(formatTime(Date.parse(TIME))).toBe(expected);
  expect(formatTime(new Date(TIME))).toBe(expected);
});

it("is used for times within a text that a person reads, and ISO 8601 in JSON", () => {
  setTimeZone("Asia/Shanghai");
  const text = phrase("undoneRecently", { time: new Date(TIME) });
  expect(formatText(text)).toContain("2026-04-02 04:30:00 Asia/Shanghai");
  expect(formatText(phrase("problems", { first: text, rest: "" }))).toContain("2026-04-02 04:30:00");
  expect(JSON.stringify(text)).toContain(TIME);
});

it("shows a time in the machine's zone, without its name, if there is no other", () => {
  const local = formatTime(TIME);
  expect(new Date(local.replace(" ", "T")).toISOString()).toBe(TIME);
  setTimeZone("Nowhere/Land");
  expect(formatTime(TIME)).toBe(TIME);
});

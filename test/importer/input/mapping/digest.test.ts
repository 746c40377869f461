import { describe, expect, it } from "vitest";
import { digestMapping } from "../../../../src/importer/input/mapping/file/digest-mapping.js";
import { parseMapping } from "../../../../src/importer/input/mapping/file/parse-mapping.js";

const BASE = "external_application_id: App\n";
const digest = (settings: string) => digestMapping(parseMapping(BASE + settings, "map.yaml"));

describe("a mapping's digest", () => {
  it.each([
    ["", "username: Who\n"],
    ["time_zone: UTC\n", "time_zone: Asia/Shanghai\n"],
    ["date_order: month/day/year\n", "date_order: day/month/year\n"],
    ["leave_out: {Status: [A]}\n", "leave_out: {Status: [A, B]}\n"],
    ["username: {column: Who, values: {a: b}}\n", "username: {column: Who, values: {a: c}}\n"],
    ["dimensions: [{column: A, type: Score}]\n", "dimensions: [{column: A, type: Description}]\n"],
  ])("depends on what it says: %j, %j", (one, other) => {
    expect(digest(one)).not.toBe(digest(other));
  });

  it.each([
    ["username: Who\n", "\n# a comment\nusername: Who\n"],
    ["username: Who\ncomment: Note\n", "comment: Note\nusername: Who\n"],
    ["leave_out: {Status: [A, B]}\n", "leave_out: {Status: [B, A]}\n"],
    ["username: {column: Who, values: {a: b, c: d}}\n", "username: {column: Who, values: {c: d, a: b}}\n"],
  ])("does not depend on how it says it: %j, %j", (one, other) => {
    expect(digest(one)).toBe(digest(other));
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExternalInterviewCreate } from "../../../generated/schema.js";
import { digestContent } from "../../../src/importer/keys/content-digest.js";

const interview: ExternalInterviewCreate = {
  external_id: "1",
  external_application_id: "2",
  interview_assessments: [{ username: "张三", assessment_dimension_list: [{ options: ["a", "b"] }] }],
};

const withOptions = (...options: string[]): ExternalInterviewCreate => ({
  ...interview,
  interview_assessments: [{ username: "张三", assessment_dimension_list: [{ options }] }],
});

/** Reverses each object's fields and each list. */
function reverseAll(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseAll).reverse();
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, field]) => [name, reverseAll(field)])
      .reverse(),
  );
}

/** Digests any JSON value, as an interview's content. */
const digestJson = (content: unknown) => digestContent(JSON.parse(JSON.stringify({ content })));

describe("an interview's content digest", () => {
  it("is the same under another key, and in any order of the fields and lists", () => {
    expect(digestContent({ ...interview, external_id: "9" })).toEqual(digestContent(interview));
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(digestJson(reverseAll(value))).toEqual(digestJson(value));
      }),
    );
  });

  it("differs for another value, and for another place of a value", () => {
    const others = [
      interview,
      { ...interview, external_application_id: "3" },
      { ...interview, begin_time: 2 },
      { ...interview, end_time: 2 },
      withOptions("ab"),
      withOptions("a", "b", ""),
      withOptions(),
    ];
    expect(new Set(others.map((other) => digestContent(other))).size).toBe(others.length);
  });

  it("differs for any two JSON values that differ", () => {
    const canonical = (value: unknown) => JSON.stringify(sortAll(JSON.parse(JSON.stringify(value))));
    const small = fc.constantFrom("", [], {}, 0, null, [[]], [""], [{}], { "": "" }, [0, []], [[0]]);
    const value = fc.oneof(small, fc.jsonValue());
    fc.assert(
      fc.property(value, value, (one, other) => {
        const differ = canonical(one) !== canonical(other);
        expect(digestJson(one) !== digestJson(other)).toBe(differ);
      }),
    );
  });

  it("spreads over all its bits", () => {
    const flips = Array.from({ length: 32 }, () => 0);
    for (let time = 0; time < 2000; time++) {
      const [one, other] = [time, time + 1].map((begin_time) =>
        digestContent({ ...interview, begin_time })
          .toString(2)
          .padStart(32, "0"),
      );
      flips.forEach((_, bit) => {
        if (one?.[bit] !== other?.[bit]) flips[bit] = (flips[bit] ?? 0) + 1;
      });
    }
    expect(Math.min(...flips)).toBeGreaterThan(800);
    expect(Math.max(...flips)).toBeLessThan(1200);
  });
});

function sortAll(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(sortAll).sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, sortAll(field)]));
}

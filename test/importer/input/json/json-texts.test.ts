import { describe, expect, it } from "vitest";
import { listValues } from "../../support/phrases.js";
import { APPLICATION, listProblems, listWarnings, readJsonl } from "../reading.js";

const interview = (id: string) => ({ external_id: id, external_application_id: APPLICATION });

describe("texts", () => {
  it.each(["���", "JÃ¼rgen", "é—²", "锟斤拷", "cut \ud83d"])(
    "cause a warning if they are damaged: %s",
    async (content) => {
      const [row] = await readJsonl(
        JSON.stringify({ ...interview("a"), interview_assessments: [{ content }] }),
      );
      expect(row?.body).toBeDefined();
      expect(listWarnings(row)).toEqual([
        [1, "/interview_assessments/0/content", "readableText", "damagedText"],
      ]);
    },
  );

  it.each(["<p>很好</p>", "好<br/>不错", 'see <a href="https://a.example">it</a>', "R&amp;D", "a&#39;b"])(
    "cause a warning if they are HTML: %s",
    async (content) => {
      const [row] = await readJsonl(
        JSON.stringify({ ...interview("a"), interview_assessments: [{ content }] }),
      );
      expect(row?.body?.interview_assessments?.[0]?.content).toBe(content);
      expect(listWarnings(row)).toEqual([[1, "/interview_assessments/0/content", "textAlone", "html"]]);
    },
  );

  it.each([
    "Jürgen “très bien” — naïve, «été»",
    "Ângela São Côrte",
    "好——很好",
    "斤斤计较",
    "a\tb\r\nc",
    "👩‍💻",
    "a < b && c > d, x<y>, R&D <3",
  ])("cause no warning if they only look unusual: %s", async (content) => {
    const [row] = await readJsonl(
      JSON.stringify({ ...interview("a"), interview_assessments: [{ content }] }),
    );
    expect(row?.body).toBeDefined();
    expect(listWarnings(row)).toEqual([]);
  });

  it("are invalid with a NUL, and cause a warning with another control character", async () => {
    const [nul, verticalTab] = await readJsonl(
      ["a\0b", "a\u000bb"]
        .map((content) => JSON.stringify({ ...interview("a"), interview_assessments: [{ content }] }))
        .join("\n"),
    );
    const field = "/interview_assessments/0/content";
    expect(listProblems(nul)).toEqual([[1, field, "plainText", "controlCharacter"]]);
    expect(verticalTab?.body).toBeDefined();
    expect(listWarnings(verticalTab)).toEqual([[2, field, "plainText", "controlCharacter"]]);
    expect(listValues(verticalTab?.warnings[0]?.received)).toEqual(["U+000B"]);
  });
});

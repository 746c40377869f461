import { describe, expect, it } from "vitest";
import { inputError, listValues } from "../../support/phrases.js";
import { APPLICATION, listProblems, readJsonl } from "../reading.js";

describe("a malformed JSON file", () => {
  it.each<[string, string, Readonly<Record<string, unknown>>]>([
    ['{\n  "external_id": "a"\n}\n', "multilineJson", { line: 1 }],
    ['{"data": [\n  {"external_id": "a"}\n]}\n', "multilineJsonList", { line: 1, list: "data" }],
  ])("is rejected if an interview is spread over lines: %j", async (text, key, params) => {
    await expect(readJsonl(text)).rejects.toThrow(inputError(key, params));
  });

  it("is read line by line if only its first line is broken", async () => {
    const body = { external_application_id: APPLICATION, interview_assessments: [{}] };
    const text = JSON.stringify(body);
    for (const bad of [`${text},`, text.slice(0, text.indexOf("}]"))]) {
      const rows = await readJsonl(`${bad}\n${text}\n`);
      expect(rows.map((one) => one.body !== undefined)).toEqual([false, true]);
    }
  });

  it("may have null for a missing field, also among rejected rows", async () => {
    const rejected = `{"_rejected":{"reason":"no","external_id":"moka:1"},"external_id":null,"external_application_id":"7"}`;
    const [row] = await readJsonl(rejected);
    expect(row?.body).toEqual({ external_application_id: "7" });
    expect(row?.assignedId).toBe("moka:1");
  });

  it("may have a byte order mark inside, as two files put together have", async () => {
    const body = JSON.stringify({ external_application_id: APPLICATION });
    const rows = await readJsonl(`${body}\n\uFEFF${body}\n`);
    expect(rows.map((row) => row.body !== undefined)).toEqual([true, true]);
  });

  it("must not have half a character in an id, since all halves become the same one", async () => {
    const [row] = await readJsonl('{"external_application_id":"7","external_id":"\\ud83d"}');
    expect(listProblems(row)).toEqual([[1, "/external_id", "visibleId", "invisibleCharacter"]]);
    expect(listValues(row?.problems[0]?.received)).toEqual(["U+D83D"]);
  });
});

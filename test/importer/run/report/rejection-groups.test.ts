import { expect, it } from "vitest";
import { ErrorCode, errorMeanings } from "../../../../generated/error-codes.js";
import { errorCodesZh } from "../../../../generated/error-codes-zh.js";
import type { Rejection, RowProblem } from "../../../../src/importer/index.js";
import { type Phrase, phrase } from "../../../../src/importer/messages/phrase.js";
import { RejectionGroups } from "../../../../src/importer/run/report/rejection-groups.js";

/** The groups of some rejections, on lines from 1. */
function groupsOf(rejections: readonly Rejection[]) {
  const groups = new RejectionGroups();
  for (const [i, rejection] of rejections.entries()) groups.add(rejection, i + 1, undefined);
  return groups.list().map(({ reason, field, code, count, first }) => ({
    reason: String(reason),
    field,
    code,
    count,
    lines: first.map(({ line }) => line),
  }));
}

function invalid(field: string, expected: Phrase): Rejection {
  const received = phrase("nothing");
  const place = phrase("line", { line: 1 });
  const problem: RowProblem = { line: 1, place, field, expected, received, message: "" };
  return { reason: phrase("expected", { expected }), problems: [problem], field };
}

it("are one reason whatever line, cell or place in a list they name", () => {
  const groups = groupsOf([
    { reason: phrase("idOnOtherLine", { line: 7 }), field: "external_id" },
    { reason: phrase("idOnOtherLine", { line: 9 }), field: "external_id" },
    invalid("begin_time", phrase("sameInEachRow", { text: "张三", line: 2 })),
    invalid("begin_time", phrase("sameInEachRow", { text: "李四", line: 4 })),
    invalid("/interview_assessments/0/username", phrase("text", { text: "a name" })),
    invalid("/interview_assessments/12/username", phrase("text", { text: "a name" })),
  ]);
  expect(groups.map(({ field, count, lines }) => [field, count, lines])).toEqual([
    ["external_id", 2, [1, 2]],
    ["begin_time", 2, [3, 4]],
    ["/interview_assessments/0/username", 2, [5, 6]],
  ]);
  expect(JSON.stringify(groups)).not.toMatch(/张三|李四/);
});

it("differ by field, by Feishu's code and by another program's text", () => {
  const text = (words: string) => phrase("text", { text: words });
  const groups = groupsOf([
    invalid("begin_time", phrase("nothing")),
    invalid("end_time", phrase("nothing")),
    { reason: text("no"), code: 1002002 },
    { reason: text("no"), code: 1002003 },
    { reason: text("a") },
    { reason: text("b") },
  ]);
  expect(groups.map(({ count }) => count)).toEqual([1, 1, 1, 1, 1, 1]);
});

it("say in both languages what Feishu's code means, if that is known", () => {
  const reason = phrase("text", { text: "no" });
  const groups = new RejectionGroups();
  for (const code of [ErrorCode.BadParameter, 4711]) groups.add({ reason, code }, 1, undefined);
  const [known, unknown] = groups.list().map((group) => group.reason);
  expect(known?.params).toEqual({
    code: 1002002,
    meaning: { en: errorMeanings[1002002].meaning, zh: errorCodesZh[1002002].meaning },
  });
  expect(unknown?.params).toEqual({ code: 4711 });
});

it("are bounded, the most frequent first", () => {
  const texts = Array.from({ length: 150 }, (_, i) => ({ reason: phrase("text", { text: `reason ${i}` }) }));
  const groups = groupsOf([...texts, ...texts.slice(0, 1)]);
  expect(groups).toHaveLength(101);
  expect(groups.map(({ count }) => count).slice(0, 2)).toEqual([50, 2]);
});

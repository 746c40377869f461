import stringWidth from "string-width";
import { afterEach, expect, it } from "vitest";
import { setLanguage } from "../../../src/cli/language/translate.js";
import { formatTime } from "../../../src/cli/output/format-time.js";
import { describeInterview } from "../../../src/cli/output/interview-table.js";
import type { ExternalInterviewCreate } from "../../../src/index.js";

const BODY: ExternalInterviewCreate = {
  external_id: "greenhouse:interview:8812",
  external_application_id: "6960663240925956437",
  participate_status: 2,
  begin_time: 1_618_500_278_000,
  interview_assessments: [
    {
      username: "张三",
      conclusion: 2,
      content: "思路清楚\n\u001b[31m沟通好",
      assessment_dimension_list: [
        { title: "编程能力", assessment_type: 1, score: 90 },
        { title: "技术栈", assessment_type: 4, options: ["TypeScript", "Go"] },
      ],
    },
    { username: "Lin Xia", content: "x".repeat(500) },
  ],
};

afterEach(() => setLanguage("en"));

it("shows an interview as a person reads it, with words for its numbers and times in its zone", () => {
  setLanguage("zh");
  expect(describeInterview(BODY, 1, "Asia/Shanghai")).toBe(`第 1 场面试
  原系统面试主键  greenhouse:interview:8812
  外部投递 ID     6960663240925956437
  参与状态        参与
  开始时间        2021-04-15 23:24:38 Asia/Shanghai
  面试官          张三
  面试结论        通过
  综合评价        思路清楚 \\u001b[31m沟通好
    编程能力      90
    技术栈        TypeScript | Go
  面试官          Lin Xia
  综合评价        ${"x".repeat(99)}…
`);
});

it("names choices in English, and shows what a field lacks as nothing", () => {
  const text = describeInterview({ ...BODY, interview_assessments: [] }, 2);
  expect(text.split("\n").map((line) => line.trim().split(/ {2,}/))).toEqual([
    ["Interview 2"],
    ["external_id", "greenhouse:interview:8812"],
    ["application", "6960663240925956437"],
    ["attendance", "Participated"],
    ["begins", formatTime(1_618_500_278_000)],
    [""],
  ]);
});

it("fits a terminal", () => {
  setLanguage("zh");
  const lines = describeInterview(BODY, 1, "Asia/Shanghai", 30).split("\n");
  expect(lines.map((line) => stringWidth(line)).filter((width) => width > 30)).toEqual([]);
  expect(lines.filter((line) => line.endsWith("…")).map((line) => line.slice(0, 6))).toContain("  综合评价");
});

it("shows a time in a zone that is an offset", () => {
  expect(describeInterview(BODY, 1, "+08:00")).toContain("2021-04-15 23:24:38 +08:00");
});

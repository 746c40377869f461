import type { InputOptions } from "../../../src/importer/index.js";

/** An input with something wrong in it. */
export interface Sample {
  readonly name: string;
  readonly text: string;
  readonly options: InputOptions;
}

const APPLICATION = "6960663240925956437";
const HEADER =
  "external_id,external_application_id,participate_status,begin_time,end_time,username,conclusion,comment,dimension_title,dimension_description,dimension_type,dimension_value";
const COLUMNS = HEADER.split(",");

function csv(
  name: string,
  rows: readonly (string | Readonly<Record<string, string>>)[],
  timeZone?: string,
): Sample {
  const lines = rows.map((row) =>
    typeof row === "string" ? row : COLUMNS.map((column) => row[column] ?? "").join(","),
  );
  return { name, text: [HEADER, ...lines, ""].join("\n"), options: { format: "csv", timeZone } };
}

function jsonl(name: string, rows: readonly (string | object)[]): Sample {
  const lines = rows.map((row) => (typeof row === "string" ? row : JSON.stringify(row)));
  return { name, text: `${lines.join("\n")}\n`, options: { format: "jsonl" } };
}

const row = (fields: Readonly<Record<string, string>>) => ({
  external_id: "i1",
  external_application_id: APPLICATION,
  ...fields,
});
const body = (fields: object) => ({ external_application_id: APPLICATION, ...fields });
const dimension = (fields: object) =>
  body({ interview_assessments: [{ username: "张三", assessment_dimension_list: [fields] }] });

const REJECTED = "rejected_code,rejected_log_id,rejected_external_id,rejected_field,rejected_reason";
const MARK = "clear this cell once the others are right";

/** Inputs that together have every kind of problem and warning of a row. */
export const SAMPLES: readonly Sample[] = [
  csv("ids", [
    row({ external_application_id: "6.96E+18" }),
    row({ external_id: "i2", external_application_id: "'6960663240925956437" }),
    row({ external_id: "i3", external_application_id: "#N/A" }),
    row({ external_id: "i4", external_application_id: "合计" }),
    row({ external_id: "i5", external_application_id: "6960663240925956437.0" }),
    row({ external_id: "i\u200b6" }),
    row({ external_id: "i7", external_application_id: "6960663240925950000" }),
    row({ external_id: "i8", external_application_id: "A-17" }),
    row({ external_id: "9" }),
    row({ external_id: "7e10" }),
    row({ external_id: "i11" }),
    row({ external_id: "i12" }),
    row({ external_id: "i11", conclusion: "2" }),
  ]),
  csv("times", [
    row({ external_id: "t1", begin_time: "2021-04-15 23:24" }),
    row({ external_id: "t2", begin_time: "yesterday" }),
    row({ external_id: "t3", begin_time: "2021-04-15" }),
    row({ external_id: "t4", begin_time: "44301.97" }),
    row({ external_id: "t5", begin_time: "1.6E+12" }),
    row({ external_id: "t6", begin_time: "20210415" }),
    row({ external_id: "t7", begin_time: "1618500278" }),
    row({ external_id: "t8", begin_time: "1618500278638000" }),
    row({
      external_id: "t9",
      begin_time: "2021-04-15T23:24:38+08:00",
      end_time: "2021-04-15T22:24:38+08:00",
    }),
    row({ external_id: "t10", begin_time: "000000" }),
  ]),
  csv(
    "clocks",
    [
      row({ external_id: "c1", begin_time: "2021-03-14 02:30" }),
      row({ external_id: "c2", begin_time: "2021-11-07 01:30" }),
      row({ external_id: "c3", begin_time: "2021-11-07 01:50", end_time: "2021-11-07 01:10" }),
    ],
    "America/New_York",
  ),
  csv("rows", [
    row({ external_id: "r1", conclusion: "nine" }),
    row({
      external_id: "r2",
      username: "张三",
      dimension_title: "逻辑",
      dimension_type: "1",
      dimension_value: "九十",
    }),
    row({ external_id: "r3", username: "张三", dimension_title: "逻辑", dimension_value: "90" }),
    row({
      external_id: "r4",
      username: "张三",
      dimension_title: "技能",
      dimension_type: "4",
      dimension_value: "后端，数据库",
    }),
    row({ external_id: "r5", username: "张三", dimension_title: "逻辑", dimension_type: "1" }),
    row({ external_id: "r6", dimension_title: "逻辑", dimension_type: "1", dimension_value: "90" }),
    row({
      external_id: "r6",
      username: "张三",
      dimension_title: "表达",
      dimension_type: "1",
      dimension_value: "80",
    }),
    row({ external_id: "r7", participate_status: "1", username: "张三" }),
    row({ external_id: "r7", participate_status: "2", username: "李四" }),
    row({ external_id: "r8", username: "张三" }),
    row({ external_id: "r8" }),
    row({ external_id: "r9", username: "张 三", comment: "a" }),
    row({ external_id: "r9", username: "张三", comment: "b" }),
    row({
      external_id: "r10",
      username: "张三",
      dimension_title: "逻辑",
      dimension_type: "3",
      dimension_value: "好",
    }),
    row({
      external_id: "r10",
      username: "张三",
      dimension_title: "逻辑",
      dimension_type: "3",
      dimension_value: "好",
    }),
    row({ external_id: "r11", comment: "a\u0007b" }),
    row({ external_id: "r11b", comment: "<p>a</p>" }),
    row({ external_id: "r12", comment: "JÃ¼rgen" }),
    row({ external_id: "r13", comment: "x".repeat(40), conclusion: "x".repeat(40) }),
    row({ external_id: "r14", username: "张三", comment: "a" }),
    { username: "李四", comment: "b" },
    row({ external_id: "r15" }),
    row({ external_id: "r1", conclusion: "2" }),
    `r16,${APPLICATION},1,,,,,,逻辑,`,
    `r17,${APPLICATION},1,"broken"x`,
    row({ external_id: "r17" }),
    row({ external_id: "r18" }),
    `r19,${APPLICATION},1,,,,,"a cell\nwith a line break",,,,`,
    row({ external_id: "r20", conclusion: "ten" }),
  ]),
  csv("interviewers", [
    row({ external_id: "n1", username: "张三", conclusion: "2", comment: "a" }),
    row({ external_id: "n1", username: "李四" }),
    row({ external_id: "n1", username: "张三", conclusion: "1" }),
  ]),
  {
    name: "rejected before",
    text: `${HEADER},${REJECTED}\nx1,${APPLICATION},,,,,,,,,,,,,,"${MARK}",expected 12 cells\n`,
    options: { format: "csv" },
  },
  csv("rows that are not adjacent", [
    row({ external_id: "a1", username: "张三", comment: "a" }),
    row({ external_id: "a2" }),
    row({ external_id: "a1", username: "李四", comment: "b" }),
  ]),
  csv("a quote that swallows rows", [
    `s1,${APPLICATION},,,,,,"open,,,,`,
    `s2,${APPLICATION},,,,,,,,,,`,
    `s3,${APPLICATION},,,,,,"closed",,,,`,
  ]),
  csv("a quote that swallows rows up to another", [
    `q1,${APPLICATION},,,,,,"open,,,,`,
    `q2,${APPLICATION},,,,,,closed",,,,`,
  ]),
  jsonl("bodies", [
    body({ external_id: 12 }),
    body({ external_id: " " }),
    '{"external_application_id":69606632409259564370}',
    {},
    body({ external_id: "b5", note: "x" }),
    body({ external_id: "", participate_status: 9 }),
    body({ external_application_id: "" }),
    body({ begin_time: -1 }),
    body({ interview_assessments: { a: 1 } }),
    body({ participate_status: [1] }),
    body({ participate_status: true }),
    body({ external_id: "b12", participate_status: "参与" }),
    dimension({ assessment_type: 1, title: "逻辑", option: "甲" }),
    dimension({ title: "逻辑", score: 90 }),
    body({ external_id: "b15", begin_time: 0 }),
    body({ external_id: "b16", begin_time: 1_618_500_278_639, end_time: 1_618_500_278_638 }),
  ]),
  jsonl("one id twice", [
    body({ external_id: "d1" }),
    body({ external_id: "d1", interview_assessments: [{ username: "张三" }] }),
  ]),
  jsonl("JSON", [
    "{not json",
    "[1]",
    "null",
    "7",
    `{"external_id":"j4","external_id":"j5","external_application_id":"${APPLICATION}"}`,
    `{"a":${"[".repeat(120)}${"]".repeat(120)}}`,
    '"text"',
    "true",
    '{"data":[{"a":1}]}',
    '{"_rejected":{"reason":"no","raw":"{not json"}}',
  ]),
];

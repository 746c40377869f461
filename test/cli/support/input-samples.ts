import type { InputOptions } from "../../../src/importer/index.js";

/** An input that cannot be read, or whose mapping cannot be used. */
export interface InputSample {
  readonly name: string;
  readonly text: string | Buffer;
  readonly options: InputOptions;
  /** The text of the mapping, if it has one. */
  readonly mapping?: string;
  /** Files beside the mapping, by name. */
  readonly files?: Readonly<Record<string, string>>;
}

const APPLICATION = "6960663240925956437";
const BASE = "external_application_id: 投递\n";
const TABLE = `编号,投递,结论,沟通,开始,时长,,状态\n7,${APPLICATION},好,4,4/15/2021 10:00,30,x,取消\n`;

const csv = (name: string, text: string | Buffer): InputSample => ({
  name,
  text,
  options: { format: "csv" },
});

function json(name: string, text: string, items?: string): InputSample {
  return { name, text, options: { format: "json", items } };
}

function mapped(name: string, mapping: string, files: InputSample["files"] = {}, text = TABLE): InputSample {
  return { name, text, options: { format: "csv" }, mapping, files };
}

const lookup = (ids?: string): InputSample =>
  mapped(
    `a lookup: ${JSON.stringify(ids ?? "none")}`,
    "external_application_id: {column: 编号, lookup: ids.csv}\n",
    ids === undefined ? {} : { "ids.csv": ids },
  );

/** What is said of these is about the input as a whole. */
export const INPUT_SAMPLES: readonly InputSample[] = [
  csv("a header without the application", "编号,投递\n1,2\n"),
  csv("a header that is not separated", "编号，投递\n1，2\n"),
  csv("columns that are almost known", `external_application_id,Conclusions\n${APPLICATION},1\n`),
  csv("columns that may be one", `external_application_id,结论,面试结论\n${APPLICATION},1,2\n`),
  csv("unknown columns", `external_application_id;;来源;备注;面试评价\n${APPLICATION};x;y;;z\n`),
  csv("two criteria", `external_application_id|沟通|逻辑\n${APPLICATION}|4|5\n`),
  csv(
    "two encodings",
    Buffer.concat([
      Buffer.from("external_application_id,username\n7,张三李四\n8,"),
      Buffer.from([0xcd, 0xf5, 0xd0, 0xa1, 0xc3, 0xf7, 0x0a]),
    ]),
  ),
  json("a list at another key", '{"data":{"items":[{}]},"code":0}', "data.itms"),
  json("no list", '{"code":99991400,"msg":"too many requests"}', "data"),
  json("a page without a list", '{"data":[{}]}{"code":99991400}', "data"),
  json("a list by itself", "[{}]", "data"),
  json("an array that is cut", `[{"external_application_id":"${APPLICATION}"}`),
  json("an interview that is cut", '[{"external_application_id":"69'),
  json("a page that is cut", '{"data":[{}],"code"', "data"),
  mapped("names", `${BASE}usernam: 面试官\n评语: 好\n`),
  mapped("shapes", `${BASE}comment: [甲]\nconclusion: 结论\ndimensions: 沟通\nleave_out: 状态\n`),
  mapped("a mapping that is a text", "external_application_id\n"),
  mapped("columns", `${BASE}comment: 评论\nusername: 结\n`),
  mapped("settings", `${BASE}date_order: 日月\nconclusion: {values: {好: 通过}}\n`),
  mapped("words", `${BASE}conclusion: {column: 结论, values: {好: Good}, default: 无}\n`),
  mapped("blanks", `${BASE}username:\nconclusion:\n  column: 结论\n  values:\n    再看看:\n`),
  mapped("dimensions", `${BASE}dimensions:\n  - 沟通\n  - {column: 沟通, typ: Score}\n  - {type: 五星}\n`),
  mapped("texts", `${BASE}comment: {text: "{甲", values: {好: 坏}}\nend_time: {minutes: 时长}\n`),
  mapped("colons", "external_application_id：投递\ncomment:评语\n"),
  mapped("two shapes", `${BASE}dimension_title: 沟通\ndimensions:\n  - {column: 沟通, type: Score}\n`),
  mapped("no YAML", `${BASE}comment: "评语\n`),
  mapped("unused columns", `${BASE}comment: 结论\nleave_out:\n  状态: [进行中]\n`),
  mapped("rows that are left out", `${BASE}leave_out:\n  状态: [取消]\n`),
  mapped(
    "cells",
    `${BASE}conclusion: {column: 结论, values: {差: Failed}}\nbegin_time: 开始\nend_time: {minutes: 时长}\n` +
      "dimensions:\n  - {column: 沟通, type: Score}\ndate_order: month/day/year\ntime_zone: Asia/Shanghai\n",
    {},
    `编号,投递,结论,沟通,开始,时长,状态\n1,${APPLICATION},好,良,4/15/2021 10:00,半小时,\n2,${APPLICATION},N/A,-,4/15/2021 10:00,/,\n3,${APPLICATION},2,无,,,\n`,
  ),
  ...["blank: ['-']\n", "blank:\n  - '-'\n"].map((blank) =>
    mapped(
      `blank words: ${JSON.stringify(blank)}`,
      `${BASE}time_zone: Asia/Shanghai\nbegin_time: 开始\n${blank}`,
      {},
      `投递,开始\n${APPLICATION},N/A\n${APPLICATION},无\n`,
    ),
  ),
  lookup(),
  lookup("old,new,more\n1,2,3\n"),
  lookup(`old,new\n7,6.96E+18\n8,${APPLICATION}\n8,1\n9,1,x\n`),
  lookup("old,new\n1,2\n"),
];

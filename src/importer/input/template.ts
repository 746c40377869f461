import { BYTE_ORDER_MARK, formatRecord } from "./csv/format-record.js";
import { INTERVIEW_SCHEMA } from "./table/schema/interview-schema.js";
import { listColumns } from "./table/schema/table-schema.js";

/** Two interviews, one with two interviewers, and a no-show. */
export const templateRows: readonly (readonly string[])[] = [
  [
    "interview-1",
    "6960663240925956437",
    "参与",
    "2021-04-15T23:24:38+08:00",
    "2021-04-16T00:10:00+08:00",
    "张三",
    "通过",
    "第一次面试",
    "沟通能力",
    "表达清晰，善于倾听",
    "打分题",
    "90",
  ],
  [
    "interview-1",
    "6960663240925956437",
    "参与",
    "2021-04-15T23:24:38+08:00",
    "2021-04-16T00:10:00+08:00",
    "张三",
    "通过",
    "第一次面试",
    "技术栈",
    "",
    "多选题",
    "TypeScript|Go",
  ],
  [
    "interview-1",
    "6960663240925956437",
    "参与",
    "2021-04-15T23:24:38+08:00",
    "2021-04-16T00:10:00+08:00",
    "李四",
    "待定",
    "复试再定,建议加面",
    "英语",
    "",
    "单选题",
    "流利",
  ],
  [
    "interview-2",
    "6960663240925956438",
    "爽约",
    "2021-04-16T10:00:00+08:00",
    "2021-04-16T11:00:00+08:00",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
  ],
];

/** Files to start from: the same two interviews in each. */
export const template: { readonly csv: string; readonly jsonl: string } = {
  csv: `${BYTE_ORDER_MARK}${[listColumns(INTERVIEW_SCHEMA).map(({ name }) => name), ...templateRows]
    .map((cells) => `${formatRecord(cells)}\n`)
    .join("")}`,
  jsonl: `{"external_id":"interview-1","external_application_id":"6960663240925956437","participate_status":2,"begin_time":1618500278000,"end_time":1618503000000,"interview_assessments":[{"username":"张三","conclusion":2,"assessment_dimension_list":[{"score":90,"assessment_type":1,"title":"沟通能力","description":"表达清晰，善于倾听"},{"options":["TypeScript","Go"],"assessment_type":4,"title":"技术栈"}],"content":"第一次面试"},{"username":"李四","conclusion":3,"assessment_dimension_list":[{"option":"流利","assessment_type":2,"title":"英语"}],"content":"复试再定,建议加面"}]}
{"external_id":"interview-2","external_application_id":"6960663240925956438","participate_status":3,"begin_time":1618538400000,"end_time":1618542000000}
`,
};

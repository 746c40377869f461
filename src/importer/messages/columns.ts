import type { ColumnName } from "../input/table/schema/table-schema.js";

/** What each column holds, as the template's second sheet explains it, in both languages. */
export const columnNotes: Readonly<Record<ColumnName, { readonly en: string; readonly zh: string }>> = {
  external_id: {
    en: "The interview's key in the old system. Keep it: it prevents duplicates.",
    zh: "面试在原系统中的主键。请务必保留，它用来防止重复。",
  },
  external_application_id: {
    en: "The external application's id in Feishu Hire. The only required column.",
    zh: "外部投递 ID，唯一必填的列。",
  },
  participate_status: {
    en: "Whether the candidate took part: choose from the list.",
    zh: "参与状态：从列表中选择。",
  },
  begin_time: {
    en: "2021-04-15T23:24:38+08:00, or 2021/4/15 23:24 with --time-zone Asia/Shanghai.",
    zh: "面试开始时间：2021-04-15T23:24:38+08:00；写成 2021/4/15 23:24 时，需要 --time-zone Asia/Shanghai。",
  },
  end_time: { en: "As begin_time.", zh: "面试结束时间，写法同上。" },
  username: { en: "The interviewer's name.", zh: "面试官姓名。" },
  conclusion: { en: "The interviewer's verdict: choose from the list.", zh: "面试结论：从列表中选择。" },
  comment: { en: "The interviewer's overall comment.", zh: "面试官的综合评价。" },
  dimension_title: {
    en: "What was assessed. One row per dimension; the rows of one interview must be adjacent.",
    zh: "维度标题。每个维度一行，同一场面试的各行必须相邻。",
  },
  dimension_description: { en: "What the dimension means.", zh: "维度描述。" },
  dimension_type: { en: "Choose from the list.", zh: "维度类型：从列表中选择。" },
  dimension_value: {
    en: "The score (a whole number), the option, the text, or several options separated by a bar: A|B.",
    zh: "分数（整数）、选项、文字，或用竖线隔开的多个选项：A|B。",
  },
};

/** What the `note` of a talent's line says. */
export const applicationNotes = {
  noApplication: { en: "no application", zh: "没有外部投递" },
  noTalent: { en: "no such talent", zh: "没有这位人才" },
  oneOfSeveral: { en: "one of several: keep one line", zh: "有多个外部投递：请只保留一行" },
} as const;

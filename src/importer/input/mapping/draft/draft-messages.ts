/** The comments of a drafted mapping. */
export const draftMessages = {
  head: {
    en: `# Left of a colon: a name of this tool. Right of it: the name of a column of your file, as in its first row.
# A line that begins with # is a comment. A name with a colon and a space, or a #, in it must be in "quotes".
# Fill in what is blank to the right of a colon; then run: feishu-hire validate {file}
`,
    zh: `# 冒号左边是本工具规定的名称（请不要改动），右边填您文件中的列名，要与文件第一行的写法一致。
# 以 # 开头的行是说明。列名中有 # 或冒号加空格时，请用英文双引号括起来。
# 请填写冒号右边的空白，然后运行：feishu-hire validate {file}
`,
  },
  lookup: {
    en: "applications.csv, from feishu-hire applications if these are talent ids; or a CSV of your own beside this file: the id here, Feishu's id",
    zh: "这里是人才 ID 时，填 applications.csv（由 feishu-hire applications 写出）；否则填一个 CSV 的文件名，与本文件放在同一文件夹，共两列：这里的 ID、飞书的外部投递 ID",
  },
  application: {
    en: "the column with Feishu's id of the external application; if you have talent ids, write two indented lines below instead: column: ITS NAME, and lookup: applications.csv",
    zh: "飞书外部投递 ID 所在的列；如果只有人才 ID，请把这里留空，在下面缩进两格写两行：“column: 人才 ID 的列名”和“lookup: applications.csv”",
  },
  choices: { en: "one of {choices}", zh: "可填：{choices}" },
  minutes: { en: "after begin_time", zh: "开始时间之后的分钟数" },
  timeZone: { en: "such as Asia/Shanghai", zh: "例如 Asia/Shanghai" },
  dateOrder: {
    en: "month/day/year or day/month/year, for {date}",
    zh: "填 month/day/year（月/日/年）或 day/month/year（日/月/年），用于{date}",
  },
  leaveOut: { en: "rows that are not imported, and counted", zh: "不导入的行，只计数" },
  blank: { en: "words for no value, in any column", zh: "表示没有内容的词，对所有列有效" },
  others: {
    en: "# Unused columns. For one that holds an answer, remove the # at the start of its two lines (column and type), and of dimensions:",
    zh: "# 未使用的列。如果某列是面试评价，请删掉以下几行最前面的 #：dimensions 一行，以及该列的 column 和 type 两行。",
  },
  types: {
    en: "Score, SingleChoice, MultipleChoice or Description",
    zh: "Score（打分）、SingleChoice（单选）、MultipleChoice（多选）或 Description（描述）",
  },
  words: { en: "{words}", zh: "{words}" },
  word: { en: "{word} ({count})", zh: "{word}（{count}）" },
  rows: { en: { one: "{count} row", other: "{count} rows" }, zh: "{count}行" },
  filled: { en: "{count} filled", zh: "有内容的{count}行" },
} as const;

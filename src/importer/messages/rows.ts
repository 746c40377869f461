/** What is wrong with the rows of a table. */
export const rowPhrases = {
  interview: { en: "an interview", zh: "一场面试" },
  unreadableRows: { en: "rows that cannot be read", zh: "无法读取的行" },
  allRows: { en: "all rows of the interview", zh: "这场面试的所有行" },
  unreadableBefore: {
    en: "{place} above, which cannot be read and may belong to this interview",
    zh: "前面的{place}（无法读取，可能属于这场面试）",
  },
  adjacentRows: {
    en: "all rows of an interview to be adjacent (sort the file by external_id)",
    zh: "同一场面试的各行相邻（请按 external_id 排序）",
  },
  otherRows: {
    en: "more of them on line {line}, with different content",
    zh: "第{line}行也属于这场面试，且内容不同",
  },
  maxInterviewBytes: { en: "at most {bytes} bytes for an interview", zh: "一场面试最多{bytes}字节" },
  moreWithRow: { en: "more, with this row", zh: "加上本行后超出" },
  maxBytes: { en: "at most {bytes} bytes", zh: "最多{bytes}字节" },
  longRecord: {
    en: "a longer row, or a quote that is never closed",
    zh: "更长的一行，或没有闭合的引号",
  },
  closingQuote: {
    en: "a closing quote at the end of each quoted cell",
    zh: "每个带引号的单元格都以引号结尾",
  },
  swallowedRows: { en: "a cell that seems to contain other rows", zh: "一个像是含有其他行的单元格" },
  quotesAroundCells: {
    en: 'quotes only around whole cells, and "" for a quote within them',
    zh: '引号只括住整个单元格，其中的引号写成 ""',
  },
  misplacedQuote: {
    en: "a misplaced quote, or one that is never closed",
    zh: "位置不对或没有闭合的引号",
  },
  cellCount: {
    en: { one: "{count} cell, as in the header", other: "{count} cells, as in the header" },
    zh: "{count}个单元格（与表头一致）",
  },
  count: { en: "{count}", zh: "{count}个" },
  cellBeyond: { en: "one more, beyond the last column of the header", zh: "表头最后一列之后还有内容" },
  movedCells: {
    en: "the cells moved back under their columns, and rejected_field cleared",
    zh: "各单元格移回所属的列，并清空 rejected_field",
  },
  asRejected: { en: "the row unchanged since it was rejected", zh: "与被拒绝时相同，没有改动" },
  sameInEachRow: {
    en: "{text} as on line {line}, in each row of the interview",
    zh: "与第{line}行相同的{text}（这场面试的每一行都要一致）",
  },
  sameInAllRows: {
    en: "the same cell in each row of the interview",
    zh: "这场面试的各行在这一列一致",
  },
  cellsInEachRow: {
    en: "the interview's own columns filled in, in each of its rows",
    zh: "每一行都填写这场面试的各列",
  },
  interviewerFirst: {
    en: "the interviewer in the first row of the interview (the rows below may leave it blank)",
    zh: "在这场面试的第一行填写面试官（下面各行可以留空）",
  },
  oneAssessment: {
    en: "one assessment per interviewer (the same conclusion and comment in all rows of one person; other names for other people)",
    zh: "每位面试官只有一份评价（同一人的各行结论和综合评价要一致；不同的人请用不同的姓名）",
  },
  otherAssessment: {
    en: "another one under this name on line {line}, with different content: both are imported",
    zh: "第{line}行有同名面试官的另一份评价，内容不同（两份都会导入）",
  },
  interviewerOfAssessment: {
    en: "the interviewer, since the conclusion or comment differs from line {line}",
    zh: "填写面试官（结论或综合评价与第{line}行不同）",
  },
  namelessAssessment: {
    en: "nothing: it is imported as an assessment without a name",
    zh: "空（将作为一份没有姓名的评价导入）",
  },
  dimensionOrComment: { en: "a dimension or a comment", zh: "维度或综合评价" },
  neither: { en: "a row with neither", zh: "两者都没有的一行" },
  dimensionType: {
    en: "a type, since it says what dimension_value is",
    zh: "维度类型（它决定 dimension_value 的含义）",
  },
  wholeNumber: { en: "a whole number, such as 90", zh: "整数，例如 90" },
  optionsByBar: { en: "options separated by a bar |", zh: "用竖线 | 隔开的选项" },
  otherSeparator: { en: "one option that contains another separator", zh: "一个含有其他分隔符的选项" },
  errorValue: { en: "the error {value}", zh: "错误值{value}" },
  calculatedFormula: {
    en: "a formula that has been calculated (open the workbook in Excel and save it)",
    zh: "已计算的公式（请在 Excel 中打开并保存）",
  },
  formulaWithoutValue: { en: "a formula without a value", zh: "没有结果的公式" },
  anyText: { en: "text", zh: "文字" },
  missingText: {
    en: "text number {index}, which the file does not have",
    zh: "文件中不存在的第{index}号文字",
  },
  number: { en: "a number", zh: "数字" },
  notANumber: { en: "a numeric cell without one", zh: "数字格式但不含数字的单元格" },
  date: { en: "a date", zh: "日期" },
  notADay: { en: "{value}, which is not a date of a spreadsheet", zh: "{value}（不是表格软件中的日期）" },
  oneMergedValue: { en: "one value for all rows of a merged cell", zh: "合并单元格的各行只有一个值" },
  hiddenValue: { en: "another one, hidden under the merged cell", zh: "合并单元格下还藏着另一个值" },
} as const;

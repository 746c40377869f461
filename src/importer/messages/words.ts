/** Places in an input, and words that problems are made of. */
export const words = {
  problem: {
    en: "{place}: expected {expected}, received {received}",
    zh: "{place}：要求{expected}；实际：{received}",
  },
  problemInField: {
    en: "{place}, {field}: expected {expected}, received {received}",
    zh: "{place}，“{field}”：要求{expected}；实际：{received}",
  },
  expected: { en: "expected {expected}", zh: "要求{expected}" },
  expectation: { en: "{place}: expected {expected}", zh: "{place}：要求{expected}" },
  expectationInField: {
    en: "{place}, {field}: expected {expected}",
    zh: "{place}，“{field}”：要求{expected}",
  },
  character: { en: "{place}, character {column}", zh: "{place}第{column}个字符" },
  line: { en: "line {line}", zh: "第{line}行" },
  lineAndRow: {
    en: "line {line} (row {row} in a spreadsheet)",
    zh: "第{line}行（表格软件中为第{row}行）",
  },
  rowOfSheet: { en: "row {row} of sheet {sheet}", zh: "工作表“{sheet}”第{row}行" },
  cellOfSheet: { en: "cell {cell} of sheet {sheet}", zh: "工作表“{sheet}”单元格{cell}" },
  nothing: { en: "nothing", zh: "空" },
  value: { en: "a value", zh: "填写内容" },
  text: { en: "{text}", zh: "{text}" },
  quoted: { en: '"{text}"', zh: "“{text}”" },
  longText: { en: "text of {length} characters", zh: "{length}个字符的文字" },
  oneOf: { en: "one of {choices}", zh: "下列之一：{choices}" },
  choice: { en: "{value} ({name}, {label})", zh: "{value}（{label}、{name}）" },
} as const;

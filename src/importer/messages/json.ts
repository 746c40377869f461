/** What is wrong with a JSON text, and why an input of JSON cannot be read. */
export const jsonPhrases = {
  rowOfBytes: { en: "a row of {bytes}", zh: "{bytes}字节的一行" },
  json: { en: "JSON", zh: "JSON" },
  notJson: { en: "something else, or a line that ends too early", zh: "其他内容，或不完整的一行" },
  jsonObject: { en: "a JSON object", zh: "JSON 对象" },
  jsonText: { en: "a string", zh: "一段文字" },
  jsonBoolean: { en: "a boolean", zh: "true 或 false" },
  aList: { en: "a list", zh: "列表" },
  jsonLevels: { en: "JSON nested {depth} levels deep", zh: "{depth}层的 JSON" },
  keyOnce: {
    en: "each key of an object once (remove all but one)",
    zh: "对象中的每个键只出现一次（请只保留一个）",
  },
  keyTwice: { en: "a key that appears twice", zh: "出现两次的键" },
  fixedText: {
    en: "the fixed text of {field}.raw in place of this row",
    zh: "用改好的“{field}.raw”文字替换本行",
  },
  unreadBefore: { en: "a row that could not be read before", zh: "上次无法读取的一行" },
  wrappedList: {
    en: "an object with a list in {key} (import the list: --items {items})",
    zh: "列表在{key}中的对象（导入该列表：--items {items}）",
  },
  brokenArray: {
    en: "Line {line}: the JSON array is broken: expected {expected}.",
    zh: "第{line}行：JSON 数组有误，需要{expected}。",
  },
  interviewNotComma: { en: "an interview instead of a comma", zh: "一场面试，而不是逗号" },
  interviewBetween: {
    en: "an interview between the comma and ] (remove the comma)",
    zh: "逗号和 ] 之间有一场面试（或删除逗号）",
  },
  nothingAfterArray: { en: "nothing after the closing ]", zh: "最后的 ] 之后没有其他内容" },
  endsInArray: {
    en: "The file ends on line {line}, before the ] that closes the JSON array. It was probably cut short: export it again.",
    zh: "文件在第{line}行结束，缺少 JSON 数组结尾的 ]，很可能不完整：请重新导出。",
  },
  endsInInterview: {
    en: "The file ends within the interview that begins on line {line}. It was probably cut short: export it again.",
    zh: "文件在第{line}行开始的面试中间就结束了，很可能不完整：请重新导出。",
  },
  endsInJson: {
    en: "The file ends within the JSON text that begins on line {line}. It was probably cut short: export it again.",
    zh: "文件在第{line}行开始的 JSON 中间就结束了，很可能不完整：请重新导出。",
  },
  noList: {
    en: "There is no list at {list} (--items). Name the keys that lead to it, such as data or data.items.",
    zh: "{list}（--items）处没有列表。请写出列表所在的键，例如 data 或 data.items。",
  },
  otherLists: {
    en: "There is no list at {list} (--items). The JSON text that begins on line {line} has lists at {lists}.",
    zh: "{list}（--items）处没有列表。第{line}行开始的 JSON 中，列表在{lists}处。",
  },
  listItself: {
    en: "The JSON text that begins on line {line} is a list itself. If it is the list of interviews, leave out --items; if it is one of pages, remove its brackets and the commas between the pages.",
    zh: "第{line}行开始的 JSON 本身就是列表。如果它就是面试列表，请去掉 --items；如果它是若干页的列表，请删除最外层的方括号和各页之间的逗号。",
  },
  noListInPage: {
    en: "The JSON text that begins on line {line} has no list at {list} (--items), as if its export had failed. Its keys: {keys}.",
    zh: "第{line}行开始的 JSON 在{list}（--items）处没有列表，可能是导出失败。其中的键：{keys}。",
  },
  extraBracket: {
    en: "Line {line}: the JSON text is broken: expected no closing bracket here.",
    zh: "第{line}行：JSON 有误，这里不应有右括号。",
  },
  notAnObjectWithList: {
    en: "Line {line}: expected a JSON object with the list of interviews in it.",
    zh: "第{line}行：需要含有面试列表的 JSON 对象。",
  },
  multilineJson: {
    en: "Line {line} begins a JSON text that continues below it. Put each interview on a line of its own, or all in one array: [ … ].",
    zh: "第{line}行的 JSON 延续到了下面的行。请每场面试写一行，或全部放进一个数组：[ … ]。",
  },
  multilineJsonList: {
    en: 'Line {line} begins a JSON text that continues below it. Put each interview on a line of its own, or all in one array: [ … ]. If the interviews are the list under "{list}", use --items {list}.',
    zh: "第{line}行的 JSON 延续到了下面的行。请每场面试写一行，或全部放进一个数组：[ … ]。如果面试在“{list}”下的列表中，请使用 --items {list}。",
  },
} as const;

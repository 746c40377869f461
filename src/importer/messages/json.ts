/** What is wrong with a JSON text. */
export const jsonPhrases = {
  rowOfBytes: { en: "a row of {bytes}", zh: "{bytes} 字节的一行" },
  json: { en: "JSON", zh: "JSON" },
  notJson: { en: "something else, or a line that ends too early", zh: "其他内容，或不完整的一行" },
  jsonObject: { en: "a JSON object", zh: "JSON 对象" },
  jsonText: { en: "a string", zh: "一段文字" },
  jsonBoolean: { en: "a boolean", zh: "true 或 false" },
  aList: { en: "a list", zh: "列表" },
  jsonLevels: { en: "JSON nested {depth} levels deep", zh: "{depth} 层的 JSON" },
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
} as const;

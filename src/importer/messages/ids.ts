/** What is wrong with an id. */
export const idPhrases = {
  id: { en: "an id", zh: "ID" },
  applicationId: { en: "an application's id", zh: "外部投递 ID" },
  digitsAsBefore: {
    en: "an application's id in Feishu: digits, as in the rows above",
    zh: "飞书的外部投递 ID（与前面各行一样全是数字）",
  },
  numberAsBefore: { en: "a number, as in the rows above", zh: "数字（与前面各行一样）" },
  idInQuotes: { en: "the id in quotes", zh: "带引号的 ID" },
  wholeId: {
    en: "the whole id (format the column as text and paste the ids again)",
    zh: "完整的 ID（请将该列设为文本格式，再重新粘贴）",
  },
  idAlone: { en: "the id alone", zh: "ID 本身" },
  idWithoutDecimals: {
    en: "the id without decimals (its last digits may be lost: export it as text)",
    zh: "不带小数的 ID（末尾几位可能已丢失，请按文本重新导出）",
  },
  visibleId: { en: "an id of visible characters", zh: "全部由可见字符组成的 ID" },
  originalId: { en: "the complete id, with its last digits unchanged", zh: "末尾没有被改动的完整 ID" },
  ownId: { en: "an id of its own", zh: "这场面试自己的 ID" },
  idAsText: {
    en: "the id stored as text (format the column as Text, then enter or paste the ids again)",
    zh: "以文本保存的 ID（请将该列设为文本格式，再重新输入或粘贴）",
  },
  looksShortened: { en: "{text}, which looks like a shortened number", zh: "{text}（像是被缩短的数字）" },
  blank: { en: "a blank", zh: "空白" },
  invisibleCharacter: { en: "an id with {character} in it", zh: "含不可见字符{character}的 ID" },
  shortened: { en: "{text}, which a spreadsheet has shortened", zh: "{text}（已被表格软件缩短）" },
  markedAsText: { en: "{text}, with a spreadsheet's mark for text", zh: "{text}（带有表格软件的文本标记）" },
  noValue: { en: "{text}, which means no value", zh: "{text}（表示没有）" },
  totals: { en: "{text}, as in a totals row", zh: "{text}（像是合计行）" },
  numberText: { en: "{text}, a number", zh: "{text}（是数字）" },
  rounded: {
    en: "{text}, whose last digits a spreadsheet or a program may have replaced with zeros",
    zh: "{text}（末尾几位可能已被表格软件或程序换成 0）",
  },
  safeNumber: { en: "the number {number}", zh: "数字{number}" },
  unsafeNumber: {
    en: "a number above 2^53, whose last digits JSON loses",
    zh: "超过 2^53 的数字（JSON 会丢失其末尾几位）",
  },
  lostDigits: {
    en: "{value}, a number whose last digits the spreadsheet has lost",
    zh: "{value}（是数字，末尾几位已在表格软件中丢失）",
  },
  idOfOtherLine: {
    en: "the id of the interview on line {line}, which has different content",
    zh: "第{line}行那场面试的 ID，而两者内容不同",
  },
} as const;

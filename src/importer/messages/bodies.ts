/** What JSON calls its types. */
export const typeNames = {
  array: { en: "array", zh: "列表" },
  boolean: { en: "boolean", zh: "true 或 false" },
  integer: { en: "integer", zh: "整数" },
  number: { en: "number", zh: "数字" },
  object: { en: "object", zh: "对象" },
  string: { en: "string", zh: "文字" },
} as const;

/** What is wrong with a request body. */
export const bodyPhrases = {
  validBody: { en: "a body that the spec allows", zh: "符合接口定义的内容" },
  anotherBody: { en: "something else", zh: "其他内容" },
  knownField: { en: "a field of the API", zh: "接口中的字段" },
  unknownField: { en: "an unknown field", zh: "未知字段" },
  type: { en: "type {type}", zh: "{type}" },
  notEmpty: { en: "a non-empty text", zh: "不为空的文字" },
  minLength: {
    en: { one: "at least {count} character", other: "at least {count} characters" },
    zh: "至少{count}个字符",
  },
  atLeast: { en: "a number >= {limit}", zh: "不小于{limit}的数字" },
  atMost: { en: "a number <= {limit}", zh: "不大于{limit}的数字" },
  constraint: { en: "{keyword} {params}", zh: "{keyword} {params}" },
  list: { en: "a list of {length}", zh: "{length}项的列表" },
  object: { en: "an object", zh: "对象" },
  readableText: { en: "readable text", zh: "可读的文字" },
  damagedText: {
    en: "text damaged by a wrong encoding (export it again as UTF-8)",
    zh: "因编码错误而损坏的文字（请以 UTF-8 重新导出）",
  },
  textAlone: { en: "text without HTML", zh: "不含 HTML 标记的文字" },
  html: {
    en: "HTML, which is imported as it is (export plain text instead)",
    zh: "HTML 标记，会原样导入（请改为导出纯文本）",
  },
  plainText: { en: "text without control characters", zh: "不含控制字符的文字" },
  controlCharacter: { en: "text with {character} in it", zh: "含{character}的文字" },
  dimensionOnce: { en: "each dimension once", zh: "每个维度只出现一次" },
  dimensionAgain: { en: "the same dimension again", zh: "重复的维度" },
  nameInOneWay: { en: "one spelling of the interviewer's name", zh: "写法一致的面试官姓名" },
  nameInTwoWays: { en: "two spellings in one interview", zh: "同一场面试中有两种写法" },
  valueOfType: { en: "a value, since there is a type", zh: "与维度类型对应的值" },
  valueIn: { en: "a value in {field}", zh: "“{field}”中有值" },
  typeBeside: { en: "an assessment_type with it", zh: "同时填写 assessment_type" },
  valueAlone: {
    en: "a value in {field} only, as for type {type} ({label})",
    zh: "只填写“{field}”（维度类型{type}，{label}）",
  },
} as const;

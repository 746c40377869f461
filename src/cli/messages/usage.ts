/** What the parser of the command line prints: titles of the help, and errors of usage. */
export const usageMessages = {
  // The English titles are the parser's own, and are looked up by them.
  usage: { en: "Usage:", zh: "用法：" },
  usageTitle: { en: "{title} ", zh: "{title}" },
  options: { en: "Options:", zh: "选项：" },
  globalOptions: { en: "Global Options:", zh: "通用选项：" },
  commands: { en: "Commands:", zh: "命令：" },
  arguments: { en: "Arguments:", zh: "参数：" },
  default: { en: "{description} [default: {value}]", zh: "{description} [默认：{value}]" },
  unknownOption: { en: "Unknown option {name}.", zh: "未知选项“{name}”。" },
  unknownCommand: { en: "Unknown command {name}.", zh: "未知命令“{name}”。" },
  suggestion: { en: "{name}", zh: "“{name}”" },
  didYouMean: { en: "{error} Did you mean {names}?", zh: "{error}您是否想输入{names}？" },
  missingArgument: { en: "<{name}> is missing.", zh: "缺少 <{name}>。" },
  missingOptionValue: { en: "{flags} needs a value.", zh: "{flags}需要一个值。" },
  missingOption: { en: "{flags} is required.", zh: "必须提供{flags}。" },
  conflictingOptions: {
    en: "{first} cannot be used with {second}.",
    zh: "{first}不能与{second}同时使用。",
  },
  tooManyArguments: {
    en: "Too many arguments: {expected} expected, {received} received.",
    zh: "参数过多：应为{expected}个，实际为{received}个。",
  },
  invalidValue: { en: '{what} cannot be "{value}": {reason}', zh: "{what}不能是“{value}”：{reason}" },
  notAChoice: { en: "It must be one of {choices}.", zh: "只能是下列之一：{choices}。" },
  blank: { en: "It must not be blank.", zh: "必须填写内容。" },
  notAWholeNumber: { en: "It must be a whole number, 1 or more.", zh: "必须是不小于 1 的整数。" },
  notARate: {
    en: "It must be between {min} and {max}, Feishu's limit.",
    zh: "必须在{min}到{max}（飞书的上限）之间。",
  },
  notADuration: {
    en: "It must be a duration such as 90s, 30m or 2h, or 0.",
    zh: "必须是时长，例如 90s、30m 或 2h，或者 0。",
  },
  notMaxRejects: {
    en: "It must be a number (such as 50) or a percentage (such as 5%).",
    zh: "必须是数量（例如 50）或百分比（例如 5%）。",
  },
} as const;

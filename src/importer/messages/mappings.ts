/** What is wrong with a mapping file. */
export const mappingPhrases = {
  inMapping: { en: "{path}, line {line}: {problem}", zh: "“{path}”第{line}行：{problem}" },
  emptyMapping: {
    en: "the mapping is empty. Delete it, and draft it anew with feishu-hire map.",
    zh: "映射文件是空的。请删除它，再用 feishu-hire map 重新生成。",
  },
  wideColon: {
    en: "the colon after {name} is a full-width one (：). Write {name}: with a space after it.",
    zh: "“{name}”后面是全角冒号（：）。请改为英文冒号，并在冒号后面加一个空格。",
  },
  noSpace: { en: "write a space after the colon: {line}", zh: "冒号后面要有空格：{line}" },
  colonInName: {
    en: 'a name that has a colon and a space in it must be in quotes, as in "Q: why?".',
    zh: '含有冒号和空格的名称要加引号，例如 "Q: why?"。',
  },
  nameTwice: {
    en: "this name is already to the left of a colon further up. Each may be there once.",
    zh: "这个名称在上面的冒号左边已经出现过，每个名称只能出现一次。",
  },
  tabIndent: { en: "indent the line by spaces instead of tabs.", zh: "请用空格缩进，不要用制表符。" },
  quoteName: {
    en: "{message}. Put the name in quotes.",
    zh: "这一行的写法有误（{message}）。名称里有特殊符号时，请加英文双引号。",
  },
  notYaml: {
    en: "{message}",
    zh: "这一行的写法有误（{message}）。请对照其他行检查空格、冒号和引号；名称里有特殊符号时，请加英文双引号。",
  },
  exclamation: {
    en: 'a word that begins with ! must be in quotes, as in "!".',
    zh: '以 ! 开头的词要加引号，例如 "!"。',
  },
  ampersand: { en: "a word that begins with & must be in quotes.", zh: "以 & 开头的词要加引号。" },
  asterisk: {
    en: 'a word that begins with * must be in quotes, as in "*".',
    zh: '以 * 开头的词要加引号，例如 "*"。',
  },
  braces: {
    en: "braces and brackets in a name must be in quotes, as in {example}.",
    zh: "名称中有大括号或方括号时要加引号，例如{example}。",
  },
  aMapping: { en: "a mapping", zh: "映射文件" },
  aDimension: { en: "a dimension", zh: "维度" },
  linesOfForm: {
    en: '{what} must be lines of the form "name: value".',
    zh: "{what}应写成若干行 name: value。",
  },
  linesOfWords: {
    en: '{name} must be lines of the form "your word: word of this tool".',
    zh: "{name}应写成若干行，冒号左边是您的用词，右边是本工具的用词。",
  },
  unknownName: {
    en: "{what} cannot have {key}. It can have {names}.",
    zh: "{what}中不能有{key}，只能有{names}。",
  },
  unknownNameSuggest: {
    en: "{what} cannot have {key}. Did you mean {suggestion}? It can have {names}.",
    zh: "{what}中不能有{key}。您是否想写{suggestion}？可用的有{names}。",
  },
  nothingBeside: {
    en: "{target} can have nothing beside {name}.",
    zh: "{target}写了{name}就不能再写其他内容。",
  },
  oneWord: { en: "{name} must be one word or text.", zh: "{name}应是一个词或一段文字。" },
  dimensionList: {
    en: "dimensions must be a list, each of its entries with a dash.",
    zh: "dimensions 应是列表，每一项以短横线 - 开头。",
  },
  dimensionColumn: { en: "a dimension needs a column, or columns.", zh: "维度要有 column 或 columns。" },
  dimensionNeedsType: { en: 'the dimension "{name}" needs a type.', zh: "维度“{name}”要有 type。" },
  notAType: {
    en: '"{type}" is not a type: use one of {types}.',
    zh: "“{type}”不是维度类型，可用的有{types}。",
  },
  loneBrace: {
    en: "a brace without the other, or without a column in it: {text}",
    zh: "大括号不成对，或其中没有列名：{text}",
  },
  noSuchColumn: {
    en: `the file has no column "{name}". Write it as in the file's first row.`,
    zh: "文件中没有列“{name}”。请与文件第一行的写法一致。",
  },
  noSuchColumnSuggest: {
    en: 'the file has no column "{name}". Did you mean "{suggestion}"? (A name with a # or a colon in it must be in quotes.)',
    zh: "文件中没有列“{name}”。您是否想写“{suggestion}”？（名称中有 # 或冒号时要加引号。）",
  },
  columnSeveralTimes: {
    en: 'the file has the column "{name}" several times. Rename all but one.',
    zh: "文件中有多个名为“{name}”的列，请改名，只保留一个。",
  },
  leaveOut: {
    en: 'leave_out must be lines of the form "column: [words]".',
    zh: "leave_out 应写成若干行，冒号左边是列名，右边是方括号中的词，例如 Status: [Cancelled]。",
  },
  dateOrder: { en: "date_order is one of {orders}.", zh: "date_order 只能是{orders}之一。" },
  targetNeeds: { en: "{target} needs one of {kinds}.", zh: "{target}要有{kinds}之一。" },
  cannotBecome: {
    en: '"{from}" cannot become "{to}": {target} is one of {choices}.',
    zh: "values 中把“{from}”写成了“{to}”，而{target}只能填下列之一：{choices}。",
  },
  wrongDefault: {
    en: 'the default of {target} cannot be "{word}": it is one of {choices}.',
    zh: "{target}的 default 不能是“{word}”，只能填下列之一：{choices}。",
  },
  atLine: { en: "{what} (line {line})", zh: "第{line}行{what}" },
  wordBeside: { en: "{name}: {word}", zh: "{name}中的“{word}”" },
  blanksLeft: {
    en: "{path} still has blanks to fill in: {blanks}.",
    zh: "“{path}”中还有空白需要填写：{blanks}。",
  },
  noApplication: {
    en: "{path} has no line for external_application_id, which every interview needs.",
    zh: "“{path}”中没有 external_application_id 一行，而每场面试都需要它。",
  },
  bothDimensions: {
    en: "{path} has both {long}, for files with a dimension in each row, and dimensions, for files with one in each column. Keep one of them.",
    zh: "“{path}”中同时有{long}（每行一个维度的文件用）和 dimensions（每列一个维度的文件用）。请只保留一种。",
  },
  minutesNeedBegin: {
    en: "minutes count from begin_time, which has no line.",
    zh: "minutes 从 begin_time 算起，而映射文件中没有 begin_time 一行。",
  },
  lookupColumns: {
    en: "{name}, {lines}: expected two columns, the old id and Feishu's id, or a file that feishu-hire applications has written.",
    zh: "“{name}”{lines}：应有两列，原 ID 和飞书的 ID；也可以是 feishu-hire applications 写出的文件。",
  },
  lookupShortened: {
    en: {
      one: "{name}: a spreadsheet has shortened {count} id: {ids}. Export the ids again as text.",
      other: "{name}: a spreadsheet has shortened {count} ids: {ids}. Export the ids again as text.",
    },
    zh: "“{name}”：有{count}个 ID 被表格软件缩短：{ids}。请把 ID 按文本重新导出。",
  },
  lookupTwice: {
    en: {
      one: "{name}: {count} id has several applications: {ids}. Delete the lines of the ones that the interviews do not belong to. If some belong to each, give your file a column with Feishu's id and name that one in the mapping.",
      other:
        "{name}: {count} ids have several applications: {ids}. Delete the lines of the ones that the interviews do not belong to. If some belong to each, give your file a column with Feishu's id and name that one in the mapping.",
    },
    zh: "“{name}”：有{count}个 ID 对应多个外部投递：{ids}。请只保留面试所属的行，删除其余各行；如果几个投递下都有面试，请在您的文件中加一列外部投递 ID，并在映射文件中改用这一列。",
  },
  lookupTwiceLine: {
    en: "{from} ({before}, and {to} on line {line})",
    zh: "{from}（{before}，第{line}行则为{to}）",
  },
  moreLines: { en: "and {count} more", zh: "另有{count}行" },
  // What is wrong with a cell, by its mapping.
  wordOfMapping: {
    en: "a word of the list under values in {path} (add it there)",
    zh: "“{path}”的 values 中列出的词（请在那里补上）",
  },
  scoreOfMapping: {
    en: "a whole number, such as 90 (to keep the text as it is, write type: SingleChoice in {path}, line {line})",
    zh: "整数，例如 90（如果要原样保留文字，请在“{path}”第{line}行的维度中写 type: SingleChoice）",
  },
  orBlank: {
    en: "{expected}, or {blank} in {path} if the words in brackets mean no value",
    zh: "{expected}；如果方括号中的词表示没有填写，请在“{path}”中加上{blank}",
  },
  orBlankBelow: {
    en: "{expected}, or under blank ({path}, line {line}) a line for each word that means no value: {entries}",
    zh: "{expected}；如果有些词表示没有填写，请在“{path}”第{line}行的 blank 下面逐行加上：{entries}",
  },
  orBlankInstead: {
    en: "{expected}, or {blank} on line {line} of {path} if the words in brackets mean no value",
    zh: "{expected}；如果方括号中的词表示没有填写，请把“{path}”第{line}行改为{blank}",
  },
  orBlankInsteadOf: {
    en: "{expected}, or {blank} instead of lines {first} to {last} of {path} if the words in brackets mean no value",
    zh: "{expected}；如果方括号中的词表示没有填写，请把“{path}”第{first}行至第{last}行改为{blank}",
  },
  spelledOut: {
    en: "what this number means under values in {path}: other systems number theirs in another order",
    zh: "在“{path}”的 values 中写明这个数字的含义（其他系统的编号顺序可能不同）",
  },
  idOfLookup: {
    en: "an id that is in {name} (add a line for it there)",
    zh: "“{name}”中有的 ID（请在其中补上一行）",
  },
  minutes: { en: "a number of minutes", zh: "分钟数" },
  // What a mapping leaves out.
  leftOut: {
    en: {
      one: "{count} row is left out, as the mapping says: {words}.",
      other: "{count} rows are left out, as the mapping says: {words}.",
    },
    zh: "按映射文件的设置，略过{count}行：{words}。",
  },
  leftOutWord: { en: "{column} {word} ({count})", zh: "“{column}”为“{word}”（{count}行）" },
  notAssessed: {
    en: {
      one: "{count} row of an interview that did not take place has neither a verdict nor an answer: it is imported without an assessment.",
      other:
        "{count} rows of interviews that did not take place have neither a verdict nor an answer: they are imported without an assessment.",
    },
    zh: "有{count}行的面试没有进行，也没有填写结论和评价：导入时不含面试评价。",
  },
  unusedColumns: {
    en: "Columns with values that the mapping does not use are not imported: {columns}. Add those that are wanted to {path}, or name them with --ignore-columns.",
    zh: "有些列有内容，但映射文件没有用到，不会导入：{columns}。如果需要导入，请写入“{path}”；否则可用 --ignore-columns 忽略。",
  },
  mappingOfTable: {
    en: "A mapping is for tables: CSV files and workbooks.",
    zh: "映射文件只用于表格：CSV 和 Excel 工作簿。",
  },
  cannotReadMapping: {
    en: "The mapping {path} cannot be read: {reason}",
    zh: "无法读取映射文件“{path}”：{reason}",
  },
  talentsOfTable: {
    en: "Talents are read from a CSV or a workbook.",
    zh: "人才只能从 CSV 或工作簿读取。",
  },
  talentsWithoutHeader: {
    en: "The first row must name the columns, but holds {text}. Add a row above it, such as talent_id.",
    zh: "第一行必须是列名，实际为{text}。请在上面加一行，例如 talent_id。",
  },
  unclearTalents: {
    en: "Which column has the talents' ids? Name one of these with --column: {columns}.",
    zh: "哪一列是人才 ID？请用 --column 指明其中一列：{columns}。",
  },
  notATalent: {
    en: '{place}: "{text}" is not a talent id. Export the ids as text, or name another column with --column.',
    zh: "{place}：“{text}”不是人才 ID。请把 ID 按文本重新导出，或用 --column 指明另一列。",
  },
  lookupTooLarge: { en: "{name} is larger than {bytes} bytes.", zh: "{name}超过{bytes}字节。" },
  lookupMissing: {
    en: "There is no {name} beside the mapping. Write it with feishu-hire applications, or make a CSV of two columns, the id here and Feishu's id, in the same folder.",
    zh: "映射文件旁没有“{name}”。可以用 feishu-hire applications 生成，或自己做一个两列的 CSV（这里的 ID、飞书的外部投递 ID），与映射文件放在同一个文件夹。",
  },
  cannotReadLookup: {
    en: "The lookup {name} cannot be read: {reason}",
    zh: "无法读取映射文件用到的“{name}”：{reason}",
  },
} as const;

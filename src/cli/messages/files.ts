/** Files and credentials that a command is given. */
export const fileMessages = {
  noFile: {
    en: "There is no file {path} in {folder}. Check its name, or change to its folder with cd.",
    zh: "“{folder}”中没有文件“{path}”。请检查文件名，或用 cd 进入文件所在的文件夹。",
  },
  hiddenName: {
    en: "There is no file {path}, but there is {found}: Windows hides file extensions. Use that name, or rename the file.",
    zh: "没有文件“{path}”，但有“{found}”（Windows 默认不显示扩展名）。请在命令中改用“{found}”，或把文件改名为“{path}”。",
  },
  cannotRead: { en: "Cannot read {path}: {reason}", zh: "无法读取“{path}”：{reason}" },
  isDirectory: { en: "{path} is a directory, not a file.", zh: "“{path}”是文件夹，不是文件。" },
  usesMapping: { en: "Using the mapping {mapping}.", zh: "使用映射文件“{mapping}”。" },
  unclearFormat: {
    en: "{path} is not .xlsx, .csv, .jsonl or .json: name its format with --format.",
    zh: "“{path}”不是 .xlsx、.csv、.jsonl 或 .json：请用 --format 指明格式。",
  },
  missingCredential: {
    en: "{name} is missing: set it in the environment, or write {name}=… to a file and pass that file with --credentials.",
    zh: "缺少{name}：请设为环境变量，或在文件中写入{name}=…，再用 --credentials 指定该文件。",
  },
  wrongBaseUrl: {
    en: "FEISHU_BASE_URL must be feishu, lark, or a URL such as https://open.feishu.cn.",
    zh: "FEISHU_BASE_URL 有误：请填 feishu、lark，或 https://open.feishu.cn 这样的网址。",
  },
  richText: {
    en: "{path} is rich text. Save it as plain text: in TextEdit, choose Format > Make Plain Text first.",
    zh: "“{path}”是富文本，请存为纯文本：在“文本编辑”中先选“格式”>“制作纯文本”。",
  },
  missingInCredentials: {
    en: "{path} has no value for {name}: add a line {name}=… with the value that the developer console shows.",
    zh: "“{path}”中没有{name}=… 这一行，或等号后面是空的：请补上，等号后面填开发者后台显示的值。",
  },
} as const;

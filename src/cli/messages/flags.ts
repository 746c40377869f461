/** Flags that more than one command has. */
export const flagMessages = {
  format: { en: "File format [default: from its name]", zh: "文件格式 [默认：由文件名判断]" },
  timeZone: {
    en: "Time zone of times without an offset, such as Asia/Shanghai or +08:00",
    zh: "时间中没有写明时区时采用的时区，例如 Asia/Shanghai 或 +08:00",
  },
  sheet: {
    en: "Sheet of a workbook [default: the only visible one with rows]",
    zh: "工作簿中的工作表 [默认：唯一有数据的可见工作表]",
  },
  map: {
    en: "Mapping file for a table's own columns [default: FILE.map.yaml, if it exists]",
    zh: "表格各列的映射文件 [默认：<文件>.map.yaml（如果存在）]",
  },
  items: {
    en: "Path to the list of interviews in JSON, such as data.items",
    zh: "JSON 中面试列表所在的键，例如 data.items",
  },
  encoding: {
    en: "Encoding, if it is not UTF-8: gb18030, big5, windows-1252 …",
    zh: "文件不是 UTF-8 时的编码：gb18030、big5、windows-1252 等",
  },
  ignoreColumns: {
    en: "Unknown columns to ignore, separated by commas; repeat the flag for a name with a comma",
    zh: "要忽略的未知列，用逗号分隔；列名本身含逗号时，请单独再写一次此选项",
  },
  maxRejects: { en: "Stop after more than n, or n%, rejections", zh: "被拒绝超过 n 场或 n% 时停止" },
  maxOutage: {
    en: "How long to wait out an outage, such as 90s, 30m or 2h; 0 stops at once [default: 1h]",
    zh: "网络或飞书中断时最多等多久，例如 90s、30m 或 2h；0 表示立即停止 [默认：1h]",
  },
  credentials: {
    en: "Read FEISHU_* and proxy variables from a file of NAME=value lines",
    zh: "从文件（每行一个“名称=值”）读取 FEISHU_* 和代理变量",
  },
  jsonLines: { en: "Print one JSON object per line", zh: "每行输出一个 JSON 对象" },
  json: { en: "Print JSON", zh: "输出 JSON" },
} as const;

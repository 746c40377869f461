/** The help of the program as a whole, and what any command may print. */
export const programMessages = {
  description: {
    en: "Import past interviews into Feishu Hire (飞书招聘)",
    zh: "把历史面试导入飞书招聘",
  },
  afterHelp: {
    en: `
To start:
  feishu-hire template csv --output interviews.csv
  feishu-hire validate interviews.csv
  feishu-hire import interviews.csv --dry-run
  feishu-hire import interviews.csv

Credentials come from FEISHU_APP_ID and FEISHU_APP_SECRET,
the host from FEISHU_BASE_URL (feishu, lark or a URL).

Exit codes:
  0  everything was created
  1  finished, but some were rejected or are unknown
  2  stopped after too many rejections
  3  could not start or continue
  4  interrupted; can be resumed
  5  internal error`,
    zh: `
从这里开始：
  feishu-hire template csv --output interviews.csv
  feishu-hire validate interviews.csv
  feishu-hire import interviews.csv --dry-run
  feishu-hire import interviews.csv

凭证取自环境变量 FEISHU_APP_ID 和 FEISHU_APP_SECRET，
服务地址取自 FEISHU_BASE_URL（feishu、lark 或 URL）。

退出码：
  0  全部创建
  1  已完成，但有被拒绝或结果不明的面试
  2  被拒绝过多而停止
  3  无法开始或继续
  4  被中断，可以继续
  5  程序内部错误`,
  },
  lang: { en: "Output language [default: the system's]", zh: "输出语言 [默认：系统语言]" },
  help: { en: "Show help", zh: "显示帮助" },
  helpCommand: { en: "Show the help of a command", zh: "显示命令的帮助" },
  version: { en: "Show the version", zh: "显示版本号" },
  seeHelp: {
    en: "Run feishu-hire --help for all commands and options.",
    zh: "运行 feishu-hire --help 查看所有命令和选项。",
  },
  example: { en: "\nExample:\n  {command}", zh: "\n示例：\n  {command}" },
  listSeparator: { en: ", ", zh: "、" },
  interviews: { en: { one: "{count} interview", other: "{count} interviews" }, zh: "{count}场面试" },
  warning: { en: "warning: {text}", zh: "警告：{text}" },
  systemError: {
    en: "The system reported an error: {reason}",
    zh: "系统出错：{reason}",
  },
  internalError: {
    en: "Internal error (please report it). The job directory is intact and can be resumed.",
    zh: "程序内部错误（请反馈给我们）。任务目录完好，可以继续。",
  },
  cannotWriteStdout: { en: "Cannot write to stdout: {reason}", zh: "无法写入标准输出：{reason}" },
} as const;

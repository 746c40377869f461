/** `import`, its dry run, and the report at its end. */
export const importMessages = {
  description: {
    en: "Create every interview in an Excel, CSV, JSONL or JSON file, and report the outcome of each",
    zh: "把 Excel、CSV、JSONL 或 JSON 文件中的面试逐场导入飞书招聘，并逐一报告结果",
  },
  job: {
    en: "Job directory [default: FILE.import, with --mock FILE.mock-import]",
    zh: "任务目录 [默认：<文件>.import，使用 --mock 时为 <文件>.mock-import]",
  },
  idNamespace: {
    en: "System that the interviews come from, to derive ids for those without external_id",
    zh: "面试来自哪个系统，用于为没有 external_id 的面试生成 ID",
  },
  dryRun: {
    en: "Validate everything and show the first interviews; send nothing",
    zh: "检查全部内容并显示前几场面试，不向飞书发送任何内容",
  },
  rate: { en: "Requests per second, at most {max}", zh: "每秒请求数，最多{max}" },
  concurrency: { en: "Maximum requests in flight [default: 320]", zh: "最多同时进行的请求数 [默认：320]" },
  settle: {
    en: "First look in Feishu for interviews of unknown outcome; create those that are missing",
    zh: "先到飞书中查找结果不明的面试，确实没有的再创建",
  },
  update: {
    en: "Overwrite created interviews whose rows have changed, assessments included",
    zh: "已创建的面试，如果对应的行有改动，则整场覆盖更新（包括面试评价）",
  },
  newJob: {
    en: "Create interviews even if another job beside the file has created them",
    zh: "即使文件旁的另一个任务已有这些面试，也再次创建",
  },
  forceUnlock: {
    en: "Resume a job locked by a process on another machine or container that has ended",
    zh: "继续被另一台机器或容器锁定的任务（该进程须已不存在）",
  },
  mock: {
    en: "Send to a mock in this process instead of Feishu",
    zh: "发送到本进程内的模拟服务，而不是飞书",
  },
  json: { en: "Print one JSON event per line to stdout", zh: "在标准输出上每行输出一个 JSON 事件" },
  quiet: { en: "Print no progress and no summary", zh: "不显示进度和汇总" },
  examples: {
    en: `
Examples:
  feishu-hire import interviews.csv --time-zone +08:00
  feishu-hire import interviews.csv --credentials hire.env
  feishu-hire import history.jsonl --id-namespace lever
  feishu-hire import history.jsonl --json > events.jsonl`,
    zh: `
示例：
  feishu-hire import interviews.csv --time-zone +08:00
  feishu-hire import interviews.csv --credentials hire.env
  feishu-hire import history.jsonl --id-namespace lever
  feishu-hire import history.jsonl --json > events.jsonl`,
  },
  stopping: {
    en: "Stopping: waiting for requests in flight. Press Ctrl-C again to quit immediately.",
    zh: "正在停止：等待已发出的请求。再按一次 Ctrl-C 立即退出。",
  },
  quit: { en: "Quit. Run the same command again to resume.", zh: "已退出。再次运行同一条命令即可继续。" },
  mockNotice: {
    en: "MOCK: nothing is sent to Feishu; {url} responds in this process.",
    zh: "模拟：不会向飞书发送任何内容，由本进程中的{url}响应。",
  },
  cannotWritePage: {
    en: "Cannot write {path}; report.json has the same content.",
    zh: "无法写入“{path}”；report.json 中有同样的内容。",
  },
  needsJob: {
    en: "{path} is a pipe, not a file: name a job directory with --job.",
    zh: "“{path}”是管道，不是文件：请用 --job 指定任务目录。",
  },
  jobOutput: {
    en: "This run would overwrite {path}: copy it elsewhere and import the copy.",
    zh: "本次运行会覆盖“{path}”：请复制到别处，再导入副本。",
  },
  rejectedFile: {
    en: "{path} holds rows that a job has rejected. Name that job with --job, so that nothing is created twice.",
    zh: "“{path}”里是某个任务中被拒绝的行。请用 --job 指明该任务，以免重复创建。",
  },
  moreWarnings: {
    en: "More warnings follow; feishu-hire validate lists all of them",
    zh: "还有更多警告；feishu-hire validate 会全部列出",
  },
  // A dry run.
  wouldSend: {
    en: "Dry run: {interviews} can be sent, {invalid} invalid. Nothing was sent.",
    zh: "试运行：{interviews}可以发送，{invalid}场有误。未向飞书发送任何内容。",
  },
  wouldSendMore: {
    en: "Dry run: {interviews} can be sent (the first {shown} are shown), {invalid} invalid. Nothing was sent.",
    zh: "试运行：{interviews}可以发送（显示前{shown}场），{invalid}场有误。未向飞书发送任何内容。",
  },
  needsNamespace: {
    en: {
      one: "{count} of them has no external_id: name the system it comes from, such as --id-namespace greenhouse.",
      other:
        "{count} of them have no external_id: name the system they come from, such as --id-namespace greenhouse.",
    },
    zh: "其中{count}场没有 external_id：请用 --id-namespace 指明它们来自哪个系统，例如 --id-namespace greenhouse。",
  },
} as const;

/** report.html: the report of a run, for a browser. */
export const pageMessages = {
  title: { en: "Import of {path}", zh: "导入报告：{path}" },
  times: { en: "{from} to {to}", zh: "{from}至{to}" },
  rows: {
    en: { one: "Outcome of {count} interview", other: "Outcomes of {count} interviews" },
    zh: "{count}场面试的结果",
  },
  overTime: { en: "Created per minute", zh: "每分钟创建数" },
  limit: { en: "Feishu's limit: {count} per minute", zh: "飞书上限：每分钟{count}场" },
  waits: { en: "Waits", zh: "等待" },
  wait: {
    en: {
      one: "{reason}: {count} time, {seconds} s in total",
      other: "{reason}: {count} times, {seconds} s in total",
    },
    zh: "{reason}：{count}次，共{seconds}秒",
  },
  noWaits: { en: "No request had to be retried.", zh: "没有需要重试的请求。" },
  rejections: { en: "Rejections by reason", zh: "被拒绝的原因" },
  count: { en: "count", zh: "数量" },
  reason: { en: "reason", zh: "原因" },
  first: { en: "first rows", zh: "前几行" },
  noRejections: { en: "Nothing was rejected.", zh: "没有被拒绝的面试。" },
  warnings: { en: "Warnings", zh: "警告" },
  next: { en: "What to do next", zh: "接下来" },
  later: {
    en: "Run the same command again later: the warnings say when.",
    zh: "请在下面的警告给出的时间之后，再次运行同一条命令。",
  },
  done: { en: "Nothing: everything is done.", zh: "无需操作，已全部完成。" },
} as const;

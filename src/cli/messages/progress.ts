/** The progress line of a run. */
export const progressMessages = {
  reading: { en: "reading", zh: "正在读取" },
  created: { en: "created {count}", zh: "已创建{count}" },
  skipped: { en: "skipped {count}", zh: "跳过{count}" },
  rejected: { en: "rejected {count}", zh: "被拒绝{count}" },
  unknown: { en: "unknown {count}", zh: "结果不明{count}" },
  rate: { en: "{rate}/s", zh: "{rate}/秒" },
  waiting: { en: "waiting {seconds} s: {reason}", zh: "等待{seconds}秒：{reason}" },
  left: { en: "{duration} left", zh: "剩余{duration}" },
  hours: { en: "{h} h {m} min", zh: "{h}小时{m}分" },
  minutes: { en: "{m} min {s} s", zh: "{m}分{s}秒" },
  seconds: { en: "{s} s", zh: "{s}秒" },
} as const;

/** What a run prints at its end. */
export const reportMessages = {
  finished: { en: "Finished", zh: "已完成" },
  tooManyRejections: { en: "Stopped: too many rejections", zh: "已停止：被拒绝过多" },
  failed: { en: "Stopped", zh: "已停止" },
  interrupted: { en: "Interrupted", zh: "已中断" },
  headline: { en: "{status}.", zh: "{status}。" },
  headlineWithReason: { en: "{status}: {reason}.", zh: "{status}：{reason}。" },
  read: { en: "read", zh: "读取" },
  created: { en: "created", zh: "已创建" },
  updated: { en: "updated", zh: "已更新" },
  rejected: { en: "rejected", zh: "被拒绝" },
  unknown: { en: "unknown", zh: "结果不明" },
  skipped: { en: "skipped", zh: "跳过" },
  notAttempted: { en: "not attempted", zh: "未尝试" },
  inAllRuns: { en: "({count} in all runs)", zh: "（历次运行共 {count}）" },
  whySkipped: { en: "(created before, or duplicate rows)", zh: "（之前已创建，或重复的行）" },
  fixRows: {
    en: "Copy {rejected} to {fixed}, fix the rows (each lists its error), then run:",
    zh: "把 {rejected} 复制为 {fixed}，改正其中的行（每行都写明了错误），再运行：",
  },
  unknownRows: {
    en: "{path} lists interviews whose creation could not be confirmed. Look for them in Feishu, and create those that are not there:",
    zh: "{path} 列出了无法确认是否已创建的面试。可到飞书中查找，确实没有的再创建：",
  },
  resume: { en: "Resume with:", zh: "继续运行：" },
  fixAndResume: {
    en: "Fix the problem, then resume with:",
    zh: "解决问题后，继续运行：",
  },
  reportFile: { en: "Report: {path}", zh: "报告：{path}" },
} as const;

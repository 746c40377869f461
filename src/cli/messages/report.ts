/** What a run prints at its end. */
export const reportMessages = {
  finished: { en: "Finished", zh: "已完成" },
  tooManyRejections: { en: "Stopped: too many rejections", zh: "已停止，被拒绝过多" },
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
  notes: { en: "({notes})", zh: "（{notes}）" },
  noteSeparator: { en: "; ", zh: "；" },
  found: { en: "{count} found in Feishu", zh: "{count}场在飞书中找到" },
  inAllRuns: { en: "{count} in all runs", zh: "历次运行共{count}场" },
  whySkipped: { en: "(created before, or duplicate rows)", zh: "（之前已创建，或重复的行）" },
  changedRows: {
    en: {
      one: "{count} created interview has a changed row. To overwrite the interview in Feishu, run:",
      other: "{count} created interviews have changed rows. To overwrite them in Feishu, run:",
    },
    zh: "有{count}场面试创建之后，对应的行又有改动。要用新内容覆盖飞书中的面试，请运行：",
  },
  fixRows: {
    en: "Copy {rejected} to {fixed}, fix the rows (each lists its error), then run:",
    zh: "把“{rejected}”复制为“{fixed}”，改正其中的行（每行都写明了错误），再运行：",
  },
  fixMappedRows: {
    en: "Copy {rejected} to {fixed}, fix the rows (each lists its error) but leave {mapping} as it is, then run:",
    zh: "把“{rejected}”复制为“{fixed}”，改正其中的行（每行都写明了错误），不要改动“{mapping}”，再运行：",
  },
  unknownRows: {
    en: "{path} lists interviews whose creation could not be confirmed. To look for them in Feishu, and create those that are missing, run:",
    zh: "“{path}”列出了无法确认是否已创建的面试。运行下面的命令，会先到飞书中查找，确实没有的再创建：",
  },
  stillUnknownRows: {
    en: "{path} lists interviews that could not be confirmed even so, each with the reason. Look for them in Feishu, then run again:",
    zh: "“{path}”列出了仍无法确认是否已创建的面试，并写明了原因。请到飞书中核对，再重新运行：",
  },
  reasons: { en: "Why interviews were rejected:", zh: "被拒绝的原因：" },
  reason: { en: "{count} × {reason} – {places}", zh: "{count} × {reason}；{places}" },
  // Lines of a text, or rows of a sheet: all of them, or the first.
  lines: { en: { one: "line {lines}", other: "lines {lines}" }, zh: "第{lines}行" },
  firstLines: { en: "lines {lines}, …", zh: "第{lines}等行" },
  rows: { en: { one: "row {lines}", other: "rows {lines}" }, zh: "第{lines}行" },
  firstRows: { en: "rows {lines}, …", zh: "第{lines}等行" },
  // Lines that a spreadsheet numbers otherwise: Chinese has the word for each.
  lineOfSeveral: { en: "{line}", zh: "第{line}行" },
  lineAndRow: { en: "{line} (row {row} in a spreadsheet)", zh: "第{line}行（表格软件中为第{row}行）" },
  linesAndRows: { en: { one: "line {lines}", other: "lines {lines}" }, zh: "{lines}" },
  firstLinesAndRows: { en: "lines {lines}, …", zh: "{lines}等" },
  reasonInField: { en: "{field}: {reason}", zh: "“{field}”：{reason}" },
  moreReasons: {
    en: { one: "… and {count} more reason", other: "… and {count} more reasons" },
    zh: "…… 另有{count}种原因",
  },
  namespace: { en: "NAME", zh: "系统名称" },
  resume: { en: "Resume with:", zh: "继续运行：" },
  fixAndResume: {
    en: "Fix the problem, then resume with:",
    zh: "解决问题后，继续运行：",
  },
  verify: {
    en: "To compare what was created with the file, run:",
    zh: "要核对飞书中的面试与文件是否一致，请运行：",
  },
  reportFile: { en: "Report: {path}", zh: "报告：{path}" },
} as const;

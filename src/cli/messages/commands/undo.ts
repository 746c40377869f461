/** `undo`. */
export const undoMessages = {
  description: {
    en: "Delete what a job has created in Feishu Hire, and nothing else",
    zh: "删除任务在飞书招聘中创建的面试，不影响其他内容",
  },
  yes: {
    en: "Number of interviews to delete, instead of typing it",
    zh: "将删除的面试数量（代替手动输入）",
  },
  changedToo: {
    en: "Also delete interviews changed in Feishu since the import",
    zh: "导入后在飞书中修改过的面试也一并删除",
  },
  only: {
    en: "Delete only the interviews in this file, one external_id per line",
    zh: "只删除文件中列出的面试（每行一个 external_id）",
  },
  dryRun: { en: "Show what would be deleted; delete nothing", zh: "显示将删除的内容，不做删除" },
  json: { en: "Print one JSON object per interview", zh: "每场面试输出一个 JSON 对象" },
  plan: {
    en: {
      one: "Will delete {interviews} of {job}, under {count} application, created from {first} to {last}.",
      other: "Will delete {interviews} of {job}, under {count} applications, created from {first} to {last}.",
    },
    zh: "将删除“{job}”的{interviews}，涉及{count}个外部投递，创建于{first}至{last}。",
  },
  unknownTime: { en: "an unknown time", zh: "未知时间" },
  nothing: { en: "{job} has nothing to delete.", zh: "“{job}”没有可删除的面试。" },
  allUndone: {
    en: {
      one: "{job} has nothing left to delete: the {count} interview that it created has been deleted. If it is still in Feishu Hire after a few minutes, delete it there.",
      other:
        "{job} has nothing left to delete: the {count} interviews that it created have been deleted. If one is still in Feishu Hire after a few minutes, delete it there.",
    },
    zh: "“{job}”没有可删除的面试了：它创建的{count}场面试都已删除。如果几分钟后飞书招聘中仍能看到其中某一场，请在那里手动删除。",
  },
  noneLeft: {
    en: "None of the {count} external_ids in {path} is left to delete.",
    zh: "“{path}”中的{count}个 external_id 都没有可删除的面试了。",
  },
  notCreated: {
    en: "The job did not create {count} of the external_ids in {path}.",
    zh: "“{path}”中有{count}个 external_id 不是此任务创建的。",
  },
  unknownLeft: {
    en: {
      one: "{count} interview may have been created, and would stay: to delete it, too, run its import with --settle first, which looks for it.",
      other:
        "{count} interviews may have been created, and would stay: to delete them, too, run their import with --settle first, which looks for them.",
    },
    zh: "另有{count}场面试可能已创建，不会被删除：如果也要删除，请先加上 --settle 再次运行导入，查清之后再撤销。",
  },
  dryRunEnd: { en: "Dry run: nothing was deleted.", zh: "试运行：没有删除任何面试。" },
  question: {
    en: "This cannot be undone. Type the number of interviews to delete: ",
    zh: "删除后无法恢复。请输入面试数量以确认删除：",
  },
  notConfirmed: { en: "Nothing was deleted.", zh: "没有删除任何面试。" },
  needsYes: {
    en: "Nothing was deleted. Without a terminal, pass the number: --yes {count}",
    zh: "没有删除任何面试。此处无法输入，请用 --yes {count}指明数量。",
  },
  progress: { en: "deleted {done}/{total}", zh: "已删除{done}/{total}" },
  finished: { en: "Finished.", zh: "已完成。" },
  interrupted: {
    en: "Interrupted. Run the same command again to resume.",
    zh: "已中断。再次运行同一条命令即可继续。",
  },
  interruptedWithYes: {
    en: "Interrupted. To resume, run the command again with --yes {count}.",
    zh: "已中断。要继续，请用 --yes {count}再次运行。",
  },
  quitWithYes: {
    en: "Quit. To resume, run the command again without --yes.",
    zh: "已退出。要继续，请去掉 --yes 再次运行。",
  },
  undone: { en: "deleted", zh: "已删除" },
  kept: { en: "changed since, kept", zh: "导入后有改动，未删除" },
  notFound: { en: "not found", zh: "未找到" },
  whyNotFound: {
    en: "(deleted by hand, or too new)",
    zh: "（已被删除，或刚创建还查不到）",
  },
  unknown: { en: "unknown", zh: "结果不明" },
  rejected: { en: "rejected by Feishu", zh: "被飞书拒绝" },
  keptFile: { en: "Not deleted: {path}", zh: "未删除的面试：{path}" },
  reimport: {
    en: "The same file can be imported again after {time}: until then, Feishu may remember its external_ids.",
    zh: "{time}之后可以再次导入同一文件：在此之前，飞书可能还记得这些 external_id，不会再次创建。",
  },
} as const;

/** What a dry run prints about a job that has been run before. */
export const dryRunMessages = {
  job: { en: "If {job} is run again:", zh: "再次运行任务“{job}”时：" },
  create: { en: "would be created", zh: "将创建" },
  skip: { en: "created before", zh: "之前已创建" },
  skipped: { en: "(skipped)", zh: "（跳过）" },
  changed: { en: "changed since", zh: "创建后有改动" },
  overwritten: { en: "(overwritten in Feishu)", zh: "（覆盖飞书中的面试）" },
  notUpdated: { en: "(rejected; --update overwrites them)", zh: "（拒绝；加 --update 则覆盖）" },
  unknown: { en: "outcome unknown", zh: "结果不明" },
  settled: { en: "(looked for in Feishu first)", zh: "（先到飞书中查找）" },
  notSettled: { en: "(--settle looks for them in Feishu)", zh: "（加 --settle 则先到飞书中查找）" },
  postponed: { en: "recently undone", zh: "刚撤销" },
  postponedNote: { en: "(only after 24 hours)", zh: "（满 24 小时后才能再创建）" },
} as const;

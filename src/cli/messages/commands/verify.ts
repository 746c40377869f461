/** `verify`. */
export const verifyMessages = {
  job: { en: "Job directory [default: FILE.import]", zh: "任务目录 [默认：<文件>.import]" },
  description: {
    en: "Compare each interview that a job has created with its file; change nothing",
    zh: "把任务创建的面试与文件逐场核对，不做任何修改",
  },
  dryRun: {
    en: "Show how many interviews would be compared; send nothing",
    zh: "显示将核对多少场面试，不向飞书发送任何内容",
  },
  wouldVerify: {
    en: {
      one: "Dry run: {interviews} would be compared, in {count} request. Nothing was sent.",
      other: "Dry run: {interviews} would be compared, in {count} requests. Nothing was sent.",
    },
    zh: "试运行：将核对{interviews}，需要{count}个请求。未向飞书发送任何内容。",
  },
  interrupted: {
    en: "Interrupted. Run the same command again within an hour to resume.",
    zh: "已中断。一小时内再次运行同一条命令，会接着核对。",
  },
  progress: { en: "compared {done}/{total}", zh: "已核对{done}/{total}" },
  different: { en: "{place}: different: {fields}", zh: "{place}：不一致：{fields}" },
  missing: { en: "{place}: missing in Feishu", zh: "{place}：飞书中没有" },
  column: { en: "{name}", zh: "“{name}”" },
  cell: { en: "{field} ({place})", zh: "“{field}”（{place}）" },
  wholeAssessment: { en: "a whole assessment", zh: "整份面试评价" },
  wholeDimension: { en: "a whole dimension", zh: "整个维度" },
  more: { en: "… and {count} more", zh: "…… 另有{count}场" },
  allSame: { en: "All are the same.", zh: "全部一致。" },
  comparedSame: { en: "All that were compared are the same.", zh: "已核对的全部一致。" },
  notAllSame: { en: "Not all are the same.", zh: "核对结果不完全一致。" },
  same: { en: "same", zh: "一致" },
  differentCount: { en: "different", zh: "不一致" },
  missingCount: { en: "missing in Feishu", zh: "飞书中没有" },
  notCreated: { en: "not created by this job", zh: "本任务没有创建" },
  notInInput: { en: "created, but not in the file", zh: "已创建但文件中没有" },
  invalid: { en: "invalid, created when fixed", zh: "有误，已由改正后的行创建" },
  inOriginal: {
    en: "(verify the original)",
    zh: "（请也核对原来的文件）",
  },
  inFixed: {
    en: "(verify the fixed rows)",
    zh: "（请也核对改正后的文件）",
  },
  rejectedFile: {
    en: "{path} holds rows that a job has rejected. Name that job with --job and its mapping with --map, as when they were imported.",
    zh: "“{path}”里是某个任务中被拒绝的行。请像导入时一样，用 --job 指明该任务，用 --map 指明映射文件。",
  },
  missingNote: {
    en: "An interview that was created minutes ago may not be found yet: verify again later.",
    zh: "几分钟前创建的面试可能还查不到，请稍后再次核对。",
  },
  file: { en: "Details, including values: {path}", zh: "详情（含具体内容）：{path}" },
} as const;

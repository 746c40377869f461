/** Why a job cannot start or continue. */
export const jobPhrases = {
  cannotUseJob: {
    en: "Cannot use {job} as a job directory: {reason}",
    zh: "无法把“{job}”用作任务目录：{reason}",
  },
  notAJob: {
    en: "{job} is not a job directory: it has no journal.jsonl. An import creates one beside its file, such as interviews.csv.import, or where --job says.",
    zh: "“{job}”不是任务目录：其中没有 journal.jsonl。任务目录由导入时建立，默认在文件旁，例如 interviews.csv.import，也可用 --job 指定。",
  },
  otherOwner: {
    en: "{job} was started with {what} {before}, not {now}. Use the same, or name another directory with --job.",
    zh: "任务“{job}”的{what}是{before}，而不是{now}。请使用相同的设置，或用 --job 另指定一个任务目录。",
  },
  needsTimeZone: {
    en: "{job} was imported with --time-zone {zone}, which the file's times need here too.",
    zh: "任务“{job}”导入时用了 --time-zone {zone}：此处也请加上，否则无法确定文件中的时间。",
  },
  otherAccount: {
    en: "{job} was started with app {app} on {host}. Use that app's credentials.",
    zh: "“{job}”是应用{app}（{host}）的任务。请使用该应用的凭证。",
  },
  otherCount: {
    en: {
      one: "The job has {count} interview to delete, not {expected}: nothing was deleted.",
      other: "The job has {count} interviews to delete, not {expected}: nothing was deleted.",
    },
    zh: "该任务可删除的面试有{count}场，而不是{expected}场：没有删除任何面试。",
  },
  otherMapping: {
    en: "{job} was started with a different mapping, or none is given now: the same row might become another interview. Pass the original mapping, unchanged, with --map. To use a new one, first undo the job (feishu-hire undo).",
    zh: "任务“{job}”开始时使用的映射文件，与这次的内容不同，或这次没有指定：同一行可能会变成另一场面试。请用 --map 指定原来的映射文件，内容也要和当时一样；如果要改用新的映射文件，请先用 feishu-hire undo 撤销该任务。",
  },
  otherwiseUnmapped: {
    en: "{job} was started without a mapping. Resume it without one, or name another directory with --job.",
    zh: "任务“{job}”开始时没有使用映射文件。继续时也请不要使用映射文件，或用 --job 另指定一个任务目录。",
  },
  app: { en: "app", zh: "应用" },
  host: { en: "host", zh: "服务地址" },
  idNamespace: { en: "id namespace", zh: "来源系统（--id-namespace）" },
  timeZone: { en: "time zone", zh: "时区" },
  lostJournal: {
    en: "{path} is missing, empty or truncated, but {name} beside it looks like the work of an earlier import. If an import has run here, restore the journal from a backup: without it, interviews would be created twice. If {name} is unrelated, use another --job.",
    zh: "“{path}”缺失、为空或不完整，但同一目录下有“{name}”，像是之前的导入写入的。如果这里曾运行过导入，请从备份恢复任务记录；没有它，面试会被重复创建。如果“{name}”与导入无关，请用 --job 另指定一个任务目录。",
  },
  damagedJournal: {
    en: "{path} is damaged on line {line}. Restore it from a backup; do not delete it.",
    zh: "“{path}”第{line}行已损坏。请从备份恢复，不要删除它。",
  },
  newerJournal: {
    en: "{path} was written by a newer version of feishu-hire (line {line}). Resume this job with that version.",
    zh: "“{path}”由较新版本的 feishu-hire 写入（第{line}行）。请用那个版本继续此任务。",
  },
  lostIntent: {
    en: "{path} is damaged: it has the outcome of an interview, but no record of its request. Restore it from a backup; do not delete it.",
    zh: "“{path}”已损坏：有某场面试的结果，却没有发送前的记录。请从备份恢复，不要删除它。",
  },
  cannotWriteJournal: {
    en: "Cannot write the journal ({reason}); sending has stopped.",
    zh: "无法写入 journal.jsonl（{reason}），已停止发送。",
  },
  locked: {
    en: "The job is locked by process {pid} on {host}. Wait for it to end; if it no longer runs, delete {path}.",
    zh: "另一个导入正在使用这个任务（{host}上的进程{pid}）。请等它结束；如果那个窗口已经关闭或电脑已重启，请删除“{path}”后再运行。",
  },
  lockedElsewhere: {
    en: "The job is locked by process {pid} on {host}, another machine or container. Wait for it to end; if it no longer runs, run again with --force-unlock (which deletes {path}).",
    zh: "另一台机器或容器上的导入正在使用这个任务（{host}上的进程{pid}）。请等它结束；如果那个进程已不存在，请加上 --force-unlock 再次运行（会删除“{path}”）。",
  },
  sharedJobDirectory: {
    en: "{job} belongs to another user, or everyone can write to it: if it is changed, interviews may be created twice. Use a directory of your own, or remove the write permission of others (chmod o-w).",
    zh: "“{job}”属于其他用户，或任何人都可写入：一旦被改动，面试可能会重复创建。请使用自己的文件夹，或取消其他人的写权限（chmod o-w）。",
  },
  notOurJournal: {
    en: "{path} is not a journal of feishu-hire. Name another directory with --job.",
    zh: "“{path}”不是 feishu-hire 的任务记录。请用 --job 另指定一个任务目录。",
  },
  lostJournalInRun: {
    en: "{path} disappeared during the run, and sending has stopped. What was created is recorded nowhere else: look in Feishu Hire before you import this file again, or interviews will be created twice.",
    zh: "“{path}”在运行期间消失，已停止发送。已创建的面试没有其他记录：请先到飞书招聘中核对，再决定是否导入此文件，否则会重复创建。",
  },
  cannotWriteFiles: {
    en: "The run has ended and its journal is complete, but its result files could not be written: {reason}. Fix that, then run the same command again.",
    zh: "运行已结束，任务记录完整，但结果文件无法写入：{reason}。请先解决这个问题，再次运行同一条命令。",
  },
  cannotRead: { en: "Cannot read {path}: {reason}", zh: "无法读取“{path}”：{reason}" },
  cannotWrite: { en: "Cannot write {path}: {reason}", zh: "无法写入“{path}”：{reason}" },
  cannotReplace: {
    en: "Cannot replace {path} ({reason}). Its new content is in {part}. Close the file if it is open, and run the same command again.",
    zh: "无法替换“{path}”（{reason}）。新内容在“{part}”中。如果文件正打开着，请关闭，再次运行同一条命令。",
  },
} as const;

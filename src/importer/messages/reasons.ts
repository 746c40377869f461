/** Why an interview has its outcome, and why a run stopped. */
export const reasonPhrases = {
  interviewNotFound: {
    en: "Feishu has no such interview (HTTP 404): it may have been deleted",
    zh: "飞书中没有这场面试（HTTP 404），可能已被人删除",
  },
  problems: { en: "{first}; {rest}", zh: "{first}；{rest}" },
  moreProblems: { en: "and {count} more", zh: "另有{count}个问题" },
  repeatsLine: { en: "it repeats the interview on line {line}", zh: "与第{line}行的面试相同" },
  idOnOtherLine: {
    en: "its external_id is also on line {line}, with different content",
    zh: "第{line}行也有这个 external_id，但内容不同",
  },
  idOnAnotherLine: {
    en: "its external_id is also on another line, with different content",
    zh: "另一行也有这个 external_id，但内容不同",
  },
  createdBefore: { en: "it was created before", zh: "之前已创建" },
  createdOtherwise: {
    en: "it was created before with different content, which Feishu keeps: add --update to overwrite it, or change it in Feishu",
    zh: "之前已按其他内容创建，飞书会保留原内容：请加上 --update 覆盖，或到飞书招聘中修改",
  },
  changedAmbiguous: {
    en: "it may have been created before, and its content has changed",
    zh: "之前可能已创建，而内容已改变",
  },
  invalidAmbiguous: {
    en: "it may have been created before, and is invalid now",
    zh: "之前可能已创建，而现在的内容有误",
  },
  updateOpen: {
    en: "its update was interrupted, so it may have its old content or the new one: run again with --update",
    zh: "上次更新这场面试时被中断，飞书中可能是旧内容，也可能已更新：请加上 --update 再次运行",
  },
  updateUnknown: {
    en: "its update may have been applied: run again with --update",
    zh: "上次对这场面试的更新可能已生效：请加上 --update 再次运行",
  },
  settledSeveral: {
    en: "it may have been created; Feishu has several interviews with its content, or other rows are the same: {ids}",
    zh: "之前可能已创建；飞书中有多场内容相同的面试，或另有相同的行：{ids}",
  },
  settledOther: {
    en: "it may have been created; its application in Feishu has interviews of unknown origin with different content, and it is too late to send it again safely: {ids}",
    zh: "之前可能已创建；该投递下有来源不明、内容不同的面试，且时间过久，无法安全重发：{ids}",
  },
  settledMissing: {
    en: "Feishu does not have it; it is created once its row is in the file",
    zh: "飞书中没有这场面试；文件中有这一行时会再创建",
  },
  cannotSettle: {
    en: "it may have been created, and looking for it in Feishu failed: {reason}",
    zh: "之前可能已创建，而查询失败：{reason}",
  },
  createdFromOtherRow: {
    en: "it was created before, but not from the row as it is now",
    zh: "之前已创建，但不是按这一行现在的内容",
  },
  createdByOtherJob: {
    en: "The interview on line {line} belongs to another job, {job}. If this file continues that job, run again with --job {job}; to create its interviews again, with --new-job",
    zh: "第{line}行的面试已属于另一个任务“{job}”。如果本文件是那个任务的延续，请加上 --job {job}再次运行；如果确实要再创建一次，请加上 --new-job",
  },
  unknownInOtherJob: {
    en: "another job, {job}, may have created an interview with its external_id: settle that job first (--settle), or give this one another external_id",
    zh: "另一个任务“{job}”可能已用这个 external_id 创建过面试：请先用 --settle 查清那个任务，或为这场面试换一个 external_id",
  },
  takenForOther: {
    en: "Feishu has taken it for the interview that another job, {job}, has created with its external_id, and has created none: give it another external_id, or wait until Feishu has forgotten that one (24 hours)",
    zh: "飞书把它当成了另一个任务“{job}”用同一 external_id 创建的面试，没有再创建：请换一个 external_id，或等飞书不再记得这个 external_id（24 小时）后再导入",
  },
  takenForUndone: {
    en: "Feishu has taken it for the interview that was undone, and has created none: import again once Feishu has forgotten its external_id",
    zh: "飞书把它当成了已撤销的那场面试，没有再创建：请等飞书不再记得这个 external_id 后再导入",
  },
  windowExpired: {
    en: "it may have been created before, too long ago to send it again safely",
    zh: "之前可能已创建，且时间过久，无法安全重发",
  },
  needsNamespace: {
    en: "The interview on line {line} has no external_id. To derive one from its content, name the system that the interviews come from, such as --id-namespace greenhouse, so that no two systems share an id",
    zh: "第{line}行的面试没有 external_id。若要由内容生成，请指明面试来自哪个系统（例如 --id-namespace greenhouse），以免不同系统的 ID 相同",
  },
  resent: {
    en: "it may have been created before; sent again: {reason}",
    zh: "之前可能已创建；再次发送的结果：{reason}",
  },
  notResent: {
    en: "it may have been created before; it was not sent again",
    zh: "之前可能已创建，没有再次发送",
  },
  endedBeforeResponse: {
    en: "the run ended before its response arrived",
    zh: "运行结束时还没有收到响应",
  },
  unusableId: {
    en: "it was created, but the id in the response is not printable",
    zh: "已创建，但响应中的面试 ID 无法显示",
  },
  runStopped: { en: "the run was stopped", zh: "运行已停止" },
  interrupted: { en: "the run was interrupted", zh: "运行被中断" },
  tooManyRejected: {
    en: {
      one: "more than {count} interview was rejected",
      other: "more than {count} interviews were rejected",
    },
    zh: "被拒绝的面试超过{count}场",
  },
  tooHighShare: {
    en: "{rejected} of {completed} interviews were rejected, more than {percent}%",
    zh: "{completed}场面试中有{rejected}场被拒绝，超过{percent}%",
  },
  failedAlike: {
    en: "{count} interviews in a row failed in the same way, the last one with: {reason}",
    zh: "连续{count}场面试因同一原因失败，最后一场：{reason}",
  },
  outageTooLong: {
    en: "Feishu has not responded for too long (--max-outage); the last failure: {reason}",
    zh: "飞书长时间没有响应（超过 --max-outage），最后一次失败：{reason}",
  },
  otherReasons: { en: "other reasons", zh: "其他原因" },
  feishuCode: { en: "Feishu's error code {code}", zh: "飞书错误码{code}" },
  feishuCodeMeaning: {
    en: "Feishu's error code {code} ({meaning})",
    zh: "飞书错误码{code}（{meaning}）",
  },
  undoOpen: {
    en: "its deletion was interrupted: run feishu-hire undo again",
    zh: "上次删除这场面试时被中断：请再次运行 feishu-hire undo",
  },
  undoneRecently: {
    en: "it was undone; Feishu may remember its external_id until {time}",
    zh: "已撤销；{time}之前，飞书可能还记得它的 external_id，不会再次创建",
  },
  rowsPostponed: {
    en: {
      one: "{count} row was undone and is not sent again yet: Feishu may remember its external_id. Run again after {time}",
      other:
        "{count} rows were undone and are not sent again yet: Feishu may remember their external_ids. Run again after {time}",
    },
    zh: "有{count}行已撤销，暂不重发：{time}之前，飞书可能还记得它们的 external_id，不会再次创建，请在此之后再次运行",
  },
  undoneInOtherJob: {
    en: "it was undone in another job, {job}; Feishu may remember its external_id until {time}",
    zh: "已在另一个任务“{job}”中撤销；{time}之前，飞书可能还记得它的 external_id，不会再次创建",
  },
  rowsUndoneInOtherJob: {
    en: {
      one: "{count} row was undone in another job, {job}, and is not sent again yet: Feishu may remember its external_id. Run again after {time}",
      other:
        "{count} rows were undone in another job, {job}, and are not sent again yet: Feishu may remember their external_ids. Run again after {time}",
    },
    zh: "有{count}行已在另一个任务“{job}”中撤销，暂不重发：{time}之前，飞书可能还记得它们的 external_id，不会再次创建，请在此之后再次运行",
  },
  rowsWithWarnings: {
    en: {
      one: "{count} row has warnings: {first}",
      other: "{count} rows have warnings, the first: {first}",
    },
    zh: "共{count}行有警告，第一处：{first}",
  },
  // Failures of calls.
  feishuRejects: { en: "{msg}", zh: "飞书返回：{msg}" },
  feishuRejectsAndAdvises: { en: "{msg}. {advice}", zh: "飞书返回：{msg}。{advice}" },
  codeAlone: { en: "{code}", zh: "飞书错误码{code}" },
  codeAndLog: { en: "{code} (log id {logId})", zh: "飞书错误码{code}，log id {logId}" },
  apiFailure: { en: "{name} {code}", zh: "{name}（{code}）" },
  feishuSays: { en: "{code}: {msg}", zh: "{code}：{msg}" },
  feishuAdvises: { en: "{code}: {advice}", zh: "{code}。{advice}" },
  connectionFailed: {
    en: "The connection failed ({code}). Check the network and the proxy.",
    zh: "网络连接失败（{code}），请检查网络和代理设置。",
  },
  missingScope: {
    en: "{code}: grant the scope {scopes} at {url}",
    zh: "{code}：缺少权限，开通以下任意一项即可：{scopes}。开通地址：{url}",
  },
  unreadableResponse: {
    en: "There was no valid response from Feishu (HTTP {status}). Check the network, the proxy and FEISHU_BASE_URL.",
    zh: "没有收到飞书的有效响应（HTTP {status}），请检查网络、代理设置和 FEISHU_BASE_URL。",
  },
  timedOut: {
    en: "Feishu did not respond in time. Check the network and the proxy, or try again later.",
    zh: "飞书响应超时，请检查网络和代理设置，或稍后再试。",
  },
  malformedCredentials: {
    en: "The credentials are incomplete, or have characters that do not belong: copy the App ID and the App Secret again.",
    zh: "凭证不完整，或含有引号、空格等多余的字符：请从开发者后台重新复制 App ID 和 App Secret。",
  },
} as const;

/** `status`. */
export const statusMessages = {
  description: { en: "Show what a job has done in all its runs", zh: "显示任务在历次运行中做了什么" },
  watch: {
    en: "Show the progress of a run until it ends, then the status",
    zh: "有导入正在运行时，持续显示进度，结束后显示状态",
  },
  write: {
    en: "Rewrite the created and unknown files from the journal, as at the end of a run",
    zh: "根据任务记录重写 created 和 unknown 文件，与运行结束时相同",
  },
  job: { en: "{job}: app {app} on {host}, {namespace}", zh: "“{job}”：应用{app}（{host}），{namespace}" },
  idNamespace: { en: "id namespace {name}", zh: "来源系统{name}" },
  noIdNamespace: { en: "no id namespace", zh: "未指定来源系统" },
  rejectedHere: {
    en: "(by Feishu; invalid rows do not count)",
    zh: "（被飞书拒绝；有误而未发送的行不计在内）",
  },
  inFlight: { en: "(requests in flight included)", zh: "（包括尚未收到响应的请求）" },
  running: { en: "Running: {progress}", zh: "正在运行：{progress}" },
  lastRun: {
    en: "Last run ended {time}: {interviews} read, {rejected} rejected.",
    zh: "上次运行于{time}结束：读取{interviews}，其中{rejected}场被拒绝。",
  },
} as const;

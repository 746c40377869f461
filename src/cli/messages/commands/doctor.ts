/** `doctor`, and the checks before an import. */
export const doctorMessages = {
  description: {
    en: "Check what an import needs: host, credentials, permission, clock; changes nothing",
    zh: "检查导入所需的条件：服务地址、凭证、权限、时钟，不做任何修改",
  },
  ok: { en: "✓ {text}", zh: "✓ {text}" },
  failed: { en: "✗ {text}", zh: "✗ {text}" },
  unknown: { en: "? {text}", zh: "? {text}" },
  host: { en: "{host} responds.", zh: "{host}有响应。" },
  hostThroughProxy: { en: "{host} responds (proxy: {proxy}).", zh: "{host}有响应（代理：{proxy}）。" },
  hostFailed: { en: "{host} does not respond: {reason}", zh: "{host}没有响应：{reason}" },
  unsupportedProxy: {
    en: "The proxy set in the environment is not supported; use an http:// or https:// proxy.",
    zh: "不支持环境变量中指定的代理；请使用 http:// 或 https:// 代理。",
  },
  credentials: {
    en: "The credentials of app {app} are valid.",
    zh: "应用{app}的凭证有效（已取得 token）。",
  },
  credentialsFailed: {
    en: "Cannot get a token for app {app}: {reason}",
    zh: "应用{app}无法取得 token：{reason}",
  },
  otherHost: {
    en: "App {app} belongs to {other}: set FEISHU_BASE_URL={other}.",
    zh: "应用{app}属于{other}：请设置 FEISHU_BASE_URL={other}。",
  },
  readScope: { en: "The app has permission to query interviews.", zh: "应用有权查询外部面试。" },
  readScopeFailed: { en: "The app cannot query interviews: {reason}", zh: "应用无法查询外部面试：{reason}" },
  writeScope: {
    en: "Permission to create interviews (hire:external_application) can only be checked by creating one: import a single row first.",
    zh: "应用能否创建外部面试（hire:external_application）只有创建时才能确定：请先导入一行试试。",
  },
  clock: {
    en: "This machine's clock differs from Feishu's by {seconds} s.",
    zh: "本机时钟与飞书相差{seconds}秒。",
  },
  clockFailed: {
    en: "This machine's clock differs from Feishu's by {seconds} s. Set it: it measures the life of tokens, and the 24 hours for which Feishu remembers an external_id.",
    zh: "本机时钟与飞书相差{seconds}秒：请校准，否则会误判 token 的有效期，以及飞书记住 external_id 的 24 小时。",
  },
  clockUnknown: {
    en: "The clock was not compared: Feishu's response has no time.",
    zh: "无法核对时钟：飞书的响应没有给出时间。",
  },
  limit: {
    en: "Feishu's rate limit is {limit} requests per period.",
    zh: "飞书的频率限制为每周期{limit}个请求。",
  },
  limitUnknown: {
    en: "Feishu's response has no rate limit; the documented one is 10 requests per second.",
    zh: "飞书的响应没有给出频率限制；按飞书文档，为每秒 10 个请求。",
  },
} as const;

/** What is wrong with a time. */
export const timePhrases = {
  time: {
    en: "a time such as 2021-04-15T23:24:38+08:00, or milliseconds since 1970",
    zh: "时间，例如 2021-04-15T23:24:38+08:00，或毫秒时间戳",
  },
  timeOfDay: { en: "the time of day too, such as {example}", zh: "日期和时刻，例如{example}" },
  offset: {
    en: "an offset such as +08:00 in the time, or a time zone for all (--time-zone Asia/Shanghai)",
    zh: "带时区的时间（例如以 +08:00 结尾），或统一指定时区（--time-zone Asia/Shanghai）",
  },
  existingTime: { en: "a time that exists in {zone}", zh: "{zone}中存在的时间" },
  skippedTime: {
    en: "{text}, which clocks skipped when they were set forward",
    zh: "{text}（时钟拨快时跳过了这一时刻）",
  },
  timeOnce: {
    en: "a time that occurs once (the earlier one is used)",
    zh: "只出现一次的时间（按较早的一次处理）",
  },
  timeOnceLater: {
    en: "a time that occurs once (the later one is used)",
    zh: "只出现一次的时间（按较晚的一次处理）",
  },
  clocksSetBack: { en: "{text}, when clocks were set back", zh: "{text}（时钟拨慢时出现了两次）" },
  dayCount: {
    en: "{text}, which looks like a spreadsheet's serial number for a date",
    zh: "{text}（像是表格软件内部的天数）",
  },
  milliseconds: { en: "milliseconds since 1970 (13 digits)", zh: "毫秒时间戳（13 位）" },
  looksLikeDate: {
    en: "{time}, which looks like a date written in digits",
    zh: "{time}（像是用数字写的日期）",
  },
  looksLikeSeconds: { en: "{time}, which looks like seconds", zh: "{time}（像是秒）" },
  looksLikeMicroseconds: {
    en: "{time}, which looks like microseconds or nanoseconds",
    zh: "{time}（像是微秒或纳秒）",
  },
  notBeforeBegin: { en: "a time that is not before begin_time", zh: "不早于 begin_time 的时间" },
  beforeBeginTime: {
    en: "{time}, which is before begin_time {begin}",
    zh: "{time}（早于 begin_time {begin}）",
  },
  beforeBegin: { en: "{time}, which is before begin_time", zh: "{time}（早于 begin_time）" },
  interviewTime: {
    en: "the time of an interview (leave it blank if it is unknown)",
    zh: "面试的时间（不知道就不要填写）",
  },
  in1970: { en: "{time}, which is in 1970", zh: "{time}（在 1970 年）" },
} as const;

/** An interview as a person reads it. */
export const interviewMessages = {
  interview: { en: "Interview {number}", zh: "第{number}场面试" },
  external_id: { en: "external_id", zh: "原系统面试主键" },
  external_application_id: { en: "application", zh: "外部投递 ID" },
  participate_status: { en: "attendance", zh: "参与状态" },
  begin_time: { en: "begins", zh: "开始时间" },
  end_time: { en: "ends", zh: "结束时间" },
  username: { en: "interviewer", zh: "面试官" },
  conclusion: { en: "conclusion", zh: "面试结论" },
  content: { en: "comment", zh: "综合评价" },
} as const;

// Generated from spec/ by `npm run generate`; do not edit.

/** Whether the candidate took part (参与状态): 1 did not take part (未参与), 2 took part (参与), 3 no-show (爽约). */
export const ParticipateStatus = {
  /** 1: The candidate did not take part (未参与). */
  NotParticipated: 1,
  /** 2: The candidate took part (参与). */
  Participated: 2,
  /** 3: The candidate did not show up (爽约). */
  NoShow: 3,
} as const;
export type ParticipateStatus = 1 | 2 | 3;

/** The Chinese label of each `ParticipateStatus`, as on Feishu's page. */
export const ParticipateStatusLabel = { 1: "未参与", 2: "参与", 3: "爽约" } as const;

/** The conclusion (面试结论): 1 failed (不通过), 2 passed (通过), 3 pending (待定). */
export const Conclusion = {
  /** 1: The candidate failed (不通过). */
  Failed: 1,
  /** 2: The candidate passed (通过). */
  Passed: 2,
  /** 3: Not decided yet (待定). */
  Pending: 3,
} as const;
export type Conclusion = 1 | 2 | 3;

/** The Chinese label of each `Conclusion`, as on Feishu's page. */
export const ConclusionLabel = { 1: "不通过", 2: "通过", 3: "待定" } as const;

/**
 * The type of a dimension (维度类型), and with it the field that holds its value: 1 score (打分题, `score`), 2 single choice
 * (单选题, `option`), 3 description (描述题, `content`), 4 multiple choice (多选题, `options`).
 */
export const AssessmentType = {
  /** 1: A score, in `score` (打分题). */
  Score: 1,
  /** 2: One chosen option, in `option` (单选题). */
  SingleChoice: 2,
  /** 3: A text, in `content` (描述题). */
  Description: 3,
  /** 4: Any number of chosen options, in `options` (多选题). */
  MultipleChoice: 4,
} as const;
export type AssessmentType = 1 | 2 | 3 | 4;

/** The Chinese label of each `AssessmentType`, as on Feishu's page. */
export const AssessmentTypeLabel = { 1: "打分题", 2: "单选题", 3: "描述题", 4: "多选题" } as const;

/** The dimension's field that holds the value of each `AssessmentType`. */
export const AssessmentTypeValueField = { 1: "score", 2: "option", 3: "content", 4: "options" } as const;

/** How the job recruits (职位招聘类型): 1 social recruitment (社招), 2 campus recruitment (校招). */
export const JobRecruitmentType = {
  /** 1: Social recruitment (社招). */
  SocialRecruitment: 1,
  /** 2: Campus recruitment (校招). */
  CampusRecruitment: 2,
} as const;
export type JobRecruitmentType = 1 | 2;

/** The Chinese label of each `JobRecruitmentType`, as on Feishu's page. */
export const JobRecruitmentTypeLabel = { 1: "社招", 2: "校招" } as const;

/** How the application came in (投递类型): 1 HR visit (HR 寻访), 2 candidate delivery (候选人主动投递), 3 talent recommendation (人才推荐), 4 others (其他). */
export const DeliveryType = {
  /** 1: HR approached the candidate (HR 寻访). */
  HrVisit: 1,
  /** 2: The candidate applied (候选人主动投递). */
  CandidateDelivery: 2,
  /** 3: The talent was recommended (人才推荐). */
  TalentRecommendation: 3,
  /** 4: Another way (其他). */
  Others: 4,
} as const;
export type DeliveryType = 1 | 2 | 3 | 4;

/** The Chinese label of each `DeliveryType`, as on Feishu's page. */
export const DeliveryTypeLabel = { 1: "HR 寻访", 2: "候选人主动投递", 3: "人才推荐", 4: "其他" } as const;

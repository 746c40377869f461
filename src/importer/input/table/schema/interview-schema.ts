import {
  AssessmentType,
  AssessmentTypeLabel,
  Conclusion,
  ConclusionLabel,
  ParticipateStatus,
  ParticipateStatusLabel,
} from "../../../../../generated/enums.js";
import { EnumCells } from "./enum-cells.js";
import type { TableSchema } from "./table-schema.js";

/** The columns and words of the template. */
export const INTERVIEW_SCHEMA: TableSchema = {
  interview: [
    { name: "external_id", synonyms: ["Interview ID", "面试ID", "面试编号"] },
    {
      name: "external_application_id",
      synonyms: ["Application ID", "opportunity_id", "申请ID", "投递ID", "外部投递ID"],
    },
    { name: "participate_status", synonyms: ["Status", "参与状态", "面试状态"] },
    {
      name: "begin_time",
      synonyms: ["Interview Start", "start", "starts_at", "start_at", "startTime", "面试时间", "开始时间"],
    },
    { name: "end_time", synonyms: ["end", "ends_at", "endTime", "结束时间"] },
  ],
  assessment: [
    { name: "username", synonyms: ["Interviewer", "interviewerName", "面试官", "面试官姓名"] },
    {
      name: "conclusion",
      synonyms: ["Overall Recommendation", "Rating", "result", "面试结果", "面试结论", "结论"],
    },
    {
      name: "comment",
      synonyms: ["Key Take-Aways", "Notes", "feedback", "面试评价", "综合评价", "评语"],
    },
  ],
  dimension: [
    { name: "dimension_title", synonyms: [] },
    { name: "dimension_description", synonyms: [] },
    { name: "dimension_type", synonyms: [] },
    { name: "dimension_value", synonyms: [] },
  ],
  participateStatuses: new EnumCells(ParticipateStatus, ParticipateStatusLabel),
  conclusions: new EnumCells(Conclusion, ConclusionLabel),
  dimensionTypes: new EnumCells(AssessmentType, AssessmentTypeLabel),
};

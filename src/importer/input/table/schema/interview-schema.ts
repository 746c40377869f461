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
    {
      name: "external_id",
      aliases: ["外部面试ID", "面试ID", "面试编号"],
      hintNames: ["Interview ID"],
    },
    {
      name: "external_application_id",
      aliases: ["外部投递ID"],
      hintNames: ["Application ID", "opportunity_id", "申请ID", "投递ID"],
    },
    { name: "participate_status", aliases: ["参与状态"], hintNames: ["Status", "面试状态", "是否到场"] },
    {
      name: "begin_time",
      aliases: ["面试开始时间", "开始时间"],
      hintNames: ["Interview Start", "start", "starts_at", "start_at", "startTime", "面试时间"],
    },
    {
      name: "end_time",
      aliases: ["面试结束时间", "结束时间"],
      hintNames: ["Interview End", "end", "ends_at", "end_at", "endTime"],
    },
  ],
  assessment: [
    {
      name: "username",
      aliases: ["面试官", "面试官姓名", "Interviewer", "Interviewer Name"],
      hintNames: [],
    },
    {
      name: "conclusion",
      aliases: ["面试结论", "结论"],
      hintNames: ["Overall Recommendation", "Rating", "Verdict", "result", "面试结果", "推荐意见"],
    },
    {
      name: "comment",
      aliases: ["综合评价", "评语"],
      hintNames: ["Key Take-Aways", "Notes", "feedback", "面试评价"],
    },
  ],
  dimension: [
    { name: "dimension_title", aliases: ["维度标题", "维度名称"], hintNames: [] },
    { name: "dimension_description", aliases: ["维度描述"], hintNames: [] },
    { name: "dimension_type", aliases: ["维度类型"], hintNames: [] },
    { name: "dimension_value", aliases: ["维度评价"], hintNames: [] },
  ],
  participateStatuses: new EnumCells(ParticipateStatus, ParticipateStatusLabel),
  conclusions: new EnumCells(Conclusion, ConclusionLabel),
  dimensionTypes: new EnumCells(AssessmentType, AssessmentTypeLabel),
};

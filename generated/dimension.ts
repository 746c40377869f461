// Generated from spec/ by `npm run generate`; do not edit.

import { AssessmentType } from "./enums.js";
import type { ExternalInterviewAssessmentDimensionInput } from "./schema.js";

/** A dimension's title and description, and the one value that its type calls for. */
export type DimensionWith<Value extends keyof ExternalInterviewAssessmentDimensionInput> = Pick<
  ExternalInterviewAssessmentDimensionInput,
  "title" | "description"
> & {
  [Key in Value]: NonNullable<ExternalInterviewAssessmentDimensionInput[Key]>;
};

/**
 * Builds assessed dimensions (评价维度), for creates and updates alike, each with only the value field of its type.
 *
 * @example
 * dimension.score({ title: "Coding", score: 92 });
 */
export const dimension = {
  /** A score, in `score` (打分题). */
  score: (fields: DimensionWith<"score">): typeof fields & { assessment_type: 1 } => ({
    ...fields,
    assessment_type: AssessmentType.Score,
  }),
  /** One chosen option, in `option` (单选题). */
  singleChoice: (fields: DimensionWith<"option">): typeof fields & { assessment_type: 2 } => ({
    ...fields,
    assessment_type: AssessmentType.SingleChoice,
  }),
  /** A text, in `content` (描述题). */
  description: (fields: DimensionWith<"content">): typeof fields & { assessment_type: 3 } => ({
    ...fields,
    assessment_type: AssessmentType.Description,
  }),
  /** Any number of chosen options, in `options` (多选题). */
  multipleChoice: (fields: DimensionWith<"options">): typeof fields & { assessment_type: 4 } => ({
    ...fields,
    assessment_type: AssessmentType.MultipleChoice,
  }),
};

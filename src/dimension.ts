import { AssessmentType } from "../generated/enums.js";
import type { ExternalInterviewAssessmentDimensionCreate } from "../generated/schema.js";

type Dimension = ExternalInterviewAssessmentDimensionCreate;

/** A dimension's words and the one value that its type calls for. */
type DimensionOf<Value extends keyof Dimension> = Pick<Dimension, "title" | "description"> &
  Required<Pick<Dimension, Value>>;

/** Builds assessed dimensions (评价维度) so that each holds the value field of its type, and no other. */
export const dimension = {
  /** A score (打分题), in `score`. */
  score: (of: DimensionOf<"score">): typeof of & { assessment_type: 1 } => ({
    assessment_type: AssessmentType.Score,
    ...of,
  }),
  /** One chosen option (单选题), in `option`. */
  singleChoice: (of: DimensionOf<"option">): typeof of & { assessment_type: 2 } => ({
    assessment_type: AssessmentType.SingleChoice,
    ...of,
  }),
  /** A text (描述题), in `content`. */
  description: (of: DimensionOf<"content">): typeof of & { assessment_type: 3 } => ({
    assessment_type: AssessmentType.Description,
    ...of,
  }),
  /** Any number of chosen options (多选题), in `options`. */
  multipleChoice: (of: DimensionOf<"options">): typeof of & { assessment_type: 4 } => ({
    assessment_type: AssessmentType.MultipleChoice,
    ...of,
  }),
};

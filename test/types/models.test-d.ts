import { describe, expectTypeOf, it } from "vitest";
import type * as api from "../../src/index.js";

describe("the models", () => {
  it("are nested, in requests and in responses", () => {
    type Assessments = api.ExternalInterviewAssessment[] | undefined;
    type AssessmentsCreate = readonly api.ExternalInterviewAssessmentInput[];
    type Dimensions = api.ExternalInterviewAssessmentDimension[] | undefined;
    type DimensionsCreate = readonly api.ExternalInterviewAssessmentDimensionInput[];
    expectTypeOf<api.ExternalInterview["interview_assessments"]>().toEqualTypeOf<Assessments>();
    expectTypeOf<api.ExternalInterviewCreate>()
      .pick("interview_assessments")
      .toEqualTypeOf<{ interview_assessments?: AssessmentsCreate | undefined }>();
    expectTypeOf<api.ExternalInterviewAssessment["assessment_dimension_list"]>().toEqualTypeOf<Dimensions>();
    expectTypeOf<api.ExternalInterviewAssessmentInput>()
      .pick("assessment_dimension_list")
      .toEqualTypeOf<{ assessment_dimension_list?: DimensionsCreate | undefined }>();
  });

  it("of an update are those of a create, without its external_id", () => {
    expectTypeOf<api.ExternalInterviewUpdate>().branded.toEqualTypeOf<
      Omit<api.ExternalInterviewCreate, "external_id">
    >();
    expectTypeOf<api.ExternalApplicationUpdate>().branded.toEqualTypeOf<
      Omit<api.ExternalApplicationCreate, "external_id">
    >();
    expectTypeOf<api.ExternalInterviewAssessmentUpdate>().branded.toEqualTypeOf<
      Omit<api.ExternalInterviewAssessmentCreate, "external_id" | "external_interview_id">
    >();
  });

  it("have an id assigned by Feishu only in responses", () => {
    expectTypeOf<api.ExternalInterview>().toHaveProperty("id").toEqualTypeOf<string>();
    expectTypeOf<api.ExternalInterviewCreate>().not.toHaveProperty("id");
  });

  it("have numbers where the API has enums, named by constants", () => {
    expectTypeOf<api.ParticipateStatus>().toEqualTypeOf<1 | 2 | 3>();
    expectTypeOf<api.Conclusion>().toEqualTypeOf<1 | 2 | 3>();
    expectTypeOf<api.AssessmentType>().toEqualTypeOf<1 | 2 | 3 | 4>();
    expectTypeOf<typeof api.ParticipateStatus>().toEqualTypeOf<{
      readonly NotParticipated: 1;
      readonly Participated: 2;
      readonly NoShow: 3;
    }>();
    expectTypeOf<typeof api.Conclusion>().toEqualTypeOf<{
      readonly Failed: 1;
      readonly Passed: 2;
      readonly Pending: 3;
    }>();
    expectTypeOf<typeof api.AssessmentType>().toEqualTypeOf<{
      readonly Score: 1;
      readonly SingleChoice: 2;
      readonly Description: 3;
      readonly MultipleChoice: 4;
    }>();
  });
});

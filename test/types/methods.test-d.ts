import { describe, expectTypeOf, it } from "vitest";
import type * as api from "../../src/index.js";

type Options = [options?: api.CallOptions | undefined];
type Interviews = api.FeishuHire["externalInterviews"];
type Applications = api.FeishuHire["externalApplications"];
type Assessments = api.FeishuHire["externalInterviewAssessments"];
interface Pages {
  page_size?: number | undefined;
  page_token?: string | undefined;
}

describe("the methods of externalInterviews", () => {
  it("are these, and no others", () => {
    expectTypeOf<keyof Interviews>().toEqualTypeOf<"create" | "query" | "queryAll" | "update" | "delete">();
  });

  it("create and update take a body, and return the interview", () => {
    type Interview = api.ResponsePromise<api.ExternalInterview>;
    expectTypeOf<Parameters<Interviews["create"]>>().toEqualTypeOf<
      [body: api.ExternalInterviewCreate, ...Options]
    >();
    expectTypeOf<ReturnType<Interviews["create"]>>().toEqualTypeOf<Interview>();
    expectTypeOf<Parameters<Interviews["update"]>>().toEqualTypeOf<
      [
        externalInterviewId: string,
        body: api.ExternalInterviewUpdate & { readonly external_id?: never; readonly id?: never },
        ...Options,
      ]
    >();
    expectTypeOf<ReturnType<Interviews["update"]>>().toEqualTypeOf<Interview>();
  });

  it("update takes what toUpdate made of an interview, and not the interview itself", () => {
    expectTypeOf<api.ExternalInterview>().not.toExtend<Parameters<Interviews["update"]>[1]>();
    expectTypeOf<api.ExternalApplication>().not.toExtend<Parameters<Applications["update"]>[1]>();
    expectTypeOf<api.ExternalInterviewAssessment>().not.toExtend<Parameters<Assessments["update"]>[1]>();
    expectTypeOf<api.ExternalInterviewUpdate>().toExtend<Parameters<Interviews["update"]>[1]>();
    expectTypeOf<api.ExternalApplicationUpdate>().toExtend<Parameters<Applications["update"]>[1]>();
  });

  it("update takes no key, as the body of a create has", () => {
    expectTypeOf<api.ExternalInterviewCreate>().not.toExtend<Parameters<Interviews["update"]>[1]>();
    expectTypeOf<api.ExternalApplicationCreate>().not.toExtend<Parameters<Applications["update"]>[1]>();
    expectTypeOf<Omit<api.ExternalInterviewCreate, "external_id">>().toExtend<
      Parameters<Interviews["update"]>[1]
    >();
  });

  it("query takes conditions, or none, and returns a page", () => {
    type Query = api.ExternalInterviewQuery & { external_application_id?: string | undefined } & Pages;
    expectTypeOf<NonNullable<Parameters<Interviews["query"]>[0]>>().branded.toEqualTypeOf<Query>();
    expectTypeOf<[]>().toExtend<Parameters<Interviews["query"]>>();
    expectTypeOf<ReturnType<Interviews["query"]>>().toEqualTypeOf<
      api.ResponsePromise<api.ExternalInterviewPage>
    >();
  });

  it("query and list take undefined for what is optional, and a readonly list", () => {
    const ids = ["1"] as const;
    expectTypeOf<{
      external_application_id: undefined;
      page_size: undefined;
      page_token: undefined;
      external_interview_id_list: typeof ids;
    }>().toExtend<NonNullable<Parameters<Interviews["query"]>[0]>>();
    expectTypeOf<{ talent_id: string; page_size: undefined; page_token: undefined }>().toExtend<
      Parameters<Applications["list"]>[0]
    >();
    expectTypeOf<{ talent_id: undefined }>().toExtend<NonNullable<Parameters<Applications["delete"]>[1]>>();
  });

  it("create and update take readonly lists at every level", () => {
    const fields = {
      external_application_id: "1",
      interview_assessments: [
        { username: "张三", assessment_dimension_list: [{ assessment_type: 4, options: ["P6"] }] },
      ],
    } as const;
    expectTypeOf(fields).toExtend<api.ExternalInterviewCreate>();
    expectTypeOf(fields).toExtend<api.ExternalInterviewUpdate>();
    const assessment = fields.interview_assessments[0];
    expectTypeOf(assessment).toExtend<api.ExternalInterviewAssessmentUpdate>();
  });

  it("queryAll takes no page token, and yields interviews", () => {
    expectTypeOf<NonNullable<Parameters<Interviews["queryAll"]>[0]>>().not.toHaveProperty("page_token");
    expectTypeOf<ReturnType<Interviews["queryAll"]>>().toEqualTypeOf<
      AsyncGenerator<api.ExternalInterview, void, undefined>
    >();
  });

  it("delete takes an id, and returns nothing", () => {
    expectTypeOf<Parameters<Interviews["delete"]>>().toEqualTypeOf<
      [externalInterviewId: string, ...Options]
    >();
    expectTypeOf<ReturnType<Interviews["delete"]>>().toEqualTypeOf<api.ResponsePromise<void>>();
  });
});

describe("the methods of externalApplications", () => {
  it("are these, and no others", () => {
    expectTypeOf<keyof Applications>().toEqualTypeOf<"create" | "list" | "listAll" | "update" | "delete">();
  });

  it("create and update take a body, and return the application", () => {
    type Application = api.ResponsePromise<api.ExternalApplication>;
    expectTypeOf<Parameters<Applications["create"]>>().toEqualTypeOf<
      [body: api.ExternalApplicationCreate, ...Options]
    >();
    expectTypeOf<ReturnType<Applications["create"]>>().toEqualTypeOf<Application>();
    expectTypeOf<Parameters<Applications["update"]>>().toEqualTypeOf<
      [
        externalApplicationId: string,
        body: api.ExternalApplicationUpdate & { readonly external_id?: never; readonly id?: never },
        ...Options,
      ]
    >();
    expectTypeOf<ReturnType<Applications["update"]>>().toEqualTypeOf<Application>();
  });

  it("list takes a talent's id, and returns a page; listAll yields applications", () => {
    type List = { talent_id: string } & Pages;
    expectTypeOf<Parameters<Applications["list"]>[0]>().branded.toEqualTypeOf<List>();
    expectTypeOf<ReturnType<Applications["list"]>>().toEqualTypeOf<
      api.ResponsePromise<api.ExternalApplicationPage>
    >();
    expectTypeOf<Parameters<Applications["listAll"]>[0]>().not.toHaveProperty("page_token");
    expectTypeOf<ReturnType<Applications["listAll"]>>().toEqualTypeOf<
      AsyncGenerator<api.ExternalApplication, void, undefined>
    >();
  });

  it("delete takes an id and a talent's, and may return the application", () => {
    expectTypeOf<Parameters<Applications["delete"]>[0]>().toEqualTypeOf<string>();
    expectTypeOf<NonNullable<Parameters<Applications["delete"]>[1]>>().branded.toEqualTypeOf<{
      talent_id?: string | undefined;
    }>();
    expectTypeOf<ReturnType<Applications["delete"]>>().toEqualTypeOf<
      api.ResponsePromise<api.ExternalApplication | undefined>
    >();
  });
});

describe("the methods of externalInterviewAssessments", () => {
  it("are these, and no others", () => {
    expectTypeOf<keyof Assessments>().toEqualTypeOf<"create" | "update">();
  });

  it("create and update take a body, and return the assessment", () => {
    expectTypeOf<Parameters<Assessments["create"]>>().toEqualTypeOf<
      [body: api.ExternalInterviewAssessmentCreate, ...Options]
    >();
    expectTypeOf<Parameters<Assessments["update"]>>().toEqualTypeOf<
      [
        externalInterviewAssessmentId: string,
        body: api.ExternalInterviewAssessmentUpdate & {
          readonly external_id?: never;
          readonly id?: never;
          readonly external_interview_id?: never;
        },
        ...Options,
      ]
    >();
    type Assessment = api.ResponsePromise<api.ExternalInterviewAssessment>;
    expectTypeOf<ReturnType<Assessments["create"]>>().toEqualTypeOf<Assessment>();
    expectTypeOf<ReturnType<Assessments["update"]>>().toEqualTypeOf<Assessment>();
  });

  it("take dimensions that the helper built, in both bodies", () => {
    type Dimension = ReturnType<(typeof api.dimension)[keyof typeof api.dimension]>;
    expectTypeOf<{
      external_interview_id: string;
      assessment_dimension_list: Dimension[];
    }>().toExtend<api.ExternalInterviewAssessmentCreate>();
    expectTypeOf<{
      assessment_dimension_list: Dimension[];
    }>().toExtend<api.ExternalInterviewAssessmentUpdate>();
  });
});

describe("the functions", () => {
  type Call<Function extends (...args: never[]) => unknown> =
    Parameters<Function> extends [unknown, ...infer Rest] ? (...args: Rest) => ReturnType<Function> : never;

  it("take what the methods take, after a client, and return the same", () => {
    expectTypeOf<Call<typeof api.createExternalInterview>>().toEqualTypeOf<Interviews["create"]>();
    expectTypeOf<Call<typeof api.queryExternalInterviews>>().toEqualTypeOf<Interviews["query"]>();
    expectTypeOf<Call<typeof api.queryAllExternalInterviews>>().toEqualTypeOf<Interviews["queryAll"]>();
    expectTypeOf<Call<typeof api.updateExternalInterview>>().toEqualTypeOf<Interviews["update"]>();
    expectTypeOf<Call<typeof api.deleteExternalInterview>>().toEqualTypeOf<Interviews["delete"]>();
    expectTypeOf<Call<typeof api.listExternalApplications>>().toEqualTypeOf<Applications["list"]>();
    expectTypeOf<Call<typeof api.listAllExternalApplications>>().toEqualTypeOf<Applications["listAll"]>();
    expectTypeOf<Call<typeof api.createExternalApplication>>().toEqualTypeOf<Applications["create"]>();
    expectTypeOf<Call<typeof api.updateExternalApplication>>().toEqualTypeOf<Applications["update"]>();
    expectTypeOf<Call<typeof api.deleteExternalApplication>>().toEqualTypeOf<Applications["delete"]>();
    expectTypeOf<Call<typeof api.createExternalInterviewAssessment>>().toEqualTypeOf<Assessments["create"]>();
    expectTypeOf<Call<typeof api.updateExternalInterviewAssessment>>().toEqualTypeOf<Assessments["update"]>();
  });
});

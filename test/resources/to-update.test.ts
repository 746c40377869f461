import { describe, expect, it } from "vitest";
import { FeishuHire, toUpdate } from "../../src/index.js";
import { createTestClient } from "../support/hire.js";
import { startTestFeishu } from "../testing/feishu.js";

/** Builds the body of what a response held, as it is sent. */
function toBody(response: object): unknown {
  return JSON.parse(JSON.stringify(toUpdate(JSON.parse(JSON.stringify(response)))));
}

describe("toUpdate", () => {
  it("turns what a query returned into a body for update", async () => {
    const feishu = await startTestFeishu();
    const hire = new FeishuHire(feishu.clientOptions);
    const { id: applicationId } = feishu.addApplication({ talent_id: "7001", stage: "初筛" });
    const fields = { external_application_id: applicationId, begin_time: 5 };
    const assessment = { username: "张三", assessment_dimension_list: [{ title: "编程", score: 9 }] };
    feishu.addInterview({ ...fields, interview_assessments: [assessment] });

    for await (const interview of hire.externalInterviews.queryAll({
      external_application_id: applicationId,
    }))
      await hire.externalInterviews.update(interview.id, { ...toUpdate(interview), end_time: 6 });
    for await (const application of hire.externalApplications.listAll({ talent_id: "7001" }))
      await hire.externalApplications.update(application.id, {
        ...toUpdate(application),
        job_title: "工程师",
      });

    expect(feishu.interviewsOf(applicationId)).toEqual([
      {
        ...fields,
        id: expect.any(String),
        end_time: 6,
        interview_assessments: [{ ...assessment, id: expect.any(String) }],
      },
    ]);
    expect(feishu.applications[0]?.application).toEqual({
      id: applicationId,
      talent_id: "7001",
      stage: "初筛",
      job_title: "工程师",
    });
  });

  it("leaves out ids, fields that update does not take, and what is null, at every level", () => {
    const dimension = { title: "编程", score: null, options: null, colour: "green" };
    const assessments = [
      { id: "2", external_id: "y", content: null, assessment_dimension_list: [dimension] },
      { assessment_dimension_list: null },
    ];
    const interview = { id: "1", external_application_id: "7", external_id: "x", begin_time: null };
    expect(toBody({ ...interview, interview_assessments: assessments })).toEqual({
      external_application_id: "7",
      interview_assessments: [{ assessment_dimension_list: [{ title: "编程" }] }, {}],
    });
  });

  it("knows an interview from an application by any of its fields, since a response may lack the required one", () => {
    expect(toBody({ id: "1", external_application_id: "7" })).toEqual({ external_application_id: "7" });
    const interview_assessments = [{ username: "张三" }];
    expect(toBody({ id: "1", interview_assessments })).toEqual({ interview_assessments });
    expect(toBody({ id: "1", stage: "初筛" })).toEqual({ stage: "初筛" });
  });

  it("copies values that update does not take, which update then rejects by name", async () => {
    const hire = createTestClient({ fetch: () => Promise.reject(new Error("nothing is sent")) });
    const interview = JSON.parse('{ "id": "1", "external_application_id": "7", "participate_status": 4 }');
    await expect(hire.externalInterviews.update("1", toUpdate(interview))).rejects.toMatchObject({
      name: "InvalidRequestError",
      issues: [{ in: "body", pointer: "/participate_status" }],
    });
  });
});

import { describe, expect, test } from "vitest";
import type { OperationId } from "../../src/testing/index.js";
import { seed } from "../fault-matrix/calls.js";
import { callPlain, create, type PlainRequest, startTestFeishu } from "./feishu.js";

const DAY_MS = 24 * 3_600_000;

describe("external_ids", () => {
  test("count for each operation separately", async () => {
    const feishu = await startTestFeishu();
    const { interviewId } = seed(feishu);
    const key = { external_id: "7" };
    for (const _ of [1, 2]) {
      await create(feishu, { ...key, external_application_id: "2" });
      await callPlain(feishu, "createExternalApplication", { body: { ...key, talent_id: "1" } });
      await callPlain(feishu, "createExternalInterviewAssessment", {
        body: { ...key, external_interview_id: interviewId },
      });
    }
    const [seeded, created] = feishu.interviews;
    expect([feishu.interviews.length, feishu.applications.length]).toEqual([2, 2]);
    expect(seeded?.interview.interview_assessments).toHaveLength(2);
    expect(created?.externalId).toBe("7");
  });

  test("come back in no response", async () => {
    const feishu = await startTestFeishu();
    const key = { external_id: "its-key" };
    const talent = { talent_id: "1" };
    const responses = [await callPlain(feishu, "createExternalApplication", { body: { ...key, ...talent } })];
    const application = { external_application_id: feishu.applications[0]?.application.id ?? "" };
    responses.push(await create(feishu, { ...key, ...application }));
    const interview = { external_interview_id: feishu.interviews[0]?.interview.id ?? "" };
    const calls: [OperationId, PlainRequest][] = [
      ["createExternalInterviewAssessment", { body: { ...key, ...interview } }],
      ["queryExternalInterviews", { query: application }],
      [
        "queryExternalInterviews",
        { body: { external_interview_id_list: [interview.external_interview_id] } },
      ],
      ["listExternalApplications", { query: talent }],
      ["updateExternalInterview", { path: interview, body: application }],
      ["updateExternalApplication", { path: application, body: talent }],
      ["deleteExternalApplication", { path: application }],
    ];
    for (const [operationId, request] of calls) responses.push(await callPlain(feishu, operationId, request));
    expect(responses.map(({ json }) => json.code)).toEqual(responses.map(() => 0));
    expect(responses.map(({ text }) => text).join("\n")).not.toMatch(/its-key|"external_id"/);
  });

  test.each([
    [DAY_MS, DAY_MS - 60_000, 1],
    [DAY_MS, DAY_MS, 2],
    [0, 0, 2],
  ])(
    "of assessments count for undocumentedWindowMs %i: %i ms later there are %i",
    async (window, ms, count) => {
      const feishu = await startTestFeishu({ undocumentedWindowMs: window });
      const { id } = feishu.addInterview({ external_application_id: "2" });
      const body = { external_id: "7", external_interview_id: id };
      await callPlain(feishu, "createExternalInterviewAssessment", { body });
      feishu.clock.advance(ms);
      await callPlain(feishu, "createExternalInterviewAssessment", { body });
      expect(feishu.interviews[0]?.interview.interview_assessments).toHaveLength(count);
    },
  );
});

describe("deletes", () => {
  test.each([false, true])("free the external_id: %s", async (deleteFreesExternalId) => {
    const feishu = await startTestFeishu({ deleteFreesExternalId });
    const body = { external_id: "7", external_application_id: "2" };
    await create(feishu, body);
    feishu.deleteInterview(feishu.interviews[0]?.interview.id ?? "");
    await create(feishu, body);
    expect(feishu.interviewCount).toBe(deleteFreesExternalId ? 2 : 1);
    const application = { body: { external_id: "7", talent_id: "1" } };
    await callPlain(feishu, "createExternalApplication", application);
    const path = { external_application_id: feishu.applications[0]?.application.id ?? "" };
    await callPlain(feishu, "deleteExternalApplication", { path });
    await callPlain(feishu, "createExternalApplication", application);
    expect(feishu.applications).toHaveLength(deleteFreesExternalId ? 1 : 0);
  });

  test.each([false, true])(
    "free the external_ids of assessments that are replaced or go with their interview: %s",
    async (deleteFreesExternalId) => {
      const feishu = await startTestFeishu({ deleteFreesExternalId });
      const first = feishu.addInterview({ external_application_id: "2" });
      const second = feishu.addInterview({ external_application_id: "2" });
      const assess = async (interviewId: string) => {
        const body = { external_id: "7", external_interview_id: interviewId };
        await callPlain(feishu, "createExternalInterviewAssessment", { body });
        return feishu.interviewsOf("2").flatMap((interview) => interview.interview_assessments ?? []).length;
      };
      const created = deleteFreesExternalId ? 1 : 0;
      expect(await assess(first.id)).toBe(1);
      await callPlain(feishu, "updateExternalInterview", {
        path: { external_interview_id: first.id },
        body: { external_application_id: "2" },
      });
      expect(await assess(first.id)).toBe(created);
      feishu.deleteInterview(first.id);
      expect(await assess(second.id)).toBe(created);
    },
  );

  test("of an earlier record leave an external_id to the one that has it now", async () => {
    const feishu = await startTestFeishu({ deleteFreesExternalId: true });
    const body = { external_id: "7", external_application_id: "2" };
    await create(feishu, body);
    feishu.clock.advance(DAY_MS);
    await create(feishu, body);
    feishu.deleteInterview(feishu.interviews[0]?.interview.id ?? "");
    await create(feishu, body);
    expect(feishu.interviewCount).toBe(2);
  });
});

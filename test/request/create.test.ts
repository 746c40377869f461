import { describe, expect, it } from "vitest";
import { Conclusion, dimension, InvalidRequestError } from "../../src/index.js";
import { catchError, createTestClient, NOWHERE } from "../support/hire.js";
import { scriptedFetch } from "../support/scripted-fetch.js";

const BODY = { external_application_id: "6960663240925956437" };

describe("creating an interview", () => {
  it("resolves to the interview, and sends the body with the token and Feishu's content type", async () => {
    const { fetch, creates, tokens } = scriptedFetch({});
    const body = {
      ...BODY,
      external_id: "greenhouse:interview:8812",
      interview_assessments: [
        {
          username: "张三",
          conclusion: Conclusion.Passed,
          assessment_dimension_list: [dimension.score({ title: "Coding", score: 92 })],
        },
      ],
    };
    const interview = await createTestClient({ fetch }).externalInterviews.create(body);
    expect(interview).toEqual({ id: "6960663240925956436" });
    expect(tokens.map(({ body }) => body)).toEqual([
      { app_id: "cli_test", app_secret: "planted-app-secret" },
    ]);
    expect(tokens[0]?.headers.authorization).toBeUndefined();
    expect(creates).toHaveLength(1);
    expect(creates[0]).toMatchObject({
      url: `${NOWHERE}/open-apis/hire/v1/external_interviews`,
      method: "POST",
      body: {
        ...body,
        interview_assessments: [
          { assessment_dimension_list: [{ assessment_type: 1, title: "Coding", score: 92 }] },
        ],
      },
      headers: { authorization: "Bearer t-one", "content-type": "application/json; charset=utf-8" },
    });
  });

  it("passes unknown fields and enum values of a success through", async () => {
    const external_interview = { id: "1", participate_status: 9, colour: "green" };
    const { fetch } = scriptedFetch({
      create: [Response.json({ code: 0, msg: "ok", data: { external_interview }, more: true })],
    });
    expect(await createTestClient({ fetch }).externalInterviews.create(BODY)).toEqual(external_interview);
  });

  it("sends the headers of the call", async () => {
    const { fetch, creates } = scriptedFetch({});
    await createTestClient({ fetch }).externalInterviews.create(BODY, {
      headers: { "X-Request-Source": "greenhouse" },
    });
    expect(creates[0]?.headers["x-request-source"]).toBe("greenhouse");
  });

  it("reuses the token for the next call", async () => {
    const { fetch, tokens } = scriptedFetch({});
    const hire = createTestClient({ fetch });
    await hire.externalInterviews.create(BODY);
    await hire.externalInterviews.create(BODY);
    expect(tokens).toHaveLength(1);
  });
});

describe("a body that the spec rejects", () => {
  it("is not sent, and every violation is reported with its pointer, what was expected and what was received", async () => {
    const { fetch, creates, tokens } = scriptedFetch({});
    const body = {
      external_application_id: undefined,
      external_aplication_id: "1",
      participate_status: 9,
      begin_time: "2021",
      interview_assessments: [
        { assessment_dimension_list: [{ score: 1.5, options: "选项1" }, { score: "1" }], "a/b~c": 1 },
      ],
    };
    const call = createTestClient({ fetch }).externalInterviews.create(body as never);
    const error = await catchError(call, InvalidRequestError);
    expect(error.issues.every((issue) => issue.in === "body")).toBe(true);
    expect(error.issues.map(({ in: _, ...issue }) => issue)).toEqual(
      expect.arrayContaining([
        { pointer: "/external_application_id", expected: "a value", received: "nothing" },
        {
          pointer: "/external_aplication_id",
          expected: "a field of the API",
          received: "an unknown one (did you mean external_application_id?)",
        },
        { pointer: "/participate_status", expected: "one of 1, 2, 3", received: "9" },
        { pointer: "/begin_time", expected: "type integer", received: "a text of 4 characters" },
        {
          pointer: "/interview_assessments/0/assessment_dimension_list/0/score",
          expected: "type integer",
          received: "1.5",
        },
        {
          pointer: "/interview_assessments/0/assessment_dimension_list/0/options",
          expected: "type array",
          received: "a text of 3 characters",
        },
        {
          pointer: "/interview_assessments/0/assessment_dimension_list/1/score",
          expected: "type integer",
          received: "a text of 1 character",
        },
        {
          pointer: "/interview_assessments/0/a~1b~0c",
          expected: "a field of the API",
          received: "an unknown one",
        },
      ]),
    );
    expect(error.issues).toHaveLength(8);
    for (const { pointer } of error.issues) expect(error.message).toContain(pointer);
    expect([...creates, ...tokens]).toEqual([]);
  });

  it("says how to pass a date", async () => {
    const { fetch } = scriptedFetch({});
    const body = { ...BODY, begin_time: new Date(0), end_time: "2021-04-15T23:24:38+08:00" };
    const call = createTestClient({ fetch }).externalInterviews.create(body as never);
    const { issues } = await catchError(call, InvalidRequestError);
    expect(issues.map(({ pointer }) => pointer)).toEqual(["/begin_time", "/end_time"]);
    for (const { received } of issues) expect(received).toContain("milliseconds");
  });

  it.each([
    ["externalId", "external_id"],
    ["begin_tiem", "begin_time"],
    ["end_tim", "end_time"],
    ["participate_statuss", "participate_status"],
    ["colour", undefined],
  ])("names the field that was probably meant: %s", async (misspelt, meant) => {
    const { fetch } = scriptedFetch({});
    const call = createTestClient({ fetch }).externalInterviews.create({ ...BODY, [misspelt]: "1" });
    const [issue] = (await catchError(call, InvalidRequestError)).issues;
    expect(/did you mean (\w+)/.exec(issue?.received ?? "")?.[1]).toBe(meant);
  });

  it.each([undefined, null, "text", []])("is reported as a whole if it is %j", async (body) => {
    const { fetch } = scriptedFetch({});
    const error = await catchError(
      createTestClient({ fetch }).externalInterviews.create(body as never),
      InvalidRequestError,
    );
    expect(error.issues).toMatchObject([{ pointer: "", expected: "type object" }]);
  });
});

describe("a body that JSON cannot hold", () => {
  const circular: Record<string, unknown> = { external_application_id: "1" };
  circular.self = circular;
  const throwing = {
    toJSON() {
      throw new Error("the candidate's name");
    },
  };
  it.each([
    ["itself", circular],
    ["a toJSON that throws", throwing],
    ["a bigint", { external_application_id: "1", begin_time: 1n }],
  ])("because it holds %s is rejected before anything is sent", async (_, body) => {
    const { fetch, creates } = scriptedFetch({});
    const call = createTestClient({ fetch }).externalInterviews.create(body as never);
    expect((await catchError(call, InvalidRequestError)).message).not.toContain("candidate");
    expect(creates).toEqual([]);
  });
});

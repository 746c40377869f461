import { beforeAll, expect, onTestFinished, test } from "vitest";
import { operations } from "../../generated/operations.js";
import { type Mock, startMock } from "../../scripts/mock/start-mock.js";
import { type OperationId, startFeishu } from "../../src/testing/index.js";
import { pages } from "../contract/page.js";
import { type Consumer, createConsumer } from "./support/consumer.js";
import { mustRun } from "./support/run.js";

const OFFICIAL_SDK = "@larksuiteoapi/node-sdk@1.74.0";

let consumer: Consumer;
beforeAll(async () => {
  consumer = await createConsumer(OFFICIAL_SDK);
});

interface Server {
  readonly baseUrl: string;
  readonly appId: string;
  readonly appSecret: string;
}

/** Runs calls of the official SDK, which must succeed, and parses the JSON that they print. */
async function runSdk({ baseUrl, appId, appSecret }: Server, calls: string): Promise<unknown> {
  const options = JSON.stringify({ appId, appSecret, domain: baseUrl });
  await consumer.write(
    "calls.mjs",
    `
    import { Client, LoggerLevel } from "@larksuiteoapi/node-sdk";
    const { hire } = new Client({ ...${options}, loggerLevel: LoggerLevel.error });
    const { externalApplication, externalInterview, externalInterviewAssessment } = hire.v1;
    const print = (value) => console.log(JSON.stringify(value));
    ${calls}`,
  );
  const printed = await mustRun("env", ["NO_PROXY=*", process.execPath, "calls.mjs"], consumer.folder);
  return JSON.parse(printed);
}

/** The official SDK's method for each operation but the token call, which it makes itself. */
const METHODS: { readonly [Id in OperationId]?: string } = {
  createExternalInterview: "externalInterview.create",
  queryExternalInterviews: "externalInterview.batchQuery",
  updateExternalInterview: "externalInterview.update",
  deleteExternalInterview: "externalInterview.delete",
  createExternalApplication: "externalApplication.create",
  listExternalApplications: "externalApplication.list",
  updateExternalApplication: "externalApplication.update",
  deleteExternalApplication: "externalApplication.delete",
  createExternalInterviewAssessment: "externalInterviewAssessment.create",
  updateExternalInterviewAssessment: "externalInterviewAssessment.patch",
};

test("the official SDK gets each page's response from the mock", async () => {
  const mock: Mock = await startMock({ port: 0 });
  onTestFinished(() => mock.close());
  const server = { baseUrl: mock.url, appId: "cli_mock", appSecret: "mock" };
  const path = {
    external_interview_id: "1",
    external_application_id: "1",
    external_interview_assessment_id: "1",
  };
  const calls = Object.entries(METHODS).map(([id, method]) => {
    const data = pages.find(({ operationId }) => operationId === id)?.request;
    const payload = { path, data, ...(id === "listExternalApplications" && { params: { talent_id: "1" } }) };
    return `${id}: await ${method}(${JSON.stringify(payload)})`;
  });
  const responses = await runSdk(server, `print({ ${calls.join(", ")} });`);
  expect(responses).toEqual(
    Object.fromEntries(pages.map(({ operationId, response }) => [operationId, response])),
  );
});

/** Every call of the API, each on the result of the one before it. Prints the ids and the result of a query. */
const CALLS = `
  const read = ({ code, data }, field) => {
    if (code !== 0) throw new Error(\`\${field}: \${code}\`);
    return field === undefined ? data : data[field];
  };
  const talent = { talent_id: "7001" };
  const application = read(await externalApplication.create({ data: { ...talent, external_id: "a1" } }), "external_application");
  const external_application_id = application.id;
  read(await externalApplication.update({ path: { external_application_id }, data: { ...talent, stage: "初筛" } }));
  const applications = read(await externalApplication.list({ params: { ...talent, page_size: 20 } }), "items");
  const data = { external_id: "i1", external_application_id };
  const external_interview_id = read(await externalInterview.create({ data }), "external_interview").id;
  const assessment = { external_interview_id, username: "张三" };
  const external_interview_assessment_id = read(
    await externalInterviewAssessment.create({ data: assessment }), "external_interview_assessment").id;
  read(await externalInterviewAssessment.patch({ path: { external_interview_assessment_id }, data: { conclusion: 2 } }));
  const byIds = { data: { external_interview_id_list: [external_interview_id] } };
  const interviews = read(await externalInterview.batchQuery(byIds), "items");
  read(await externalInterview.update({ path: { external_interview_id }, data: { external_application_id, begin_time: 1 } }));
  const updated = read(await externalInterview.batchQuery(byIds), "items");
  read(await externalInterview.delete({ path: { external_interview_id } }));
  const deleted = read(await externalInterview.batchQuery(byIds), "items");
  read(await externalApplication.delete({ path: { external_application_id } }));
  print({ applications, interviews, updated, deleted });
`;

test("the official SDK makes every call on the test server, and sees its effects", async () => {
  const feishu = await startFeishu();
  onTestFinished(() => feishu.close());
  const seen = await runSdk(feishu, CALLS);
  const id = expect.stringMatching(/^\d{19}$/);
  const interview = { external_application_id: id, id };
  expect(seen).toEqual({
    applications: [{ talent_id: "7001", stage: "初筛", id }],
    interviews: [{ ...interview, interview_assessments: [{ id, username: "张三", conclusion: 2 }] }],
    updated: [{ ...interview, begin_time: 1 }],
    deleted: [],
  });
  expect(new Set(feishu.requests.map(({ operationId }) => operationId))).toEqual(
    new Set(Object.keys(operations)),
  );
  expect([feishu.interviews, feishu.applications]).toEqual([[], []]);
});

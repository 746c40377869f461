import { readFileSync } from "node:fs";
import { parse, stringify } from "yaml";

const DOCS = { externalDocs: { url: "https://open.feishu.cn/document/server-docs/hire-v1" } };

const answer = (schema: string) => ({
  "200": { description: "Done.", content: { "application/json": { schema: ref(schema) } } },
});
const ref = (schema: string) => ({ $ref: `#/components/schemas/${schema}` });

const envelope = (data?: string) => ({
  type: "object",
  description: "The envelope.",
  required: ["code", "msg"],
  properties: { code: ref("Code"), msg: ref("Msg"), ...(data ? { data: ref(data) } : {}) },
});

/** DELETE and PUT of one interview, whose id stands in the path for both. */
const oneInterview = {
  parameters: [{ $ref: "#/components/parameters/ExternalInterviewId" }],
  delete: {
    ...DOCS,
    operationId: "deleteExternalInterview",
    summary: "Delete external interview (删除外部面试)",
    "x-sdk": { resource: "externalInterviews", method: "delete" },
    "x-rate-limit": { requests: 10, periodMs: 1000 },
    "x-scopes": ["hire:external_application"],
    responses: answer("Empty"),
  },
  put: {
    ...DOCS,
    operationId: "updateExternalInterview",
    summary: "Update external interview (更新外部面试)",
    "x-sdk": { resource: "externalInterviews", method: "update", result: ["data", "external_interview"] },
    "x-rate-limit": { requests: 10, periodMs: 1000 },
    "x-scopes": ["hire:external_application"],
    parameters: [{ name: "dry_run", in: "query", schema: { type: "boolean" } }],
    requestBody: {
      required: true,
      "x-content-type": "application/json; charset=utf-8",
      content: { "application/json": { schema: ref("ExternalInterviewCreate") } },
    },
    responses: answer("ExternalInterviewCreateResponse"),
  },
};

/** A resource of its own, whose call has nothing but a query. */
const applications = {
  get: {
    ...DOCS,
    operationId: "listExternalApplications",
    summary: "List external applications (查询外部投递列表)",
    "x-sdk": { resource: "externalApplications", method: "list", result: ["data"] },
    "x-rate-limit": { requests: 20, periodMs: 1000 },
    "x-scopes": ["hire:external_application"],
    parameters: [
      { name: "talent_id", in: "query", required: true, schema: { type: "string", minLength: 1 } },
      { name: "page_size", in: "query", schema: { type: "integer", minimum: 1, maximum: 20 } },
    ],
    responses: answer("ExternalApplicationListResponse"),
  },
};

/** The spec with three more operations of the same family: all that it takes to get their methods. */
export function specWithNewOperations(): string {
  const spec = parse(readFileSync(new URL("../../spec/openapi.yaml", import.meta.url), "utf8"));
  const { paths, components } = spec;
  paths["/open-apis/hire/v1/external_interviews/{external_interview_id}"] = oneInterview;
  paths["/open-apis/hire/v1/external_applications"] = applications;
  components.parameters = {
    ExternalInterviewId: {
      name: "external_interview_id",
      in: "path",
      required: true,
      schema: { type: "string", minLength: 1 },
    },
  };
  components.schemas.Empty = envelope();
  components.schemas.ExternalApplicationListResponse = envelope("ExternalApplicationPage");
  components.schemas.ExternalApplicationPage = {
    type: "object",
    description: "A page of external applications.",
    properties: { items: { type: "array", items: { type: "object" } }, has_more: { type: "boolean" } },
  };
  return stringify(spec);
}

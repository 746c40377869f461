import { stringify } from "yaml";
import { loadSpec } from "../../../scripts/generate/model/load-spec.js";
import { readSpecFile } from "../../../scripts/generate.js";

const DOCS = { externalDocs: { url: "https://open.feishu.cn/document/server-docs/hire-v1" } };

const response = (schema: string) => ({
  "200": { description: "Done.", content: { "application/json": { schema: ref(schema) } } },
});
const ref = (schema: string) => ({ $ref: `#/components/schemas/${schema}` });

const envelope = (data?: string) => ({
  type: "object",
  description: "The envelope.",
  required: ["code", "msg"],
  properties: { code: ref("Code"), msg: ref("Msg"), ...(data ? { data: ref(data) } : {}) },
});

/** DELETE and PUT of one offer. The path parameter belongs to the path, not to an operation. */
const oneOffer = {
  parameters: [{ $ref: "#/components/parameters/ExternalOfferId" }],
  delete: {
    ...DOCS,
    operationId: "deleteExternalOffer",
    summary: "Delete external offer (删除外部 Offer)",
    "x-sdk": { resource: "externalOffers", method: "delete" },
    "x-rate-limit": { requests: 10, periodMs: 1000 },
    security: [{ tenantAccessToken: ["hire:external_application"] }],
    responses: { "200": { $ref: "#/components/responses/Deleted" } },
  },
  put: {
    ...DOCS,
    operationId: "updateExternalOffer",
    summary: "Update external offer (更新外部 Offer)",
    "x-sdk": { resource: "externalOffers", method: "update", result: "/data/external_interview" },
    "x-rate-limit": { requests: 10, periodMs: 1000 },
    security: [{ tenantAccessToken: ["hire:external_application"] }],
    parameters: [{ name: "dry_run", in: "query", schema: { type: "boolean" } }],
    requestBody: {
      required: true,
      "x-content-type": "application/json; charset=utf-8",
      content: { "application/json": { schema: ref("ExternalInterviewCreate") } },
    },
    responses: response("ExternalInterviewResponse"),
  },
};

/** A resource whose only operation takes only a query. */
const offers = {
  get: {
    ...DOCS,
    operationId: "listExternalOffers",
    summary: "List external offers (查询外部 Offer 列表)",
    "x-sdk": { resource: "externalOfferLists", method: "list", result: "/data" },
    "x-rate-limit": { requests: 20, periodMs: 1000 },
    security: [{ tenantAccessToken: ["hire:external_application"] }],
    parameters: [
      { name: "talent_id", in: "query", required: true, schema: { type: "string", pattern: "^\\S" } },
      { name: "page_size", in: "query", schema: { type: "integer", minimum: 1, maximum: 20 } },
    ],
    responses: response("ExternalOfferListResponse"),
  },
};

/** Pages below a parameter of the path. */
const offerInterviews = {
  parameters: [{ $ref: "#/components/parameters/ExternalOfferId" }],
  get: {
    ...DOCS,
    operationId: "listOfferInterviews",
    summary: "List an offer's interviews (查询外部 Offer 的面试)",
    "x-sdk": {
      resource: "externalOffers",
      method: "listInterviews",
      result: "/data",
      requires: ["/data/has_more"],
    },
    "x-rate-limit": { requests: 20, periodMs: 1000 },
    "x-pagination": {
      type: "cursor",
      inputs: [
        { name: "page_token", in: "query", type: "cursor" },
        { name: "page_size", in: "query", type: "limit" },
      ],
      outputs: { results: "/data/items", nextCursor: "/data/page_token", hasMore: "/data/has_more" },
    },
    security: [{ tenantAccessToken: ["hire:external_application"] }],
    parameters: [
      { name: "page_size", in: "query", schema: { type: "integer", minimum: 1, maximum: 5 } },
      { name: "page_token", in: "query", schema: { type: "string" } },
    ],
    responses: response("ExternalInterviewPageResponse"),
  },
};

/** An operation that takes and returns nothing, of a resource that has no other. */
const purge = {
  post: {
    ...DOCS,
    operationId: "purgeOffers",
    summary: "Purge external offers (清空外部 Offer)",
    "x-sdk": { resource: "offerStore", method: "purge" },
    "x-rate-limit": { requests: 10, periodMs: 1000 },
    security: [{ tenantAccessToken: ["hire:external_application"] }],
    responses: { "200": { $ref: "#/components/responses/Deleted" } },
  },
};

/** Reads the spec with five more operations, which is all that their methods need. */
export function readSpecWithOffers(file: string): string {
  if (file !== "openapi.yaml") return readSpecFile(file);
  const spec = structuredClone(loadSpec(readSpecFile).document) as Document;
  const { paths, components } = spec;
  paths["/open-apis/hire/v1/external_offers/{external_offer_id}"] = oneOffer;
  paths["/open-apis/hire/v1/external_offers/{external_offer_id}/interviews"] = offerInterviews;
  paths["/open-apis/hire/v1/external_offer_store/purge"] = purge;
  paths["/open-apis/hire/v1/external_offer_lists"] = offers;
  components.parameters = {
    ...components.parameters,
    ExternalOfferId: {
      name: "external_offer_id",
      in: "path",
      required: true,
      schema: { type: "string", minLength: 1 },
    },
  };
  components.responses = { ...components.responses, Deleted: response("Empty")["200"] };
  components.schemas.Empty = envelope();
  components.schemas.ExternalOfferListResponse = envelope("ExternalOfferPage");
  components.schemas.ExternalOfferPage = {
    type: "object",
    description: "A page of external offers.",
    properties: { items: { type: "array", items: { type: "object" } }, has_more: { type: "boolean" } },
  };
  return stringify(spec);
}

interface Document {
  paths: Record<string, unknown>;
  components: {
    schemas: Record<string, unknown>;
    parameters?: Record<string, unknown>;
    responses?: Record<string, unknown>;
  };
}

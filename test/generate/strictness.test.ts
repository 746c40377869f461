import { describe, expect, it } from "vitest";
import { readSpecFile } from "../../scripts/generate.js";
import { INTERVIEWS, readChanged } from "./support/read-changed.js";

/** The part of a response's schema that leads to its result. */
const RESULT = `data:
      type: object
      description: The payload of a success.
      properties:
        external_interview:
          $ref: "#/ExternalInterview"
`;

const RESULT_UNDER_ALL_OF = `data:
      description: The payload of a success.
      allOf:
        - type: object
          properties:
            external_interview:
              $ref: "#/ExternalInterview"
`;

describe("the generator rejects, with the file and line,", () => {
  it.each([
    [
      "a misspelt extension",
      INTERVIEWS,
      "x-idempotency:",
      "x-idempotancy:",
      /external-interviews\.yaml:28: .*x-idempotancy/,
    ],
    [
      "a misspelt key",
      INTERVIEWS,
      "requires:",
      "requiers:",
      /external-interviews\.yaml:\d+: createExternalInterview: .*requiers/,
    ],
    [
      "a method without a limit",
      INTERVIEWS,
      / *x-rate-limit:\n.*\n.*\n/.exec(readSpecFile(INTERVIEWS))?.[0] ?? "",
      "",
      /createExternalInterview: has no x-rate-limit/,
    ],
    [
      "a limit with other keys",
      INTERVIEWS,
      "periodMs: 1000",
      "per: minute",
      /createExternalInterview: .*per/,
    ],
    [
      "a method with the name of another's pages",
      INTERVIEWS,
      "method: delete",
      "method: queryAll",
      /queryAll/,
    ],
    [
      "a resource with the name of a member of the client",
      INTERVIEWS,
      "resource: externalInterviews",
      "resource: appId",
      /external-interviews\.yaml:\d+: createExternalInterview: .*cannot be named appId/,
    ],
    [
      "a result that the response lacks",
      INTERVIEWS,
      "result: /data/external_interview",
      "result: /data/interview",
      /\/data\/interview/,
    ],
    [
      "a kind without a class",
      "errors/catalogue.yaml",
      "kind: server",
      "kind: notFound",
      /catalogue\.yaml:\d+: 1002001.*notFound/,
    ],
    [
      "an example of a code that the catalogue lacks",
      "examples/failures.yaml",
      "code: 1002102",
      "code: 1002201",
      /external-applications\.yaml:\d+: listExternalApplications: .*1002201/,
    ],
    [
      "a reference to nothing",
      INTERVIEWS,
      "#/ExternalInterviewCreate",
      "#/ExternalInterviewMake",
      /external-interviews\.yaml:\d+: .*ExternalInterviewMake/,
    ],
    [
      "two limits at once",
      INTERVIEWS,
      "      requests: 10\n      periodMs: 1000",
      "      - requests: 10\n        periodMs: 1000\n      - requests: 100\n        periodMs: 60000",
      /external-interviews\.yaml:\d+: createExternalInterview: .*x-rate-limit/,
    ],
    [
      "a parameter in a header",
      "parameters/parameters.yaml",
      "  name: page_size\n  in: query",
      "  name: page_size\n  in: header",
      /parameters\.yaml:\d+: queryExternalInterviews: page_size .*header/,
    ],
    [
      "a result under allOf",
      "schemas/external-interview.yaml",
      RESULT,
      RESULT_UNDER_ALL_OF,
      /external-interviews\.yaml:\d+: createExternalInterview: .*\/data\/external_interview/,
    ],
    ["a page without its items", INTERVIEWS, "results: /data/items", "results: /data/rows", /\/data\/rows/],
  ])("%s", (_, file, before, after, message) => {
    expect(readChanged(file, before, after)).toThrow(message);
  });
});

const CREATE = "../schemas/external-interview.yaml#/ExternalInterviewCreate";
const PATHS = /paths\/external-interviews\.yaml:\d+: /;
const SCHEMA = /schemas\/external-interview\.yaml:\d+: /;

describe("the generator rejects what nothing would read:", () => {
  it.each([
    [
      "x-idempotency under a body",
      INTERVIEWS,
      "      required: true\n",
      "      required: true\n      x-idempotency: {}\n",
    ],
    ["x-idempotency on a path", INTERVIEWS, "collection:\n", "collection:\n  x-idempotency: {}\n"],
    ["a header's name on an operation", INTERVIEWS, "    x-sdk:\n", "    x-ogw-sdk: true\n    x-sdk:\n"],
    ["a key twice", INTERVIEWS, "    x-sdk:\n", "    x-sdk: {}\n    x-sdk:\n"],
    ["HEAD", INTERVIEWS, "  put:\n", "  head:\n"],
    ["a misspelt method", INTERVIEWS, "  put:\n", "  puts:\n"],
    [
      "a reference to a component that does not exist",
      INTERVIEWS,
      CREATE,
      '"#/components/schemas/ExternalInterviewMade"',
    ],
    [
      "a reference into a component",
      INTERVIEWS,
      CREATE,
      '"#/components/schemas/ExternalInterview/properties/id"',
    ],
    ["a scheme that does not exist", INTERVIEWS, "- tenantAccessToken:", "- tenantToken:"],
    [
      "resultOptional without a result",
      INTERVIEWS,
      "method: delete\n",
      "method: delete\n      resultOptional: true\n",
    ],
    [
      "a cursor in the body",
      INTERVIEWS,
      "in: query\n          type: cursor",
      "in: body\n          type: cursor",
    ],
    ["pages that follow by offset", INTERVIEWS, "type: cursor\n      inputs", "type: offset\n      inputs"],
    ["items elsewhere", INTERVIEWS, "results: /data/items", "results: /other/items"],
    ["a misspelt keyword of OpenAPI", INTERVIEWS, "    security:\n", "    securty:\n"],
    ["an extension in capitals", INTERVIEWS, "    x-idempotency:\n", "    X-Idempotency:\n"],
    ["an operation that does not state its security", INTERVIEWS, / {4}security:\n( {6}.*\n)+/, ""],
    ["a server of one operation", INTERVIEWS, "    x-sdk:\n", "    servers: []\n    x-sdk:\n"],
    [
      "an operationId that cannot be the name of a constant",
      INTERVIEWS,
      "Id: deleteExternalInterview",
      "Id: delete",
    ],
    ["an example in place", INTERVIEWS, /\$ref: .*CreateRequestPage/, "value: {}"],
    [
      "an optional result with a part that is not",
      INTERVIEWS,
      "requires:",
      "resultOptional: true\n      requires:",
    ],
    [
      "pages that need not say whether there are more",
      INTERVIEWS,
      "      requires:\n        - /data/has_more\n",
      "",
    ],
    ["a list as hasMore", INTERVIEWS, "hasMore: /data/has_more", "hasMore: /data/items"],
  ])("%s", (_, file, before, after) => {
    expect(readChanged(file, before, after)).toThrow(PATHS);
  });

  it.each([
    ["x-pagination on a schema", "ExternalInterviewPage:\n", "ExternalInterviewPage:\n  x-pagination: {}\n"],
    ["a keyword beside a reference", "Status\n", "Status\n      minimum: 2\n"],
    ["a list of anything", /( {6})items:\n\1 {2}type: string\n(\1 {2}.*\n)+/, ""],
    ["uniqueItems", "      maxItems: 20", "      maxItems: 20\n      uniqueItems: true"],
    ["exclusiveMinimum", "      minimum: 0\n", "      exclusiveMinimum: 0\n"],
    [
      "minProperties",
      "  additionalProperties: false\n",
      "  additionalProperties: false\n  minProperties: 2\n",
    ],
    ["oneOf", "  additionalProperties: false\n", "  additionalProperties: false\n  oneOf: []\n"],
    ["a misspelt keyword", "  required:\n", "  requried:\n"],
    ["a requirement of no property", "    - external_application_id\n", "    - external_aplication_id\n"],
    ["a body that takes any field", "  additionalProperties: false\n", ""],
    [
      "a body that holds itself",
      "./external-interview-assessment.yaml#/ExternalInterviewAssessmentInput",
      '"#/ExternalInterviewCreate"', // without quotes, YAML takes it for a comment
    ],
  ])("%s", (_, before, after) => {
    expect(readChanged("schemas/external-interview.yaml", before, after)).toThrow(SCHEMA);
  });

  it.each([
    ["a method that is no identifier", "method: delete", "method: delete-it"],
    ["a method that every object has", "method: delete", "method: constructor"],
    ["a resource without a method", "      method: delete\n", ""],
    [
      "x-sdk without a value",
      / {4}x-sdk:\n.*\n {6}method: delete\n/.exec(readSpecFile(INTERVIEWS))?.[0] ?? "",
      "    x-sdk:\n",
    ],
  ])("%s, with the operation", (_, before, after) => {
    expect(readChanged(INTERVIEWS, before, after)).toThrow(
      /external-interviews\.yaml:\d+: deleteExternalInterview: /,
    );
  });

  it("a field that is both in the query and in the body", () => {
    const field = "    page_size:\n      type: integer\n    external_interview_id_list:\n";
    expect(
      readChanged("schemas/external-interview.yaml", "    external_interview_id_list:\n", field),
    ).toThrow(/external-interviews\.yaml:\d+: queryExternalInterviews: page_size/);
  });
});

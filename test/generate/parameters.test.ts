import { expect, it } from "vitest";
import { INTERVIEWS, readChanged } from "./support/read-changed.js";

const PARAMETERS = "parameters/parameters.yaml";
const SCHEMAS = "schemas/external-interview.yaml";
const PAGE_TOKEN = "      - $ref: ../parameters/parameters.yaml#/PageToken\n";

it.each([
  [
    "a list in the query",
    INTERVIEWS,
    "          type: string\n          minLength: 1\n",
    "          type: array\n          items:\n            type: string\n",
    /external_application_id/,
  ],
  ["a parameter twice", INTERVIEWS, PAGE_TOKEN, PAGE_TOKEN.repeat(2), /page_token/],
  [
    "a parameter that the path does not have",
    PARAMETERS,
    "name: external_interview_id\n",
    "name: interview_id\n",
    /interview_id/,
  ],
  [
    "a parameter in a style of its own",
    PARAMETERS,
    "name: page_size\n",
    "name: page_size\n  style: pipeDelimited\n",
    /style/,
  ],
  ["a parameter without a schema", PARAMETERS, / {2}schema:\n( {4}.*\n)+/, "", /schema/],
  [
    "a parameter with the name of a function's own variable",
    PARAMETERS,
    "name: external_interview_id\n",
    "name: client\n",
    /cannot be named client/,
  ],
  ["two cursors", INTERVIEWS, "type: limit", "type: cursor", /cursor/],
  ["a page size without a maximum", PARAMETERS, "    maximum: 20\n", "", /page_size/],
  [
    "a list to send in parts without a maximum",
    SCHEMAS,
    '        example: "6960663240925956660"\n      maxItems: 20\n',
    '        example: "6960663240925956660"\n',
    /external_interview_id_list/,
  ],
  [
    "items without a name",
    SCHEMAS,
    '        $ref: "#/ExternalInterview"\n    page_token',
    "        type: object\n    page_token",
    /\$ref/,
  ],
  [
    "a parameter both of the path and of an operation",
    INTERVIEWS,
    "    operationId: updateExternalInterview\n",
    "    operationId: updateExternalInterview\n    parameters:\n      - $ref: ../parameters/parameters.yaml#/ExternalInterviewId\n",
    /external_interview_id .*twice/,
  ],
  [
    "a body that is not JSON",
    INTERVIEWS,
    "        application/json:\n          schema:\n            $ref: ../schemas/external-interview.yaml#/ExternalInterviewCreate",
    "        multipart/form-data:\n          schema:\n            $ref: ../schemas/external-interview.yaml#/ExternalInterviewCreate",
    /application\/json/,
  ],
])("the generator rejects %s, with the line", (_, file, before, after, message) => {
  const read = readChanged(file, before, after);
  expect(read).toThrow(
    /(parameters|external-interviews)\.yaml:\d+: (create|query|update|delete)ExternalInterviews?: /,
  );
  expect(read).toThrow(message);
});

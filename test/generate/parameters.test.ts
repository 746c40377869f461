import { expect, it } from "vitest";
import { INTERVIEWS, readChanged } from "./support/read-changed.js";

it.each([
  [
    "a list in the query",
    "parameters/parameters.yaml",
    "    type: integer\n    format: int32\n",
    "    type: array\n",
    /parameters\.yaml:\d+: queryExternalInterviews: page_size .*array/,
  ],
  [
    "a parameter both of the path and of an operation",
    INTERVIEWS,
    "    operationId: updateExternalInterview\n",
    "    operationId: updateExternalInterview\n    parameters:\n      - $ref: ../parameters/parameters.yaml#/ExternalInterviewId\n",
    /external-interviews\.yaml:\d+: updateExternalInterview: .*external_interview_id .*twice/,
  ],
  [
    "a body that is not JSON",
    INTERVIEWS,
    "        application/json:\n          schema:\n            $ref: ../schemas/external-interview.yaml#/ExternalInterviewCreate",
    "        multipart/form-data:\n          schema:\n            $ref: ../schemas/external-interview.yaml#/ExternalInterviewCreate",
    /external-interviews\.yaml:\d+: createExternalInterview: .*application\/json body/,
  ],
])("the generator rejects %s, with the operation and the line", (_, file, before, after, message) => {
  expect(readChanged(file, before, after)).toThrow(message);
});

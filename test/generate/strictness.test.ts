import { describe, expect, it } from "vitest";
import { readModel } from "../../scripts/generate/model/read-model.js";
import { readSpecFile } from "../../scripts/generate.js";

const INTERVIEWS = "paths/external-interviews.yaml";

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

/** Reads the spec with one text of one file replaced. */
function readChanged(file: string, before: string, after: string): () => unknown {
  const changed = readSpecFile(file).replace(before, after);
  expect(changed).not.toBe(readSpecFile(file));
  return () => readModel((name) => (name === file ? changed : readSpecFile(name)));
}

describe("the generator rejects, with the file and line,", () => {
  it.each([
    [
      "a misspelt extension",
      INTERVIEWS,
      "x-idempotency:",
      "x-idempotancy:",
      /external-interviews\.yaml:\d+: .*x-idempotancy/,
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
      "a window of zero hours",
      INTERVIEWS,
      "windowHours: 24",
      "windowHours: 0",
      /external-interviews\.yaml:\d+: .*windowHours/,
    ],
    ["a key field that the body lacks", INTERVIEWS, "field: external_id", "field: other_id", /other_id/],
    [
      "two methods with the same name",
      INTERVIEWS,
      "method: delete",
      "method: update",
      /both externalInterviews\.update/,
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
      /cannot be named appId/,
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
      /external-interviews\.yaml:\d+: createExternalInterview: x-rate-limit/,
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

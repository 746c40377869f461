import { describe, expect, it } from "vitest";
import { readModel } from "../../scripts/generate/model/model.js";
import { readSpecFile } from "../../scripts/generate.js";

const INTERVIEWS = "paths/external-interviews.yaml";

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
    ["a limit in other words", INTERVIEWS, "periodMs: 1000", "per: minute", /createExternalInterview: .*per/],
    ["a key field that the body lacks", INTERVIEWS, "field: external_id", "field: other_id", /other_id/],
    [
      "two methods of one name",
      INTERVIEWS,
      "method: delete",
      "method: update",
      /both externalInterviews\.update/,
    ],
    ["a method of the name of another's pages", INTERVIEWS, "method: delete", "method: queryAll", /queryAll/],
    [
      "a resource that a client has already",
      INTERVIEWS,
      "resource: externalInterviews",
      "resource: raw",
      /cannot be named raw/,
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
    ["a page without its items", INTERVIEWS, "results: /data/items", "results: /data/rows", /\/data\/rows/],
  ])("%s", (_, file, before, after, message) => {
    expect(readChanged(file, before, after)).toThrow(message);
  });
});

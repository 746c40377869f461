import { expect, it } from "vitest";
import { INTERVIEWS, readChanged } from "./support/read-changed.js";

const ID = "operationId: deleteExternalInterview";
const RESOURCE = "resource: externalInterviews";

it.each([
  ["a method that another operation has", "method: delete", "method: update"],
  ["a method that the pages of another have", "method: delete", "method: queryAll"],
  ["a resource with the name of a property", RESOURCE, "resource: baseUrl"],
  ["a resource with the name of a model", RESOURCE, "resource: externalInterview"],
  ["an operationId that another has", ID, "operationId: updateExternalInterview"],
  ["an operationId that the package uses", ID, "operationId: toUpdate"],
  ["an operationId that is the function of pages", ID, "operationId: queryAllExternalInterviews"],
])("the generator refuses %s, with the operation", (_, before, after) => {
  expect(readChanged(INTERVIEWS, before, after)).toThrow(
    /external-interviews\.yaml:\d+: (\w+ExternalInterviews?|toUpdate): /,
  );
});

import { expect, it } from "vitest";
import { INTERVIEWS, readChanged } from "./support/read-changed.js";

const ID = "operationId: deleteExternalInterview";
const RESOURCE = "resource: externalInterviews";

it.each([
  ["a method that another operation has", "method: delete", "method: update"],
  ["a method that the pages of another have", "method: delete", "method: queryAll"],
  ["a resource with the name of a property", RESOURCE, "resource: baseUrl"],
  ["a resource with the name of a type", RESOURCE, "resource: callOptions"],
  ["a resource with the name of a model", RESOURCE, "resource: externalInterview"],
  ["an operationId that another has", ID, "operationId: updateExternalInterview"],
  ["an operationId that the package uses", ID, "operationId: toUpdate"],
  ["an operationId that is the function of pages", ID, "operationId: queryAllExternalInterviews"],
])("the generator refuses %s, with the operation", (_, before, after) => {
  expect(readChanged(INTERVIEWS, before, after)).toThrow(
    /external-interviews\.yaml:\d+: (\w+ExternalInterviews?|toUpdate): /,
  );
});

it.each([
  ["of a type of the package", "Client"],
  ["of a check", "Object"],
  ["that no type can have", "interview-page"],
])("the generator refuses a model with the name %s, with the line", (_, name) => {
  expect(readChanged("schemas/external-interview.yaml", /\bExternalInterviewPage\b/g, name)).toThrow(
    /schemas\/external-interview\.yaml:\d+: /,
  );
});

it("the generator refuses a field and a parameter whose names have a hyphen, with the line", () => {
  expect(readChanged("schemas/external-interview.yaml", /\bbegin_time:/, "begin-time:")).toThrow(
    /schemas\/external-interview\.yaml:\d+: /,
  );
  expect(readChanged("parameters/parameters.yaml", "name: page_size", "name: page-size")).toThrow(
    /parameters\/parameters\.yaml:\d+: /,
  );
});

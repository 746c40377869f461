import { expect, it } from "vitest";
import { formatLimit } from "../../scripts/generate/docs/operation-facts.js";
import { INTERVIEWS, readChanged } from "./support/read-changed.js";

it.each([
  [
    "a limit of half a request",
    "requests: 10",
    "requests: 9.5",
    /external-interviews\.yaml:\d+: createExternalInterview: x-rate-limit/,
  ],
  [
    "a limit without a period",
    "periodMs: 1000",
    "periodMs: 0",
    /external-interviews\.yaml:\d+: createExternalInterview: x-rate-limit/,
  ],
  [
    "two scopes at once",
    "          - hire:external_application\n",
    "          - hire:external_application\n          - hire:other\n",
    /external-interviews\.yaml:\d+: createExternalInterview: .*security/,
  ],
  [
    "no scheme among the alternatives",
    "    security:\n",
    "    security:\n      - {}\n",
    /external-interviews\.yaml:\d+: createExternalInterview: .*security/,
  ],
  [
    "a window of a read",
    "readOnly: true",
    "readOnly: true\n      windowHours: 24",
    /external-interviews\.yaml:\d+: queryExternalInterviews: .*windowHours/,
  ],
  [
    "a window of zero hours",
    "windowHours: 24",
    "windowHours: 0",
    /external-interviews\.yaml:\d+: .*windowHours/,
  ],
  [
    "a key field that the body lacks",
    "field: external_id",
    "field: other_id",
    /external-interviews\.yaml:\d+: .*other_id/,
  ],
  [
    "a key field that is a list",
    "field: external_id",
    "field: interview_assessments",
    /external-interviews\.yaml:\d+: createExternalInterview: .*interview_assessments/,
  ],
  [
    "what a repeat returns, in a word of its own",
    "repeatResponse: undocumented",
    "repeatResponse: unknown",
    /external-interviews\.yaml:\d+: createExternalInterview: .*repeatResponse/,
  ],
  [
    "what a repeat returns, of a read",
    "readOnly: true",
    "readOnly: true\n      repeatResponse: undocumented",
    /external-interviews\.yaml:\d+: queryExternalInterviews: .*repeatResponse/,
  ],
])("the generator rejects %s, with the line", (_, before, after, message) => {
  expect(readChanged(INTERVIEWS, before, after)).toThrow(message);
});

it.each([
  [60_000, "10 a minute", "10 次/分钟"],
  [10_000, "10 in 10 seconds", "10 次/10 秒"],
])("a limit per %i ms is described in words", (periodMs, en, zh) => {
  const [operation] = readChanged(INTERVIEWS, "periodMs: 1000", `periodMs: ${periodMs}`)().operations;
  expect(operation && [formatLimit(operation, "en"), formatLimit(operation, "zh")]).toEqual([en, zh]);
});

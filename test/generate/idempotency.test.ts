import { expect, it } from "vitest";
import { INTERVIEWS, readChanged } from "./support/read-changed.js";

it.each([
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

import { afterEach, describe, expect, it, vi } from "vitest";
import { type OperationId, operations } from "../../generated/operations.js";
import { registerChineseAdvice } from "../../src/errors/advice.js";
import { BadParameterError, type FeishuHire, PermissionError } from "../../src/index.js";
import { registerChinese } from "../../src/zh.js";
import { catchError, createTestClient } from "../support/hire.js";
import { failure, scriptedFetch } from "../support/scripted-fetch.js";

afterEach(() => registerChineseAdvice({}));

const APPLICATION = { external_application_id: "1" };
const calls: [id: OperationId, ids: string[], call: (hire: FeishuHire) => Promise<unknown>][] = [
  [
    "createExternalInterview",
    ["external_application_id"],
    (hire) => hire.externalInterviews.create(APPLICATION),
  ],
  [
    "updateExternalInterview",
    ["external_interview_id", "external_application_id"],
    (hire) => hire.externalInterviews.update("7", APPLICATION),
  ],
  ["deleteExternalInterview", ["external_interview_id"], (hire) => hire.externalInterviews.delete("7")],
  ["listExternalApplications", ["talent_id"], (hire) => hire.externalApplications.list({ talent_id: "7" })],
];

async function failWith(code: number, call: (hire: FeishuHire) => Promise<unknown>) {
  const { fetch } = scriptedFetch({ create: [failure(code, 400)] });
  return catchError(
    call(createTestClient({ fetch })),
    code === 1002002 ? BadParameterError : PermissionError,
  );
}

describe("the advice of an error", () => {
  it.each(calls)("names the ids that %s takes: %s", async (id, ids, call) => {
    const { advice, docUrl, message } = await failWith(1002002, call);
    expect(advice?.en).toContain(`(${ids.join(", ")})`);
    expect(message).toContain(advice?.en);
    expect(docUrl).toBe(operations[id].docUrl);
  });

  it("has no Chinese until Chinese is registered", async () => {
    const [, ids = [], call] = calls[1] ?? [];
    if (!call) throw new Error("no call");
    expect((await failWith(1002002, call)).advice?.zh).toBeUndefined();
    registerChinese();
    const { advice, message } = await failWith(1002002, call);
    expect(advice?.zh).toContain(`（${ids.join("、")}）`);
    expect(message).not.toContain(advice?.zh);
  });

  it("is Chinese too once another copy of the package has registered it", async () => {
    vi.resetModules();
    const copy = await import("../../src/zh.js");
    expect(copy.registerChinese).not.toBe(registerChinese);
    copy.registerChinese();
    const { advice } = await failWith(1002002, (hire) => hire.externalInterviews.delete("7"));
    expect(advice?.zh).toContain("external_interview_id");
  });

  it("leads to the page of a code that has one of its own", async () => {
    const { docUrl } = await failWith(99991401, (hire) => hire.externalInterviews.delete("7"));
    expect(docUrl).toMatch(/generic-error-code$/);
  });
});

import { describe, expect, it } from "vitest";
import { addFacts } from "../../scripts/docs/add-facts.js";
import { readModel } from "../../scripts/generate/model/read-model.js";
import { METHODS, type PathItem } from "../../scripts/generate/model/spec.js";
import { readSpecFile } from "../../scripts/generate.js";
import type { Language } from "../../src/messages/language.js";

const model = readModel(readSpecFile);

/** The lines that a page shows below an operation's own description. */
function listAdded(id: string, language: Language): string[] {
  const find = (paths: Record<string, PathItem>) =>
    Object.values(paths)
      .flatMap((item) => METHODS.map((method) => item[method]))
      .find((raw) => raw?.operationId === id)?.description ?? "";
  const { paths } = model.spec;
  return find(addFacts(paths, model, language))
    .slice(find(paths).length)
    .trim()
    .split("\n");
}

describe("a page of the HTTP API", () => {
  it("shows a limit in words, and that a repeat is safe but its response undocumented", () => {
    expect(listAdded("deleteExternalApplication", "en")).toEqual([
      "- Rate limit: 20 a minute.",
      "- Permission: `hire:external_application`.",
      "- Repeats: safe, since a second request has the same effect as one. What a repeated request returns is not documented.",
    ]);
    expect(listAdded("deleteExternalApplication", "zh")).toEqual([
      "- 频率限制：20 次/分钟。",
      "- 权限要求：`hire:external_application`。",
      "- 重复请求：安全，重复请求与一次请求的效果相同。重复请求返回什么，飞书文档没有说明。",
    ]);
  });

  it("shows alternative scopes, and what only reads", () => {
    expect(listAdded("queryExternalInterviews", "en")).toEqual([
      "- Rate limit: 10 a second.",
      "- Permission: `hire:external_application` or `hire:external_application:readonly`.",
      "- Repeats: safe, since it only reads.",
    ]);
  });

  it("shows neither a limit nor a permission of an operation without them", () => {
    expect(listAdded("getTenantAccessToken", "zh")).toEqual([
      "- 重复请求：安全，重复请求与一次请求的效果相同。",
    ]);
  });

  it.each([
    ["createExternalInterview", "若传 `external_id`，24 小时内可安全重复"],
    ["createExternalInterviewAssessment", "结果不明时不可重复：`external_id` 有效多久"],
    ["updateExternalInterviewAssessment", "结果不明时不可重复。"],
  ])("shows when a repeat of %s is safe", (id, text) => {
    expect(listAdded(id, "zh")[2]).toContain(text);
  });
});

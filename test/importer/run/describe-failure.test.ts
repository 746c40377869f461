import { beforeAll, describe, expect, it } from "vitest";
import { describeErrorName, describeFailure } from "../../../src/importer/index.js";
import { classifyFailure } from "../../../src/importer/run/outcome.js";
import * as client from "../../../src/index.js";
import { ErrorCode, FeishuHire, FeishuHireError } from "../../../src/index.js";
import type { FaultKind } from "../../../src/testing/index.js";
import { registerChinese } from "../../../src/zh.js";
import { catchError } from "../../support/hire.js";
import { startTestFeishu } from "../../testing/feishu.js";

beforeAll(registerChinese);

async function fail(fault: FaultKind): Promise<FeishuHireError> {
  const feishu = await startTestFeishu();
  feishu.faults.push(fault);
  const hire = new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock, maxRetries: false });
  return catchError(hire.externalInterviews.create({ external_application_id: "7" }), FeishuHireError);
}

const ENGLISH_WORDS = /[a-z]{3,} [a-z]{2,} [a-z]{2,}/i;

describe("a failed call", () => {
  it.each([
    [{ kind: "failure", code: ErrorCode.MissingScope }, ["99991672", "https://"]],
    [{ kind: "failure", code: ErrorCode.AppDisabled }, ["99991662"]],
    [{ kind: "failure", code: 1_999_999 }, ["1999999"]],
    [{ kind: "reset" }, ["ECONNRESET"]],
    [{ kind: "html" }, ["502", "FEISHU_BASE_URL"]],
  ] as const)("is described in Chinese, and in English by its own message: %j", async (fault, parts) => {
    const error = await fail(fault);
    const phrase = describeFailure(error);
    expect(phrase.format("en")).toBe(error.message);
    for (const part of parts) expect(phrase.format("zh")).toContain(part);
    expect(phrase.format("zh")).not.toMatch(ENGLISH_WORDS);
  });
});

it("lists scopes that are missing as a language does", async () => {
  const msg =
    "One of the following scopes is required: [hire:a, hire:b]. https://open.feishu.cn/app/x/auth?q=hire:a";
  const body = JSON.stringify({ code: ErrorCode.MissingScope, msg });
  const described = describeFailure(await fail({ kind: "raw", status: 400, body }));
  expect(described.format("zh")).toContain("hire:a、hire:b");
});

it.each([
  ["no such id.", "no such id"],
  ["没有这个 ID。 ", "没有这个 ID"],
  ["v1.2", "v1.2"],
])("a text of Feishu's ends without a full stop: %j", async (msg, trimmed) => {
  const error = await fail({ kind: "failure", code: 1_999_999, msg });
  const described = describeFailure(error).format("zh");
  expect(described.endsWith(trimmed)).toBe(true);
  expect(classifyFailure(error, false)).toMatchObject({
    rejection: { reason: { params: { msg: trimmed } } },
  });
});

describe("the name of an error's class", () => {
  it("has a Chinese translation, for each class of error", () => {
    const names = Object.keys(client).filter((name) => /Error$/.test(name) && name !== "FeishuHireError");
    const unknown = names.filter((name) => !/\p{Script=Han}/u.test(describeErrorName(name).format("zh")));
    expect(names.length).toBeGreaterThan(10);
    expect(unknown).toEqual([]);
  });

  it("is itself in English, as is one that is not known in Chinese", () => {
    expect(describeErrorName("RateLimitError").format("en")).toBe("RateLimitError");
    expect(describeErrorName("OtherError").format("zh")).toBe("OtherError");
  });
});

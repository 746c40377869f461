import { expect, test } from "vitest";
import { ErrorCode } from "../../src/index.js";
import type { DuplicateResponse } from "../../src/testing/index.js";
import { create, startTestFeishu } from "./feishu.js";

const DAY_MS = 24 * 3_600_000;
const body = {
  external_id: "7",
  external_application_id: "2",
  interview_assessments: [{ username: "王小明", content: "好" }],
};

test("stores the body, and responds with ids and without the external_id", async () => {
  const feishu = await startTestFeishu();
  const response = await create(feishu, body);
  const [kept] = feishu.interviews;
  expect(kept).toMatchObject({ externalId: "7", body });
  expect(kept?.interview).not.toHaveProperty("external_id");
  expect(kept?.interview.interview_assessments).toEqual([
    { id: expect.stringMatching(/^\d{19}$/), username: "王小明", content: "好" },
  ]);
  expect(response.json.data).toEqual({ external_interview: kept?.interview });
});

test("keeps what was added, whatever becomes of the lists that it was added with", async () => {
  const feishu = await startTestFeishu();
  const options = ["a"];
  const assessment = { assessment_dimension_list: [{ assessment_type: 4 as const, options }] };
  feishu.addInterview({ external_application_id: "2", interview_assessments: [assessment] });
  options.push("b");
  expect(feishu.interviews[0]?.interview.interview_assessments).toMatchObject([
    { assessment_dimension_list: [{ options: ["a"] }] },
  ]);
});

test("creates an interview for every request without external_id", async () => {
  const feishu = await startTestFeishu();
  await create(feishu, { external_application_id: "2" });
  await create(feishu, { external_application_id: "2" });
  expect(feishu.interviewCount).toBe(2);
  expect(feishu.interviewsByExternalId).toEqual(new Map());
});

const systemError = { code: ErrorCode.SystemError, status: 500 };
const duplicates: [DuplicateResponse, object][] = [
  [
    "firstResult",
    { status: 200, json: { code: 0, data: { external_interview: { id: expect.any(String) } } } },
  ],
  ["emptySuccess", { status: 200, json: { code: 0, data: {} } }],
  [{ code: ErrorCode.BadParameter }, { status: 400, json: { code: ErrorCode.BadParameter } }],
  [
    { code: 1002999, status: 409 },
    { status: 409, json: { code: 1002999 } },
  ],
  [systemError, { status: 500, json: { code: ErrorCode.SystemError } }],
];
test.each(duplicates)(
  "one external_id creates one interview in 24 hours; the next create gets %o",
  async (duplicate, expected) => {
    const feishu = await startTestFeishu({ duplicate });
    await create(feishu, body);
    feishu.clock.advance(DAY_MS - 60_000);
    expect(await create(feishu, body)).toMatchObject(expected);
    expect(feishu.interviewCount).toBe(1);
    feishu.clock.advance(60_000);
    expect((await create(feishu, body)).json.code).toBe(0);
    expect(feishu.interviewCount).toBe(2);
    expect(feishu.interviewsByExternalId).toEqual(new Map([["7", 2]]));
  },
);

test("a rejected request leaves its external_id unused", async () => {
  const feishu = await startTestFeishu();
  await create(feishu, { ...body, begin_time: -1 });
  expect((await create(feishu, body)).json.code).toBe(0);
});

test("keeps only counts with record: counts", async () => {
  const feishu = await startTestFeishu({ record: "counts" });
  const first = await create(feishu, body);
  const again = await create(feishu, body);
  expect(feishu).toMatchObject({ interviewCount: 1, interviews: [], requests: [] });
  expect(feishu.requestCounts).toMatchObject({ createExternalInterview: 2, getTenantAccessToken: 2 });
  expect(feishu.interviewsByExternalId).toEqual(new Map([["7", 1]]));
  expect(readId(again.json)).toBe(readId(first.json));
});

function readId(envelope: Record<string, unknown>): string {
  return JSON.stringify(envelope.data).match(/"id":"(69\d{13}0000)"/)?.[1] ?? "none";
}

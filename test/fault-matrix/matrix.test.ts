import { describe, type ExpectStatic, test } from "vitest";
import { FeishuHire, FeishuHireError } from "../../src/index.js";
import type { TestFeishu } from "../../src/testing/index.js";
import { feishuFor } from "../testing/feishu.js";
import { type Meaning, type Row, rows } from "./rows.js";

/** How a call ends: with the interview, or with the row's error. */
interface Ending {
  readonly is: "created" | "failed";
  readonly attempts: number;
  readonly mayHaveSucceeded?: boolean;
}

interface Endings {
  readonly withId: Ending;
  readonly withoutId: Ending;
}

const createdAtSecond: Ending = { is: "created", attempts: 2 };
const refusedAtOnce: Ending = { is: "failed", attempts: 1, mayHaveSucceeded: false };
const openAtOnce: Ending = { is: "failed", attempts: 1, mayHaveSucceeded: true };

/** What becomes of a call that meets a fault once. */
const ONCE: Record<Meaning, Endings> = {
  perhaps: { withId: createdAtSecond, withoutId: openAtOnce },
  refused: { withId: refusedAtOnce, withoutId: refusedAtOnce },
  limit: { withId: createdAtSecond, withoutId: createdAtSecond },
  token: { withId: createdAtSecond, withoutId: createdAtSecond },
};

/** The first try and four retries. */
const openAfterAll: Ending = { is: "failed", attempts: 5, mayHaveSucceeded: true };
/** A minute of waiting, a second each time. */
const limitedAfterAll: Ending = { is: "failed", attempts: 61, mayHaveSucceeded: false };
const rejectedTwice: Ending = { is: "failed", attempts: 2, mayHaveSucceeded: false };

/** What becomes of a call that meets a fault again and again. */
const ALWAYS: Record<Meaning, Endings> = {
  perhaps: { withId: openAfterAll, withoutId: openAtOnce },
  refused: { withId: refusedAtOnce, withoutId: refusedAtOnce },
  limit: { withId: limitedAfterAll, withoutId: limitedAfterAll },
  token: { withId: rejectedTwice, withoutId: rejectedTwice },
};

interface Cell {
  readonly row: Row;
  readonly stored: boolean;
  readonly externalId: boolean;
  readonly always: boolean;
}

/** Only a fault that leaves it open can befall a request that was carried out: the others say that it was not. */
const cells: Cell[] = rows.flatMap((row) =>
  (row.meaning === "perhaps" ? [false, true] : [false]).flatMap((stored) =>
    [true, false].flatMap((externalId) =>
      [false, true].map((always) => ({ row, stored, externalId, always })),
    ),
  ),
);

function describeCell({ row, stored, externalId, always }: Cell): string {
  return `${row.name}, ${always ? "always" : "once"}, ${externalId ? "with" : "without"} external_id, ${stored ? "stored" : "not stored"}`;
}

describe("the fault matrix", () => {
  const named = cells.map((cell) => [describeCell(cell), cell] as const);
  test.concurrent.for(named)("%s", async ([, cell], { expect, onTestFinished }) => {
    const { row, stored, externalId, always } = cell;
    const feishu = await feishuFor({ rateLimit: false, ...row.server }, onTestFinished);
    const fault = { ...row.trouble, applied: stored };
    feishu.faults.push({ ...fault, times: always ? Number.POSITIVE_INFINITY : 1 });
    const ending = (always ? ALWAYS : ONCE)[row.meaning][externalId ? "withId" : "withoutId"];

    const result = await createOnce(feishu, externalId, row);

    const interviews = ending.is === "created" || stored ? 1 : 0;
    expect(feishu.interviews).toHaveLength(interviews);
    expect(feishu.requestCounts.createExternalInterview).toBe(ending.attempts);
    if (ending.is === "created") expect(result).toEqual(feishu.interviews[0]?.interview);
    else expectFailure(expect, result, { ending, cell, feishu });
  });
});

function createOnce(feishu: TestFeishu, externalId: boolean, { error }: Row): Promise<unknown> {
  const hire = new FeishuHire({
    ...feishu.clientOptions,
    clock: feishu.clock,
    // An attempt that is not to be timed out has all the time that a busy machine takes.
    timeoutMs: error.name === "TimeoutError" ? 400 : 20_000,
  });
  const id = externalId ? { external_id: "7" } : {};
  return hire.externalInterviews
    .create({ ...id, external_application_id: "2" })
    .catch((reason: unknown) => reason);
}

function expectFailure(
  expect: ExpectStatic,
  result: unknown,
  { ending, cell: { row }, feishu }: { ending: Ending; cell: Cell; feishu: TestFeishu },
): void {
  if (!(result instanceof FeishuHireError)) throw new Error("the call did not fail", { cause: result });
  const logId = row.logged ? feishu.requests.at(-1)?.logId : undefined;
  const { name, attempts, mayHaveSucceeded } = result;
  expect({ name, attempts, mayHaveSucceeded }).toEqual({
    name: row.error.name,
    attempts: ending.attempts,
    mayHaveSucceeded: ending.mayHaveSucceeded,
  });
  expect({ code: "code" in result ? result.code : undefined }).toEqual({ code: row.code });
  expect({ logId: "logId" in result ? result.logId : undefined }).toEqual({ logId });
  expect(result.message.includes("mayHaveSucceeded")).toBe(ending.mayHaveSucceeded);
}

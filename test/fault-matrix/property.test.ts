import fc from "fast-check";
import { expect, test } from "vitest";
import { ErrorCode, type ExternalInterview, FeishuHire, FeishuHireError } from "../../src/index.js";
import { type DuplicateResponse, type Fault, startFeishu, type TestFeishu } from "../../src/testing/index.js";
import { type Meaning, rows } from "./rows.js";

/** Bodies above this are refused, so that a huge one can be small. */
const MAX_RESPONSE_BYTES = 10_000;

/** Hanging takes real time; what it leaves open, a reset leaves open too. */
function troubles(...meanings: Meaning[]): Fault[] {
  return rows
    .filter(({ meaning, error }) => meanings.includes(meaning) && error.name !== "TimeoutError")
    .map(({ trouble }) =>
      trouble.kind === "huge" ? { ...trouble, bytes: 2 * MAX_RESPONSE_BYTES } : trouble,
    );
}

const openFault = fc
  .tuple(fc.constantFrom(...troubles("perhaps")), fc.constantFrom(true, false, "idOnly" as const))
  .map(([trouble, applied]): Fault => ({ ...trouble, applied }));
const plainFault = fc.constantFrom(...troubles("refused", "limit", "token"));
const tokenFault = fc
  .constantFrom(...troubles("perhaps", "refused", "limit"))
  .map((trouble): Fault => ({ ...trouble, operationId: "getTenantAccessToken" }));
const script = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: openFault },
    { weight: 3, arbitrary: plainFault },
    { weight: 1, arbitrary: tokenFault },
  ),
  { maxLength: 12 },
);

const duplicate = fc.constantFrom<DuplicateResponse>(
  "firstInterview",
  "successWithoutInterview",
  { code: ErrorCode.BadParameter },
  { code: 1_002_999, status: 200 },
  { code: ErrorCode.SystemError, status: 500 },
);

/** Calls with external_id, without, and two at once with the same. */
const calls = fc.array(fc.constantFrom("withId", "withoutId", "twice"), { minLength: 1, maxLength: 5 });

test("under any script of faults, no call makes two interviews, and none lies about what it made", async () => {
  await fc.assert(
    fc.asyncProperty(script, duplicate, calls, async (faults, duplicate, kinds) => {
      const feishu = await startFeishu({ duplicate });
      try {
        feishu.faults.push(...faults);
        await Promise.all(callsOf(feishu, kinds).map((call) => expectTheTruth(feishu, call)));
      } finally {
        await feishu.close();
      }
    }),
    { numRuns: 150 },
  );
});

interface Call {
  readonly applicationId: string;
  /** Whether this call alone can have made the interview. */
  readonly alone: boolean;
  readonly ending: Promise<ExternalInterview | FeishuHireError>;
}

function callsOf(feishu: TestFeishu, kinds: readonly string[]): Call[] {
  const hire = new FeishuHire({
    ...{ ...feishu.clientOptions, clock: feishu.clock, maxResponseBytes: MAX_RESPONSE_BYTES },
  });
  return kinds.flatMap((kind, i) => {
    const external_application_id = `application-${i}`;
    const id = kind === "withoutId" ? {} : { external_id: `interview-${i}` };
    const alone = kind !== "twice";
    return Array.from({ length: alone ? 1 : 2 }, () => ({
      ...{ applicationId: external_application_id, alone },
      ending: hire.externalInterviews.create({ ...id, external_application_id }).catch(ownError),
    }));
  });
}

function ownError(error: unknown): FeishuHireError {
  if (error instanceof FeishuHireError) return error;
  throw error;
}

async function expectTheTruth(feishu: TestFeishu, { applicationId, alone, ending }: Call): Promise<void> {
  const result = await ending;
  const made = feishu.interviews.filter(({ body }) => body.external_application_id === applicationId);
  expect(made.length).toBeLessThanOrEqual(1);
  if (!(result instanceof FeishuHireError)) expect(result.id).toBe(made[0]?.interview.id);
  else if (alone && !result.mayHaveSucceeded) expect(made).toEqual([]);
}

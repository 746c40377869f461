import fc from "fast-check";
import { expect, test } from "vitest";
import { ErrorCode, type ExternalInterview, FeishuHire, FeishuHireError } from "../../src/index.js";
import { type DuplicateResponse, type Fault, startFeishu, type TestFeishu } from "../../src/testing/index.js";
import { type Meaning, rows } from "./rows.js";

/** A small maximum, so that a huge response can be small too. */
const MAX_RESPONSE_BYTES = 10_000;

/** Selects faults, without timeouts, which take real time and are no more ambiguous than a reset. */
function selectFaults(...meanings: Meaning[]): Fault[] {
  return rows
    .filter(({ meaning, error }) => meanings.includes(meaning) && error.name !== "TimeoutError")
    .map(({ fault }) => (fault.kind === "huge" ? { ...fault, bytes: 2 * MAX_RESPONSE_BYTES } : fault));
}

const ambiguousFault = fc
  .tuple(fc.constantFrom(...selectFaults("ambiguous")), fc.constantFrom(true, false, "idOnly" as const))
  .map(([fault, applied]): Fault => ({ ...fault, applied }));
const plainFault = fc.constantFrom(...selectFaults("rejected", "limit", "token"));
const tokenFault = fc
  .constantFrom(...selectFaults("ambiguous", "rejected", "limit"))
  .map((fault): Fault => ({ ...fault, operationId: "getTenantAccessToken" }));
const script = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: ambiguousFault },
    { weight: 3, arbitrary: plainFault },
    { weight: 1, arbitrary: tokenFault },
  ),
  { maxLength: 12 },
);

const duplicate = fc.constantFrom<DuplicateResponse>(
  "firstResult",
  "emptySuccess",
  { code: ErrorCode.BadParameter },
  { code: 1_002_999, status: 200 },
  { code: ErrorCode.SystemError, status: 500 },
);

/** Calls with external_id, without, and two at once with the same. */
const calls = fc.array(fc.constantFrom("withId", "withoutId", "twice"), { minLength: 1, maxLength: 5 });

test("under any script of faults, no call creates two interviews or misreports what it created", async () => {
  await fc.assert(
    fc.asyncProperty(script, duplicate, calls, async (faults, duplicate, kinds) => {
      const feishu = await startFeishu({ duplicate });
      try {
        feishu.faults.push(...faults);
        await Promise.all(startCalls(feishu, kinds).map((call) => expectTruthfulEnding(feishu, call)));
      } finally {
        await feishu.close();
      }
    }),
    { numRuns: 150 },
  );
});

interface Call {
  readonly applicationId: string;
  /** Whether no other call can have created the interview. */
  readonly alone: boolean;
  readonly ending: Promise<ExternalInterview | FeishuHireError>;
}

function startCalls(feishu: TestFeishu, kinds: readonly string[]): Call[] {
  const hire = new FeishuHire({
    ...feishu.clientOptions,
    clock: feishu.clock,
    maxResponseBytes: MAX_RESPONSE_BYTES,
  });
  return kinds.flatMap((kind, i) => {
    const external_application_id = `application-${i}`;
    const id = kind === "withoutId" ? {} : { external_id: `interview-${i}` };
    const alone = kind !== "twice";
    return Array.from({ length: alone ? 1 : 2 }, () => ({
      applicationId: external_application_id,
      alone,
      ending: hire.externalInterviews.create({ ...id, external_application_id }).catch(keepOwnError),
    }));
  });
}

function keepOwnError(error: unknown): FeishuHireError {
  if (error instanceof FeishuHireError) return error;
  throw error;
}

async function expectTruthfulEnding(
  feishu: TestFeishu,
  { applicationId, alone, ending }: Call,
): Promise<void> {
  const result = await ending;
  const created = feishu.interviews.filter(({ body }) => body.external_application_id === applicationId);
  expect(created.length).toBeLessThanOrEqual(1);
  if (!(result instanceof FeishuHireError)) expect(result.id).toBe(created[0]?.interview.id);
  else if (alone && !result.mayHaveSucceeded) expect(created).toEqual([]);
}

import { operations } from "../../generated/operations.js";
import type { CallOptions, FeishuHire } from "../../src/index.js";
import type { OperationId, TestFeishu } from "../../src/testing/index.js";

/** Records that exist before the call. */
export interface Seed {
  readonly applicationId: string;
}

export function seed(feishu: TestFeishu): Seed {
  const applicationId = "2";
  feishu.addInterview({ external_application_id: applicationId });
  return { applicationId };
}

export interface Call {
  /** @param key fields that make a create idempotent */
  readonly send: (
    hire: FeishuHire,
    seed: Seed,
    key: { external_id?: string },
    options: CallOptions,
  ) => Promise<unknown>;
  /** Whether the server shows the effect of the call. Reads have none. */
  readonly hasEffect: (feishu: TestFeishu, seed: Seed) => boolean;
}

/** Every operation that carries a token. The compiler names one that is missing. */
export const calls: Readonly<Record<Exclude<OperationId, "getTenantAccessToken">, Call>> = {
  createExternalInterview: {
    send: (hire, { applicationId }, key, options) =>
      hire.externalInterviews.create({ ...key, external_application_id: applicationId }, options),
    hasEffect: ({ interviews }) => exactlyOne(interviews.length - 1),
  },
};

/** @throws Error if something was created twice: no script of faults may do that */
function exactlyOne(count: number): boolean {
  if (count > 1) throw new Error(`created ${count} times`);
  return count === 1;
}

/** An operation as the matrix calls it: a create with and without its key. */
export interface Variant {
  readonly operationId: keyof typeof calls;
  readonly withKey: boolean;
}

export const variants: readonly Variant[] = Object.keys(calls)
  .filter(isCalled)
  .flatMap((operationId) =>
    typeof operations[operationId].idempotency === "object"
      ? [true, false].map((withKey) => ({ operationId, withKey }))
      : [{ operationId, withKey: false }],
  );

function isCalled(operationId: string): operationId is keyof typeof calls {
  return Object.hasOwn(calls, operationId);
}

import { operations } from "../../generated/operations.js";
import type { CallOptions, FeishuHire } from "../../src/index.js";
import type { OperationId, TestFeishu } from "../../src/testing/index.js";

/** Records that exist before the call. */
export interface Seed {
  readonly applicationId: string;
  readonly interviewId: string;
  readonly assessmentId: string;
}

const TALENT = "7001";

/** Adds an application and an interview with an assessment. */
export function seed(feishu: TestFeishu): Seed {
  const { id: applicationId } = feishu.addApplication({ talent_id: TALENT });
  const { id: interviewId, interview_assessments = [] } = feishu.addInterview({
    external_application_id: applicationId,
    interview_assessments: [{ username: "张三" }],
  });
  const assessmentId = interview_assessments[0]?.id;
  if (assessmentId === undefined) throw new Error("the interview has no assessment");
  return { applicationId, interviewId, assessmentId };
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

/** Every operation that carries a token. The compiler names a missing one. */
export const calls: Readonly<Record<Exclude<OperationId, "getTenantAccessToken">, Call>> = {
  createExternalInterview: {
    send: (hire, { applicationId }, key, options) =>
      hire.externalInterviews.create({ ...key, external_application_id: applicationId }, options),
    hasEffect: ({ interviews }) => wasCreatedOnce(interviews.length - 1),
  },
  queryExternalInterviews: {
    send: (hire, { applicationId }, _, options) =>
      hire.externalInterviews.query({ external_application_id: applicationId }, options),
    hasEffect: () => false,
  },
  updateExternalInterview: {
    send: (hire, { interviewId, applicationId }, _, options) =>
      hire.externalInterviews.update(
        interviewId,
        { external_application_id: applicationId, begin_time: 1 },
        options,
      ),
    hasEffect: ({ interviews }) => interviews[0]?.interview.begin_time === 1,
  },
  deleteExternalInterview: {
    send: (hire, { interviewId }, _, options) => hire.externalInterviews.delete(interviewId, options),
    hasEffect: ({ interviews }) => interviews.length === 0,
  },
  createExternalApplication: {
    send: (hire, _, key, options) => hire.externalApplications.create({ ...key, talent_id: TALENT }, options),
    hasEffect: ({ applications }) => wasCreatedOnce(applications.length - 1),
  },
  listExternalApplications: {
    send: (hire, _, _key, options) => hire.externalApplications.list({ talent_id: TALENT }, options),
    hasEffect: () => false,
  },
  updateExternalApplication: {
    send: (hire, { applicationId }, _, options) =>
      hire.externalApplications.update(applicationId, { talent_id: TALENT, stage: "初筛" }, options),
    hasEffect: ({ applications }) => applications[0]?.application.stage === "初筛",
  },
  deleteExternalApplication: {
    send: (hire, { applicationId }, _, options) =>
      hire.externalApplications.delete(applicationId, {}, options),
    hasEffect: ({ applications }) => applications.length === 0,
  },
  createExternalInterviewAssessment: {
    send: (hire, { interviewId }, key, options) =>
      hire.externalInterviewAssessments.create({ ...key, external_interview_id: interviewId }, options),
    hasEffect: ({ interviews }) =>
      wasCreatedOnce((interviews[0]?.interview.interview_assessments ?? []).length - 1),
  },
  updateExternalInterviewAssessment: {
    send: (hire, { assessmentId }, _, options) =>
      hire.externalInterviewAssessments.update(assessmentId, { username: "李四" }, options),
    hasEffect: ({ interviews }) => interviews[0]?.interview.interview_assessments?.[0]?.username === "李四",
  },
};

/** @throws Error if something was created twice, which no script of faults may cause */
function wasCreatedOnce(count: number): boolean {
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

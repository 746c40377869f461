import type { ExternalInterviewCreate } from "../../../src/index.js";
import type { TestFeishu } from "../../../src/testing/index.js";

/** An interview under a key: the same for the same arguments. */
export function buildInterview(key: string, content = `how ${key} went`): ExternalInterviewCreate {
  return {
    external_id: key,
    external_application_id: `application of ${key}`,
    interview_assessments: [{ username: "Lin Xia", content }],
  };
}

/** `count` interviews: `i1`, `i2`, and so on. */
export function buildInterviews(count: number): ExternalInterviewCreate[] {
  return Array.from({ length: count }, (_, i) => buildInterview(`i${i + 1}`));
}

/** An interview without a key. */
export function buildWithoutKey(application: string, content = "went well"): ExternalInterviewCreate {
  return { external_application_id: application, interview_assessments: [{ content }] };
}

/** Feishu's id of the interview under a key. */
export function findId(feishu: TestFeishu, key: string): string {
  return feishu.interviews.find(({ externalId }) => externalId === key)?.interview.id ?? "";
}

export async function* toStream<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

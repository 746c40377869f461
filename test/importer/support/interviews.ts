import type { ExternalInterviewCreate } from "../../../src/index.js";

/** An interview under a key; the same each time that it is asked for. */
export function interview(key: string, content = `how ${key} went`): ExternalInterviewCreate {
  return {
    external_id: key,
    external_application_id: `application of ${key}`,
    interview_assessments: [{ username: "Lin Xia", content }],
  };
}

/** `count` interviews: `i1`, `i2`, and so on. */
export function interviews(count: number): ExternalInterviewCreate[] {
  return Array.from({ length: count }, (_, i) => interview(`i${i + 1}`));
}

/** An interview that came without a key. */
export function withoutKey(application: string, content = "went well"): ExternalInterviewCreate {
  return { external_application_id: application, interview_assessments: [{ content }] };
}

export async function* streamOf<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

import type { ExternalInterviewCreate, FeishuHire } from "../index.js";
import { inputFromBodies } from "./input/from-bodies.js";
import type { InterviewInput } from "./input/rows/interview-row.js";
import { Job } from "./job/job.js";
import type { Outcome } from "./run/outcome.js";
import type { Report } from "./run/report.js";
import { Run } from "./run/run.js";
import type { MaxRejects } from "./run/stop-rule.js";

export interface ImportOptions {
  readonly client: FeishuHire;
  /** The job's directory. Run again with the same, the import goes on where it ended. */
  readonly jobDir: string;
  /** Stops the run: nothing more is sent, and what is in flight comes to its end. */
  readonly signal?: AbortSignal;
  /** A name for the system that the interviews come from; needed where interviews have no `external_id`. */
  readonly idNamespace?: string;
  /** How many requests may be in flight. @default 320: what 10 a second need at an answer after 30 s */
  readonly concurrency?: number;
  /** When rejections stop the run. @default 10 percent, judged after 100 */
  readonly maxRejects?: MaxRejects;
  /** About how many interviews will come, so that memory need not grow later. */
  readonly expectedCount?: number;
  /** Wall-clock milliseconds; for tests. @default Date.now */
  readonly now?: () => number;
}

/**
 * Imports interviews: each ends as created, rejected, unknown, skipped or not attempted, never lost, never twice.
 *
 * Outcomes come as they are known, which is not in the order of the input. The report is the generator's return
 * value; it is in the job's directory too.
 *
 * @param source request bodies, or what `readInterviews` reads from a file
 * @throws JobError if the job cannot start or go on
 */
export async function* importInterviews(
  source: AsyncIterable<ExternalInterviewCreate> | InterviewInput,
  options: ImportOptions,
): AsyncGenerator<Outcome, Report> {
  const { client, jobDir: folder, now = Date.now } = options;
  const { appId, baseUrl } = client;
  const input = inputFromBodies(source);
  const job = await Job.open({
    folder,
    appId,
    baseUrl,
    source: options.idNamespace,
    timeZone: input.timeZone,
    expected: options.expectedCount,
    now,
  });
  try {
    return yield* new Run(job, input, options).outcomes();
  } finally {
    await job.close();
  }
}

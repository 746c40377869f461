import { systemClock } from "../clock.js";
import type { ExternalInterviewCreate } from "../index.js";
import type { ImportOptions } from "./import-options.js";
import { inputFromBodies } from "./input/from-bodies.js";
import type { InterviewInput } from "./input/rows/interview-row.js";
import { Job } from "./job/job.js";
import type { Outcome } from "./run/outcome.js";
import type { Report } from "./run/report/report.js";
import { Run } from "./run/run.js";

/**
 * Imports interviews. Each ends as created, updated, rejected, unknown, skipped or not attempted: none is lost, and
 * none is created twice.
 *
 * Outcomes are yielded as they are known, not in the order of the input. The generator returns the report, which is
 * also in the job directory.
 *
 * @param source request bodies, or what `readInterviews` reads from a file
 * @throws JobError if the job cannot start or continue
 */
export async function* importInterviews(
  source: AsyncIterable<ExternalInterviewCreate> | InterviewInput,
  options: ImportOptions,
): AsyncGenerator<Outcome, Report> {
  const { client, idNamespace, clock = systemClock, language = "en" } = options;
  const { appId, baseUrl } = client;
  const input = inputFromBodies(source);
  const { timeZone, mapping } = input;
  const now = () => clock.now();
  const job = await Job.open({ ...options, appId, baseUrl, idNamespace, timeZone, mapping, now });
  try {
    return yield* new Run(job, input, { ...options, language }).outcomes();
  } finally {
    await job.close();
  }
}

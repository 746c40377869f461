import {
  type ImportOptions,
  type InterviewInput,
  importInterviews,
  type Outcome,
  type OutcomeKind,
  type Report,
} from "../../../src/importer/index.js";
import { type ClientOptions, type ExternalInterviewCreate, FeishuHire } from "../../../src/index.js";
import type { TestFeishu } from "../../../src/testing/index.js";
import { type InEnglish, inEnglish } from "./in-english.js";
import { streamOf } from "./interviews.js";

/** All that a run reported. */
export interface FinishedRun {
  readonly outcomes: InEnglish<Outcome>[];
  readonly report: InEnglish<Report>;
}

export interface RunOptions extends Partial<ImportOptions> {
  readonly clientOptions?: ClientOptions;
}

/** A client whose waits only turn the server's clock, and which does not pace. */
export function clientOf(feishu: TestFeishu, options: ClientOptions = {}): FeishuHire {
  return new FeishuHire({
    ...feishu.clientOptions,
    clock: feishu.clock,
    rateLimiter: false,
    ...options,
  });
}

/** Imports, and records what becomes of each. Outages are not waited out, unless the options say so. */
export async function runImport(
  feishu: TestFeishu,
  job: string,
  source: Iterable<ExternalInterviewCreate> | InterviewInput,
  { clientOptions, ...options }: RunOptions = {},
): Promise<FinishedRun> {
  const input = "formatRejected" in source ? source : streamOf(source);
  const client = clientOf(feishu, clientOptions);
  const { clock } = feishu;
  return finish(importInterviews(input, { client, jobDir: job, clock, maxOutageMs: 0, ...options }));
}

export async function finish(run: ReturnType<typeof importInterviews>): Promise<FinishedRun> {
  const outcomes: InEnglish<Outcome>[] = [];
  for (;;) {
    const { done, value } = await run.next();
    if (done) return { outcomes, report: inEnglish(value) };
    outcomes.push(inEnglish(value));
  }
}

/** The keys that came to an end of this kind, in order. */
export function keysOf({ outcomes }: FinishedRun, kind: OutcomeKind): (string | undefined)[] {
  return outcomes
    .filter((outcome) => outcome.kind === kind)
    .map(({ key }) => key)
    .sort();
}

/** What was said of a key. */
export function reasonOf({ outcomes }: FinishedRun, key: string): string | undefined {
  const outcome = outcomes.find((one) => one.key === key);
  if (outcome?.kind === "rejected") return outcome.rejection.reason;
  return outcome && "reason" in outcome ? outcome.reason : undefined;
}

import {
  type ImportOptions,
  type InterviewInput,
  importInterviews,
  type Outcome,
  type OutcomeKind,
  type Report,
} from "../../../src/importer/index.js";
import type { Phrase } from "../../../src/importer/messages/phrase.js";
import { type ClientOptions, type ExternalInterviewCreate, FeishuHire } from "../../../src/index.js";
import type { TestFeishu } from "../../../src/testing/index.js";
import { toStream } from "./interviews.js";

/** What a run has yielded and returned. */
export interface FinishedRun {
  readonly outcomes: Outcome[];
  readonly report: Report;
}

export interface RunOptions extends Partial<ImportOptions> {
  readonly clientOptions?: ClientOptions;
}

/** Creates a client whose waits only advance the server's clock, and which has no rate limit. */
export function createClient(feishu: TestFeishu, options: ClientOptions = {}): FeishuHire {
  return new FeishuHire({
    ...feishu.clientOptions,
    clock: feishu.clock,
    rateLimiter: false,
    ...options,
  });
}

/** Imports, and collects the outcomes. Outages are not waited out, unless the options say so. */
export async function runImport(
  feishu: TestFeishu,
  job: string,
  source: Iterable<ExternalInterviewCreate> | InterviewInput,
  { clientOptions, ...options }: RunOptions = {},
): Promise<FinishedRun> {
  const input = "formatRejected" in source ? source : toStream(source);
  const client = createClient(feishu, clientOptions);
  const { clock } = feishu;
  return finishRun(importInterviews(input, { client, jobDir: job, clock, maxOutageMs: 0, ...options }));
}

export async function finishRun(run: ReturnType<typeof importInterviews>): Promise<FinishedRun> {
  const outcomes: Outcome[] = [];
  for (;;) {
    const { done, value } = await run.next();
    if (done) return { outcomes, report: value };
    outcomes.push(value);
  }
}

/** Lists the keys whose outcome is of this kind, sorted. */
export function listKeys({ outcomes }: FinishedRun, kind: OutcomeKind): (string | undefined)[] {
  return outcomes
    .filter((outcome) => outcome.kind === kind)
    .map(({ key }) => key)
    .sort();
}

/** Finds the reason of a key's first outcome, or of its first outcome of this kind. */
export function findReason({ outcomes }: FinishedRun, key: string, kind?: OutcomeKind): Phrase | undefined {
  const outcome = outcomes.find((one) => one.key === key && (kind === undefined || one.kind === kind));
  if (outcome?.kind === "rejected") return outcome.rejection.reason;
  return outcome && "reason" in outcome ? outcome.reason : undefined;
}

import { join } from "node:path";
import type { ExternalInterviewCreate, FeishuHire } from "../index.js";
import { asInput } from "./as-input.js";
import { InFlight } from "./in-flight.js";
import { InputError } from "./input/input-error.js";
import type { InterviewInput, InterviewRow } from "./input/interview-row.js";
import { Job, type Sending } from "./job.js";
import { judge, notSent, type Outcome } from "./outcome.js";
import { OutcomeFile, writeKeyFiles, writeReport } from "./outcome-files.js";
import { type Report, type RunEnd, Tally } from "./report.js";
import { tellStep } from "./steps.js";
import { type MaxRejects, StopRule } from "./stop-rule.js";

export interface ImportOptions {
  readonly client: FeishuHire;
  /** The job's directory. Run again with the same, the import goes on where it ended. */
  readonly job: string;
  /** Stops the run: nothing more is sent, and what is in flight comes to its end. */
  readonly signal?: AbortSignal;
  /** A name for the system that the interviews come from; needed where interviews have no `external_id`. */
  readonly source?: string;
  /** How many requests may be in flight. @default 320: what 10 a second need at an answer after 30 s */
  readonly concurrency?: number;
  /** When rejections stop the run. @default 10 percent, judged after 100 */
  readonly maxRejects?: MaxRejects;
  /** About how many interviews will come, so that memory need not grow later. */
  readonly expected?: number;
  /** Wall-clock milliseconds; for tests. @default Date.now */
  readonly now?: () => number;
}

/** Ten a second, each unanswered for as long as `timeoutMs` by default allows, and some in the queue. */
const DEFAULT_CONCURRENCY = 320;
/** So many wait for their place, so that the lane never stands empty. */
const AHEAD = 32;

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
  const { client, job: folder, now = Date.now } = options;
  const { appId, baseUrl } = client;
  const input = asInput(source);
  const job = await Job.open({
    folder,
    appId,
    baseUrl,
    source: options.source,
    timeZone: input.timeZone,
    expected: options.expected,
    now,
  });
  try {
    return yield* new Run(job, input, options).outcomes();
  } finally {
    await job.close();
  }
}

/** One run over the input. */
class Run {
  readonly #job: Job;
  readonly #input: InterviewInput;
  readonly #options: ImportOptions;
  readonly #inFlight: InFlight<Outcome>;
  readonly #rejected: OutcomeFile;
  readonly #tally = new Tally();
  readonly #stopRule: StopRule;
  readonly #startedAt = new Date();
  #stop: { end: RunEnd; reason: string } | undefined;

  constructor(job: Job, input: InterviewInput, options: ImportOptions) {
    const { concurrency = DEFAULT_CONCURRENCY, maxRejects = { percent: 10 } } = options;
    this.#job = job;
    this.#input = input;
    this.#options = options;
    this.#inFlight = new InFlight({ concurrency, ahead: Math.min(AHEAD, concurrency) });
    this.#stopRule = new StopRule(maxRejects);
    this.#rejected = new OutcomeFile(join(job.folder, `rejected.${input.rejectedFormat}`));
  }

  async *outcomes(): AsyncGenerator<Outcome, Report> {
    const { signal } = this.#options;
    const interrupt = () => this.#end("interrupted", "it was interrupted");
    if (signal?.aborted) interrupt();
    signal?.addEventListener("abort", interrupt, { once: true });
    const rows = this.#readable();
    let next: ReturnType<typeof rows.next> | undefined;
    try {
      while (!this.#stop) {
        const finished = this.#inFlight.takeFinished();
        for (const outcome of finished) yield this.#account(outcome);
        // While the consumer had them, more may have finished.
        if (finished.length > 0) continue;
        // The source may make wait; what finishes meanwhile is told, and a stop is heard.
        next ??= rows.next();
        const row = await Promise.race([next, this.#inFlight.change()]);
        if (!row) continue;
        next = undefined;
        if (row.done) break;
        this.#tally.take(row.value);
        const outcome = await this.#handle(row.value);
        if (outcome) yield outcome;
      }
      for await (const finished of this.#inFlight.drain()) yield this.#account(finished);
      return await this.#report();
    } finally {
      signal?.removeEventListener("abort", interrupt);
      this.#inFlight.stop(); // where the consumer leaves early, too
      const closed = rows.return(undefined);
      // Where it still makes wait, the source closes when it gets to it.
      if (next) closed.catch(() => {});
      else await closed;
      await this.#inFlight.settled();
      await this.#rejected.discard();
    }
  }

  /** The input, as far as it can be read. */
  async *#readable(): AsyncGenerator<InterviewRow> {
    try {
      yield* this.#input;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.#end("cannotGoOn", error.message);
    }
  }

  /** The row's outcome, counted, or nothing if it was sent. */
  async #handle(row: InterviewRow): Promise<Outcome | undefined> {
    const { line } = row;
    const decision = this.#job.decide(row);
    switch (decision.do) {
      case "reject":
      case "conflict": {
        const { key, rejection } = decision;
        await this.#writeRejected(row, rejection);
        const outcome = { kind: "rejected", line, key, rejection } as const;
        return decision.do === "conflict" ? this.#count(outcome) : this.#account(outcome);
      }
      case "stop":
        this.#end("cannotGoOn", decision.reason);
        return this.#count({ kind: "notAttempted", line, key: undefined, reason: decision.reason });
      case "skip":
        return this.#count({ kind: "skipped", line, key: decision.key, reason: decision.reason });
      // What was not sent again says nothing of how the others fare.
      case "unknown":
        return this.#count({ kind: "unknown", line, key: decision.key, reason: decision.reason });
      case "send":
        await this.#inFlight.roomForOneMore();
        if (this.#stop) {
          const { key, openSinceMs } = decision.sending;
          return this.#count({ line, key, ...notSent(openSinceMs !== undefined) });
        }
        this.#inFlight.start((left, signal) => this.#send(decision.sending, left, signal));
        return undefined;
    }
  }

  async #send(sending: Sending, left: () => void, signal: AbortSignal): Promise<Outcome> {
    const { key, row, openSinceMs } = sending;
    const { line } = row;
    let intended = false;
    const beforeSend = async () => {
      this.#job.expectInTime(sending);
      if (!intended) await this.#job.intend(sending);
      intended = true;
      if (!signal.aborted) left();
    };
    try {
      const body = { ...row.body, external_id: key };
      const { id } = await this.#options.client.externalInterviews.create(body, { signal, beforeSend });
      tellStep("afterAnswer", key);
      await this.#job.record({ type: "created", key, id });
      return { kind: "created", line, key, id };
    } catch (error) {
      const verdict = judge(error, openSinceMs !== undefined);
      if (verdict.kind === "rejected") {
        const { rejection } = verdict;
        await this.#job.record({ type: "rejected", key, reason: rejection.reason });
        await this.#writeRejected(row, rejection);
        return { kind: "rejected", line, key, rejection };
      }
      const { kind, reason, stop } = verdict;
      if (stop !== undefined) this.#end("cannotGoOn", stop);
      if (intended)
        await this.#job.record(
          kind === "unknown" ? { type: "unknown", key, reason } : { type: "notSent", key },
        );
      return { kind, line, key, reason };
    }
  }

  async #writeRejected(
    row: InterviewRow,
    rejection: Parameters<InterviewInput["formatRejected"]>[1],
  ): Promise<void> {
    const header = this.#rejected.lines === 0 ? this.#input.rejectedHeader : "";
    await this.#rejected.write(header + this.#input.formatRejected(row, rejection));
  }

  /** Counts an outcome, and ends the run if it is one too many of its kind. */
  #account(outcome: Outcome): Outcome {
    const stop = this.#stopRule.after(outcome);
    if (stop) this.#end(stop.end, stop.reason);
    return this.#count(outcome);
  }

  #count(outcome: Outcome): Outcome {
    this.#tally.outcomes[outcome.kind]++;
    return outcome;
  }

  /** Ends the run: the first reason counts. What has left comes to its end, what waits does not leave. */
  #end(end: RunEnd, reason: string): void {
    this.#stop ??= { end, reason };
    this.#inFlight.stop();
  }

  async #report(): Promise<Report> {
    tellStep("beforeReport");
    const keys = await writeKeyFiles(this.#job.folder);
    await this.#rejected.finish();
    const report: Report = {
      end: this.#stop?.end ?? "finished",
      ...(this.#stop && { reason: this.#stop.reason }),
      read: this.#tally.read,
      ...this.#tally.outcomes,
      createdInAll: keys.created,
      unknownNotReached: Math.max(0, keys.unknown - this.#tally.outcomes.unknown),
      warnings: [...this.#input.warnings, ...this.#tally.warnings],
      startedAt: this.#startedAt.toISOString(),
      finishedAt: new Date().toISOString(),
    };
    await writeReport(this.#job.folder, report);
    this.#tally.check();
    tellStep("afterReport");
    return report;
  }
}

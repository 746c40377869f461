import { join } from "node:path";
import type { ImportOptions } from "../import-interviews.js";
import { InputError } from "../input/input-error.js";
import type { InterviewInput, InterviewRow, Rejection } from "../input/rows/interview-row.js";
import type { Job, Sending } from "../job/job.js";
import { tellStep } from "../trace.js";
import { judge, notSent, type Outcome } from "./outcome.js";
import { OutcomeFile, writeKeyFiles, writeReport } from "./outcome-files.js";
import { type Report, type RunStatus, Tally } from "./report.js";
import { InFlight, type Way } from "./send-queue.js";
import { type Stop, StopRule } from "./stop-rule.js";

/** Ten a second, each unanswered for as long as `timeoutMs` by default allows, and some in the queue. */
const DEFAULT_CONCURRENCY = 320;
/** So many wait for their place, so that the lane never stands empty. */
const AHEAD = 32;

/** What a row that was sent has come to, and the stretch of rows that it stands in. */
interface Answered {
  readonly outcome: Outcome;
  readonly stretch: number;
}

/** One run over the input. */
export class Run {
  readonly #job: Job;
  readonly #input: InterviewInput;
  readonly #options: ImportOptions;
  readonly #inFlight: InFlight<Answered>;
  readonly #rejected: OutcomeFile;
  readonly #tally = new Tally();
  readonly #stopRule: StopRule;
  readonly #startedAt = new Date();
  #stop: { end: RunStatus; reason: string } | undefined;

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
        for (const answered of finished) yield this.#account(answered);
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
      for await (const answered of this.#inFlight.drain()) yield this.#account(answered);
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
      this.#end("failed", error.message);
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
        await this.#writeRejected(row, key, rejection);
        const outcome = { kind: "rejected", line, key, rejection } as const;
        if (decision.do === "reject") this.#endAfter(this.#stopRule.refused(outcome));
        return this.#count(outcome);
      }
      case "stop":
        this.#end("failed", decision.reason);
        return this.#count({ kind: "notAttempted", line, key: undefined, reason: decision.reason });
      case "skip":
      case "twin":
        if (decision.do === "skip") this.#stopRule.skipped();
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
        this.#start(decision.sending);
        return undefined;
    }
  }

  #start(sending: Sending): void {
    const stretch = this.#stopRule.sent();
    this.#inFlight.start(async (way) => ({ outcome: await this.#send(sending, way), stretch }));
  }

  async #send(sending: Sending, { signal, left, cameBack }: Way): Promise<Outcome> {
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
      const { id } = await this.#options.client.externalInterviews.create(body, {
        signal,
        beforeSend,
        onRetry: cameBack,
      });
      tellStep("afterAnswer", key);
      await this.#job.record({ type: "created", key, id });
      return { kind: "created", line, key, id };
    } catch (error) {
      const verdict = judge(error, openSinceMs !== undefined);
      if (verdict.kind === "rejected") {
        const { rejection } = verdict;
        await this.#job.record({ type: "rejected", key, reason: rejection.reason });
        await this.#writeRejected(row, key, rejection);
        return { kind: "rejected", line, key, rejection };
      }
      const { kind, reason, stop } = verdict;
      if (stop !== undefined) this.#end("failed", stop);
      if (intended)
        await this.#job.record(
          kind === "unknown" ? { type: "unknown", key, reason } : { type: "notSent", key },
        );
      return { kind, line, key, reason };
    }
  }

  async #writeRejected(row: InterviewRow, key: string | undefined, rejection: Rejection): Promise<void> {
    const withKey = row.externalId === undefined ? { ...rejection, key } : rejection;
    const header = this.#rejected.lines === 0 ? this.#input.rejectedHeader : "";
    await this.#rejected.write(header + this.#input.formatRejected(row, withKey));
  }

  /** Counts an outcome, and ends the run if it is one too many of its kind. */
  #account({ outcome, stretch }: Answered): Outcome {
    this.#endAfter(this.#stopRule.answered(outcome, stretch));
    return this.#count(outcome);
  }

  #count(outcome: Outcome): Outcome {
    this.#tally.outcomes[outcome.kind]++;
    return outcome;
  }

  #endAfter(stop: Stop | undefined): void {
    if (stop) this.#end(stop.status, stop.reason);
  }

  /** Ends the run: the first reason counts. What has left comes to its end, what waits does not leave. */
  #end(end: RunStatus, reason: string): void {
    this.#stop ??= { end, reason };
    this.#inFlight.stop();
  }

  async #report(): Promise<Report> {
    tellStep("beforeReport");
    const keys = await writeKeyFiles(this.#job.folder);
    const report: Report = {
      status: this.#stop?.end ?? "finished",
      ...(this.#stop && { reason: this.#stop.reason }),
      read: this.#tally.read,
      ...this.#tally.outcomes,
      createdTotal: keys.created,
      unknownFromEarlierRuns: Math.max(0, keys.unknown - this.#tally.outcomes.unknown),
      warnings: [...this.#input.warnings, ...this.#tally.warnings],
      startedAt: this.#startedAt.toISOString(),
      finishedAt: new Date().toISOString(),
    };
    await writeReport(this.#job.folder, report);
    // A run that came to nothing says nothing new of what was rejected before.
    const { created, rejected, unknown, skipped } = report;
    if (created + rejected + unknown + skipped > 0) await this.#rejected.finish();
    this.#tally.check();
    tellStep("afterReport");
    return report;
  }
}

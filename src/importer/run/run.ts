import { join } from "node:path";
import { type Clock, systemClock } from "../../clock.js";
import { FeishuHireError } from "../../index.js";
import { onAbort } from "../../on-abort.js";
import type { RunOptions } from "../import-options.js";
import { assertColumnsKnown } from "../input/assert-columns-known.js";
import { InputError } from "../input/input-error.js";
import type { InterviewInput, InterviewRow, Rejection } from "../input/rows/interview-row.js";
import type { Job } from "../job/job.js";
import { type Phrase, phrase } from "../messages/phrase.js";
import { publishStep } from "../trace.js";
import { describeFailure } from "./describe-failure.js";
import { DEFAULT_MAX_OUTAGE_MS, Outage, type OutageWait } from "./outage.js";
import type { Outcome } from "./outcome.js";
import { OutcomeFile, rethrowUnwritten } from "./outcome-file.js";
import { type Report, type RunStatus, Tally } from "./report/report.js";
import { writeReport } from "./report/write-report.js";
import { DEFAULT_CONCURRENCY, MAX_QUEUED, SendQueue, type SendState } from "./send-queue.js";
import { Sender } from "./sender.js";
import { Settler } from "./settler.js";
import { type Stop, StopRule } from "./stop-rule.js";
import { writeKeyFiles } from "./write-key-files.js";

const NEVER: AbortSignal = new AbortController().signal;

/** The outcome of a row that was sent, and the segment of rows that it belongs to. */
interface CompletedRow {
  readonly outcome: Outcome;
  readonly segment: number;
}

/** One run over the input. */
export class Run {
  readonly #job: Job;
  readonly #input: InterviewInput;
  readonly #options: RunOptions;
  readonly #queue: SendQueue<CompletedRow>;
  readonly #sender: Sender;
  readonly #settler: Settler;
  readonly #rejected: OutcomeFile;
  readonly #tally: Tally;
  readonly #clock: Clock;
  readonly #stopRule: StopRule;
  readonly #startedAt = new Date();
  #end: (Pick<Report, "status" | "missingArguments"> & { reason: Phrase }) | undefined;

  constructor(job: Job, input: InterviewInput, options: RunOptions) {
    const { concurrency = DEFAULT_CONCURRENCY, maxRejects = { percent: 10 }, language } = options;
    this.#job = job;
    this.#input = input;
    this.#options = options;
    this.#queue = new SendQueue({ concurrency, maxQueued: MAX_QUEUED });
    this.#stopRule = new StopRule(maxRejects);
    const { client, clock = systemClock, maxOutageMs = DEFAULT_MAX_OUTAGE_MS, onOutage } = options;
    this.#clock = clock;
    this.#tally = new Tally(clock.now());
    const onWait = (wait: OutageWait) => {
      this.#tally.countWait(wait.reason, wait.waitMs);
      onOutage?.(wait);
    };
    const outage = new Outage({ maxOutageMs, clock, onWait });
    this.#settler = new Settler({ job, client, clock, outage });
    this.#sender = new Sender({
      job,
      client,
      outage,
      language,
      onRetry: ({ reason, waitMs }) => this.#tally.countWait(reason, waitMs),
      writeRejected: (row, key, rejection) => this.#writeRejected(row, key, rejection),
      stop: (reason) => this.#stop("failed", reason),
    });
    const path = join(job.jobDir, `rejected.${input.rejectedFormat}`);
    this.#rejected = new OutcomeFile(path, input.packRejected);
  }

  async *outcomes(): AsyncGenerator<Outcome, Report> {
    const { signal } = this.#options;
    const interrupt = () => this.#stop("interrupted", phrase("interrupted"));
    const unsubscribe = onAbort(signal, interrupt);
    const rows = this.#readRows();
    let next: ReturnType<typeof rows.next> | undefined;
    try {
      if (signal?.aborted) interrupt();
      if (this.#options.settle) await this.#settle();
      while (!this.#end) {
        const finished = this.#queue.drainFinished();
        for (const completed of finished) yield this.#recordSent(completed);
        // More may have finished while the consumer handled these.
        if (finished.length > 0) continue;
        // The source may block; meanwhile keep yielding results and honour a stop.
        next ??= rows.next();
        const row = await Promise.race([next, this.#queue.nextChange()]);
        if (!row) continue;
        next = undefined;
        if (row.done) break;
        this.#tally.countRow(row.value);
        const outcome = await this.#handle(row.value);
        if (outcome) yield outcome;
      }
      for await (const completed of this.#queue.drain()) yield this.#recordSent(completed);
      unsubscribe(); // too late to interrupt anything
      return await this.#finish().catch(rethrowUnwritten);
    } finally {
      unsubscribe();
      this.#queue.stop(); // also if the consumer stops early
      const closed = rows.return(undefined);
      // A source that blocks is closed once it continues.
      if (next) closed.catch(() => {});
      else await closed;
      await this.#queue.idle();
      await this.#rejected.discard();
    }
  }

  /** Looks for interviews of unknown outcome, before anything is sent. */
  async #settle(): Promise<void> {
    const { signal = NEVER } = this.#options;
    try {
      await this.#settler.settle(signal);
    } catch (error) {
      if (!(error instanceof FeishuHireError)) throw error;
      this.#stop("failed", describeFailure(error));
    }
  }

  /** Yields the input's rows until it cannot be read any further. */
  async *#readRows(): AsyncGenerator<InterviewRow> {
    try {
      let isFirst = true;
      for await (const row of this.#input) {
        if (isFirst) assertColumnsKnown(this.#input, this.#options.ignoreColumns);
        isFirst = false;
        yield row;
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.#stop("failed", error.phrase);
    }
  }

  /** Handles a row. Returns its recorded outcome; undefined if it is being sent. */
  async #handle(row: InterviewRow): Promise<Outcome | undefined> {
    const { line } = row;
    const decision = this.#job.decide(row);
    switch (decision.action) {
      case "reject":
      case "conflict": {
        const { key, rejection } = decision;
        await this.#writeRejected(row, key, rejection);
        const outcome = { kind: "rejected", line, key, rejection } as const;
        if (decision.action === "reject") this.#stopAfter(this.#stopRule.countInvalid(outcome));
        return this.#record(outcome);
      }
      case "stop":
        this.#stop("failed", decision.reason, decision.missingArguments);
        return this.#record({ kind: "notAttempted", line, key: undefined, reason: decision.reason });
      case "found":
        this.#stopRule.countSkipped();
        return this.#record({ kind: "created", line, key: decision.key, id: decision.id, isFound: true });
      case "skip":
      case "duplicate":
        if (decision.action === "skip") this.#stopRule.countSkipped();
        return this.#record({ kind: "skipped", line, key: decision.key, reason: decision.reason });
      case "postpone":
        this.#tally.countPostponed(decision);
        return this.#record({ kind: "notAttempted", line, key: decision.key, reason: decision.reason });
      // A row that is not sent again says nothing about the others.
      case "unknown":
        return this.#record({ kind: "unknown", line, key: decision.key, reason: decision.reason });
      case "update":
        await this.#queue.waitForCapacity();
        this.#start((state) => this.#sender.update(decision.update, state));
        return undefined;
      case "send":
        await this.#queue.waitForCapacity();
        this.#start((state) => this.#sender.send(decision.pending, state));
        return undefined;
    }
  }

  #start(send: (state: SendState) => Promise<Outcome>): void {
    const segment = this.#stopRule.countSent();
    this.#queue.start(async (state) => ({ outcome: await send(state), segment }));
  }

  async #writeRejected(row: InterviewRow, key: string | undefined, rejection: Rejection): Promise<void> {
    const { field, code, logId } = rejection;
    const { language } = this.#options;
    const reason = rejection.reason.format(language);
    const kept = row.externalId === undefined ? key : rejection.key;
    const note = { reason, language, field, code, logId, key: kept };
    const header = this.#rejected.lines === 0 ? this.#input.rejectedHeader : "";
    await this.#rejected.write(header + this.#input.formatRejected(row, note));
  }

  /** Records the outcome of a row that was sent, and stops the run if that is one failure too many. */
  #recordSent({ outcome, segment }: CompletedRow): Outcome {
    this.#stopAfter(this.#stopRule.countCompleted(outcome, segment));
    return this.#record(outcome);
  }

  #record(outcome: Outcome): Outcome {
    this.#tally.countOutcome(outcome, this.#clock.now());
    return outcome;
  }

  #stopAfter(stop: Stop | undefined): void {
    if (stop) this.#stop(stop.status, stop.reason);
  }

  /** Stops the run, for the first reason only. Requests in flight are awaited; nothing more is sent. */
  #stop(status: RunStatus, reason: Phrase, missingArguments?: readonly string[]): void {
    this.#end ??= { status, reason, ...(missingArguments && { missingArguments }) };
    this.#queue.stop();
  }

  async #finish(): Promise<Report> {
    publishStep("beforeReport");
    const reasons = new Map([...this.#job.unsettledReasons, ...this.#tally.unknownReasons]);
    const keys = await writeKeyFiles(this.#job.jobDir, this.#options.language, reasons);
    const report: Report = {
      status: "finished",
      ...this.#end,
      read: this.#tally.read,
      ...this.#tally.outcomes,
      createdTotal: keys.created,
      unknownFromEarlierRuns: keys.unknown - this.#tally.outcomes.unknown,
      warnings: [...this.#input.warnings, ...this.#tally.warnings],
      ...this.#tally.details,
      startedAt: this.#startedAt.toISOString(),
      finishedAt: new Date().toISOString(),
    };
    await writeReport(this.#job.jobDir, report);
    // A run that did nothing keeps the rejected rows of the previous one.
    if (report.read > report.notAttempted) await this.#rejected.finish();
    this.#tally.check();
    publishStep("afterReport");
    return report;
  }
}

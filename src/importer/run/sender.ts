import { type FeishuHire, FeishuHireError } from "../../index.js";
import type { Rejection, ValidRow } from "../input/rows/interview-row.js";
import type { PendingSend } from "../job/decide-row.js";
import type { Job } from "../job/job.js";
import { type Phrase, phrase } from "../messages/phrase.js";
import { publishStep } from "../trace.js";
import type { Outage } from "./outage.js";
import { classifyFailure, type Outcome } from "./outcome.js";
import type { SendState } from "./send-queue.js";

export interface SenderOptions {
  readonly job: Job;
  readonly client: FeishuHire;
  readonly outage: Outage;
  readonly writeRejected: (row: ValidRow, key: string, rejection: Rejection) => Promise<void>;
  /** Stops the run: no other interview would succeed either. */
  readonly stop: (reason: Phrase) => void;
}

/** Sends interviews: each is in the journal before it leaves, and so is what became of it. */
export class Sender {
  readonly #options: SenderOptions;

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  async send(pending: PendingSend, state: SendState): Promise<Outcome> {
    const { job, outage } = this.#options;
    const { key, row } = pending;
    const sending = new Sending(job, pending);
    try {
      const call = () => sending.keepTrack(this.#create(pending, state, sending));
      const { id } = await outage.waitOut(call, state.signal);
      publishStep("afterResponse", key);
      await job.recordOutcome({ type: "created", key, id });
      return { kind: "created", line: row.line, key, id };
    } catch (error) {
      return this.#fail(pending, error, sending);
    }
  }

  #create({ key, row }: PendingSend, state: SendState, sending: Sending): Promise<{ id: string }> {
    return this.#options.client.externalInterviews.create(
      { ...row.body, external_id: key },
      {
        signal: state.signal,
        beforeSend: async () => {
          await sending.recordIntent();
          if (!state.signal.aborted) state.markSent();
        },
        onRetry: state.markQueued,
      },
    );
  }

  async #fail({ key, row }: PendingSend, error: unknown, sending: Sending): Promise<Outcome> {
    const { job, outage, writeRejected, stop } = this.#options;
    const { line } = row;
    const failure = classifyFailure(error, sending.isAmbiguous);
    if (failure.kind === "rejected") {
      const { rejection } = failure;
      await job.recordOutcome({ type: "rejected", key, reason: String(rejection.reason) });
      await writeRejected(row, key, rejection);
      return { kind: "rejected", line, key, rejection };
    }
    const { kind, reason, stopReason } = failure;
    if (outage.isTooLong) stop(phrase("outageTooLong", { reason: stopReason ?? reason }));
    else if (stopReason !== undefined) stop(stopReason);
    // A stop ends the call at once, perhaps while its intent is still being written.
    if (await sending.hasIntent())
      await job.recordOutcome(
        kind === "unknown" ? { type: "unknown", key, reason: String(reason) } : { type: "notSent", key },
      );
    return { kind, line, key, reason };
  }
}

/** What is known of one interview while it is sent, over all its calls. */
class Sending {
  readonly #job: Job;
  #pending: PendingSend;
  #intent: Promise<number> | undefined;

  constructor(job: Job, pending: PendingSend) {
    this.#job = job;
    this.#pending = pending;
  }

  /** Whether an earlier run or call may have created it. */
  get isAmbiguous(): boolean {
    return this.#pending.ambiguousSinceMs !== undefined;
  }

  /** @throws WindowExpiredError if it may have been created too long ago to send it again */
  async recordIntent(): Promise<void> {
    this.#job.assertInWindow(this.#pending);
    this.#intent ??= this.#job.recordIntent(this.#pending);
    await this.#intent;
  }

  hasIntent(): Promise<boolean> {
    return Promise.resolve(this.#intent).then(
      (firstTryAtMs) => firstTryAtMs !== undefined,
      () => false,
    );
  }

  /** Passes a call on, and remembers if it may have created the interview in spite of its failure. */
  async keepTrack<T>(call: Promise<T>): Promise<T> {
    try {
      return await call;
    } catch (error) {
      if (error instanceof FeishuHireError && error.mayHaveSucceeded) {
        const ambiguousSinceMs = this.#pending.ambiguousSinceMs ?? (await this.#intent);
        this.#pending = { ...this.#pending, ambiguousSinceMs };
      }
      throw error;
    }
  }
}

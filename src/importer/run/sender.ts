import {
  AbortError,
  type CallOptions,
  type FeishuHire,
  FeishuHireError,
  type RetryEvent,
} from "../../index.js";
import type { Language } from "../../messages/language.js";
import type { Rejection, ValidRow } from "../input/rows/interview-row.js";
import type { PendingSend, PendingUpdate } from "../job/decide-row.js";
import type { Job } from "../job/job.js";
import { type Phrase, phrase } from "../messages/phrase.js";
import { publishStep } from "../trace.js";
import type { Outage } from "./outage.js";
import { classifyFailure, type FailureClass, type Outcome } from "./outcome.js";
import type { SendState } from "./send-queue.js";

export interface SenderOptions {
  readonly job: Job;
  readonly client: FeishuHire;
  readonly outage: Outage;
  /** Language of the reasons in the journal. */
  readonly language: Language;
  readonly writeRejected: (row: ValidRow, key: string, rejection: Rejection) => Promise<void>;
  /** Called before a request is sent again. */
  readonly onRetry: (event: RetryEvent) => void;
  /** Stops the run: no other interview would succeed either. */
  readonly stop: (reason: Phrase) => void;
}

/** An older intent is recorded again before the next attempt, so that its time is about that of the last attempt. */
export const INTENT_LIFETIME_MS = 60_000;

/** An id that a table, a terminal and an address can hold. */
const USABLE_ID = /^[\w.:=-]{1,200}$/;

/** Sends interviews. Each is in the journal before its request is sent, and so is its outcome before it is returned. */
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
      const call = () => sending.track(this.#create(pending, state, sending)).catch(requeue(state));
      const { id } = await outage.waitOut(call, state.signal);
      publishStep("afterResponse", key);
      if (!USABLE_ID.test(id)) return await this.#recordUnusableId(pending);
      const reason = job.explainRepeat(id);
      if (reason) return await this.#recordRejected(pending, { reason, field: "external_id" });
      await job.recordOutcome({ type: "created", key, id });
      return { kind: "created", line: row.line, key, id };
    } catch (error) {
      return this.#recordFailure(pending, error, sending);
    }
  }

  /** It can be neither verified nor deleted by such an id. Settling finds the one that Feishu lists. */
  async #recordUnusableId({ key, row }: PendingSend): Promise<Outcome> {
    const { job, language } = this.#options;
    const reason = phrase("unusableId");
    await job.recordOutcome({ type: "unknown", key, reason: reason.format(language) });
    return { kind: "unknown", line: row.line, key, reason };
  }

  /** Overwrites a created interview with its row. */
  async update(pending: PendingUpdate, state: SendState): Promise<Outcome> {
    const { job, client, outage } = this.#options;
    const { key, id, row } = pending;
    const { external_id: _, ...body } = row.body;
    let intent: Promise<void> | undefined;
    const options = this.#callOptions(state, async () => {
      intent ??= job.recordUpdating(pending);
      await intent;
    });
    let mayBeApplied = false;
    const call = async () => {
      try {
        await client.externalInterviews.update(id, body, options);
      } catch (error) {
        if (error instanceof FeishuHireError) mayBeApplied ||= error.mayHaveSucceeded;
        return requeue(state)(findOwnError(error));
      }
    };
    try {
      await outage.waitOut(call, state.signal);
      await job.recordUpdate("updated", key);
      return { kind: "updated", line: row.line, key, id };
    } catch (error) {
      return this.#recordUpdateFailure(pending, error, { mayBeApplied, wasSent: intent !== undefined });
    }
  }

  async #recordUpdateFailure(
    { key, row }: PendingUpdate,
    error: unknown,
    { mayBeApplied, wasSent }: { mayBeApplied: boolean; wasSent: boolean },
  ): Promise<Outcome> {
    const { job, writeRejected } = this.#options;
    const { line } = row;
    const failure = classifyFailure(error, false);
    if (failure.kind !== "rejected") this.#stopIfAllFail(failure);
    // Sent again, an update does no harm; until then nobody knows which content Feishu has.
    if (wasSent && !mayBeApplied) await job.recordUpdate("updateRejected", key);
    if (failure.kind === "notAttempted" && !mayBeApplied)
      return { kind: "notAttempted", line, key, reason: failure.reason };
    const rejection = failure.kind === "rejected" ? failure.rejection : { reason: phrase("updateUnknown") };
    await writeRejected(row, key, rejection);
    return { kind: "rejected", line, key, rejection };
  }

  #create({ key, row }: PendingSend, state: SendState, sending: Sending): Promise<{ id: string }> {
    const options = this.#callOptions(state, () => sending.recordIntent());
    return this.#options.client.externalInterviews.create({ ...row.body, external_id: key }, options);
  }

  /** @param record records in the journal that the request is about to be sent */
  #callOptions({ signal, markSent, markQueued }: SendState, record: () => Promise<void>): CallOptions {
    return {
      signal,
      beforeSend: async () => {
        await record();
        if (!signal.aborted) markSent();
      },
      onRetry: (event) => {
        this.#options.onRetry(event);
        markQueued();
      },
    };
  }

  /** Stops the run if no other interview would succeed either. */
  #stopIfAllFail({ reason, stopReason }: Exclude<FailureClass, { kind: "rejected" }>): void {
    const { outage, stop } = this.#options;
    if (outage.isTooLong) stop(phrase("outageTooLong", { reason: stopReason ?? reason }));
    else if (stopReason !== undefined) stop(stopReason);
  }

  async #recordRejected({ key, row }: PendingSend, rejection: Rejection): Promise<Outcome> {
    const { job, language, writeRejected } = this.#options;
    await job.recordOutcome({ type: "rejected", key, reason: rejection.reason.format(language) });
    await writeRejected(row, key, rejection);
    return { kind: "rejected", line: row.line, key, rejection };
  }

  async #recordFailure(pending: PendingSend, error: unknown, sending: Sending): Promise<Outcome> {
    const { job, language } = this.#options;
    const { key, row } = pending;
    const failure = classifyFailure(error, sending.isAmbiguous);
    if (failure.kind === "rejected") return this.#recordRejected(pending, failure.rejection);
    const { kind, reason } = failure;
    this.#stopIfAllFail(failure);
    // A stop ends the call at once, perhaps while its intent is still being written.
    if (await sending.hasIntent())
      await job.recordOutcome(
        kind === "unknown"
          ? { type: "unknown", key, reason: reason.format(language) }
          : { type: "notSent", key },
      );
    return { kind, line: row.line, key, reason };
  }
}

/** A call that has failed has no request in flight: while it waits for an outage to end, a stop may call it off. */
function requeue({ markQueued }: SendState): (error: unknown) => never {
  return (error) => {
    markQueued();
    throw error;
  };
}

/** Returns what `beforeSend` threw: after an attempt that may have been applied, the client makes it a cause. */
function findOwnError(error: unknown): unknown {
  const { cause } = error instanceof FeishuHireError && !(error instanceof AbortError) ? error : {};
  return cause === undefined || cause instanceof FeishuHireError ? error : cause;
}

/** The state of one interview that is being sent, over all its calls. */
class Sending {
  readonly #job: Job;
  #pending: PendingSend;
  #intent: Promise<number> | undefined;
  #recordedAtMs = 0;

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
    const now = this.#job.now();
    if (this.#intent === undefined || now >= this.#recordedAtMs + INTENT_LIFETIME_MS) {
      this.#recordedAtMs = now;
      const firstTryAtMs = await this.#intent;
      const { ambiguousSinceMs = firstTryAtMs } = this.#pending;
      this.#intent = this.#job.recordIntent({ ...this.#pending, ambiguousSinceMs });
    }
    await this.#intent;
  }

  hasIntent(): Promise<boolean> {
    return Promise.resolve(this.#intent).then(
      (firstTryAtMs) => firstTryAtMs !== undefined,
      () => false,
    );
  }

  /** Awaits a call, and remembers if it may have created the interview although it failed. */
  async track<T>(call: Promise<T>): Promise<T> {
    try {
      return await call;
    } catch (error) {
      if (error instanceof FeishuHireError && error.mayHaveSucceeded) {
        const ambiguousSinceMs = this.#pending.ambiguousSinceMs ?? (await this.#intent);
        this.#pending = { ...this.#pending, ambiguousSinceMs };
      }
      throw findOwnError(error);
    }
  }
}

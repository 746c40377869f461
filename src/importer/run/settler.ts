import type { Clock } from "../../clock.js";
import { type ExternalInterview, type FeishuHire, FeishuHireError } from "../../index.js";
import type { Job } from "../job/job.js";
import type { AmbiguousInterview } from "../job/journal/replay.js";
import { IDEMPOTENCY_WINDOW_MS, RESUME_MARGIN_MS } from "../job/key-window.js";
import { contentDigest } from "../keys/content-digest.js";
import { listTexts, Phrase, phrase } from "../messages/phrase.js";
import { normalizeStored } from "../stored/normalize-stored.js";
import { mayBeUnknownId } from "../stored/query-by-ids.js";
import { MAX_QUERY_LAG_MS, SECOND_LOOK_MS } from "../stored/query-lag.js";
import { describeFailure } from "./describe-failure.js";
import type { Outage } from "./outage.js";
import { INTENT_LIFETIME_MS } from "./sender.js";

export interface SettlerOptions {
  readonly job: Job;
  readonly client: FeishuHire;
  readonly clock: Clock;
  readonly outage: Outage;
}

/** A request may arrive this long after it was recorded: its intent is that old at most, and it has its timeout. */
const LAST_TRY_LAG_MS: number = INTENT_LIFETIME_MS + 60_000;

type Look = { readonly id: string } | { readonly reason: Phrase } | "notFound";

/** Looks in Feishu for interviews of unknown outcome. Nothing may be sent meanwhile: it would be found too. */
export class Settler {
  readonly #options: SettlerOptions;

  constructor(options: SettlerOptions) {
    this.#options = options;
  }

  /** Settles what can be, and records it with the job. */
  async settle(signal: AbortSignal): Promise<void> {
    const { job, clock } = this.#options;
    const open = [...job.unsettled.ambiguous.values()];
    const notFound = await this.#lookAndRecord(open, signal);
    const old = notFound.filter((one) => this.#isOld(one));
    if (old.length === 0 || signal.aborted) return;
    await clock.wait(SECOND_LOOK_MS, signal).catch(() => {});
    if (signal.aborted) return;
    for (const { intent } of await this.#lookAndRecord(old, signal))
      await job.settle(intent.key, "notCreated");
  }

  /** Records what is found, and returns what is not. */
  async #lookAndRecord(
    interviews: readonly AmbiguousInterview[],
    signal: AbortSignal,
  ): Promise<AmbiguousInterview[]> {
    const { job } = this.#options;
    const notFound: AmbiguousInterview[] = [];
    const byApplication = new Map<string, ExternalInterview[] | Phrase>();
    for (const interview of interviews) {
      if (signal.aborted) return [];
      const { application, key } = interview.intent;
      const stored = byApplication.get(application) ?? (await this.#query(application, signal));
      byApplication.set(application, stored);
      const look = this.#look(interview, stored);
      if (look === "notFound") notFound.push(interview);
      else await job.settle(key, "id" in look ? look : look.reason);
    }
    return notFound;
  }

  #look({ intent }: AmbiguousInterview, stored: readonly ExternalInterview[] | Phrase): Look {
    if (stored instanceof Phrase) return { reason: phrase("cannotSettle", { reason: stored }) };
    const { knownIds, otherJobs } = this.#options.job.unsettled;
    const isOwned = (id: string) => knownIds.has(id) || otherJobs.some((job) => job.knownIds.has(id));
    const strangers = stored.filter(({ id }) => !isOwned(id));
    const candidates = strangers.filter((one) => mayBe(one, intent));
    const [only, ...more] = candidates;
    // Whether Feishu keeps texts as they were sent is not documented. As long as a repeat is safe, that does not matter.
    if (!only && strangers.length > 0 && this.#isForgotten(intent))
      return { reason: phrase("settledOther", { ids: listTexts(strangers.map(({ id }) => id)) }) };
    if (!only) return "notFound";
    if (more.length === 0 && !this.#hasAlike(intent)) return { id: only.id };
    const ids = listTexts(candidates.map(({ id }) => id));
    return { reason: phrase("settledSeveral", { ids }) };
  }

  /** Whether another interview of unknown outcome, of this job or another, has the same content. */
  #hasAlike(intent: AmbiguousInterview["intent"]): boolean {
    const { ambiguous, otherJobs } = this.#options.job.unsettled;
    const isAlike = ({ intent: other }: AmbiguousInterview) =>
      other.application === intent.application && other.content === intent.content;
    const own = [...ambiguous.values()].filter((one) => one.intent.key !== intent.key);
    return [own, ...otherJobs.map((job) => [...job.ambiguous.values()])].some((list) => list.some(isAlike));
  }

  /** Whether Feishu may no longer take a second request for a repeat. */
  #isForgotten({ firstTryAtMs }: AmbiguousInterview["intent"]): boolean {
    return this.#options.clock.now() >= firstTryAtMs + IDEMPOTENCY_WINDOW_MS - RESUME_MARGIN_MS;
  }

  #isOld({ intent }: AmbiguousInterview): boolean {
    const { firstTryAtMs, atMs = firstTryAtMs } = intent;
    return this.#options.clock.now() >= atMs + LAST_TRY_LAG_MS + MAX_QUERY_LAG_MS;
  }

  /** All interviews of an application; or why they cannot be listed. */
  async #query(application: string, signal: AbortSignal): Promise<ExternalInterview[] | Phrase> {
    const { client, outage } = this.#options;
    const list = async () => {
      const query = { external_application_id: application };
      const interviews: ExternalInterview[] = [];
      for await (const one of client.externalInterviews.queryAll(query, { signal })) interviews.push(one);
      return interviews;
    };
    try {
      return await outage.waitOut(list, signal);
    } catch (error) {
      // An application that Feishu does not have, say.
      if (error instanceof FeishuHireError && mayBeUnknownId(error)) return describeFailure(error);
      throw error;
    }
  }
}

/** Whether Feishu's interview has what was sent. It may have been sent by nobody else if it names the key. */
function mayBe(stored: ExternalInterview, { key, content }: AmbiguousInterview["intent"]): boolean {
  if ("external_id" in stored && typeof stored.external_id === "string" && stored.external_id !== "")
    return stored.external_id === key;
  return contentDigest(normalizeStored(stored)) === content;
}

import type { Clock } from "../../clock.js";
import { type ExternalInterview, type FeishuHire, FeishuHireError } from "../../index.js";
import type { Job } from "../job/job.js";
import type { AmbiguousInterview } from "../job/journal/replay.js";
import { IDEMPOTENCY_WINDOW_MS, RESUME_MARGIN_MS } from "../job/key-window.js";
import { digestContent } from "../keys/content-digest.js";
import { listTexts, Phrase, phrase } from "../messages/phrase.js";
import { normalizeStored } from "../stored/normalize-stored.js";
import { mayBeUnknownId } from "../stored/query-by-ids.js";
import { MAX_QUERY_LAG_MS, SECOND_QUERY_DELAY_MS } from "../stored/query-lag.js";
import { describeFailure } from "./describe-failure.js";
import type { Outage } from "./outage.js";
import { INTENT_LIFETIME_MS } from "./sender.js";

export interface SettlerOptions {
  readonly job: Job;
  readonly client: FeishuHire;
  readonly clock: Clock;
  readonly outage: Outage;
}

/** A request may arrive this long after its intent was recorded: the intent ages first, then the request travels. */
const LAST_TRY_LAG_MS: number = INTENT_LIFETIME_MS + 60_000;

/** The interview's id in Feishu, or why it stays unknown. */
type Finding = { readonly id: string } | { readonly reason: Phrase } | "notFound";

/** Looks in Feishu for interviews of unknown outcome. Nothing may be sent meanwhile, as it would be found too. */
export class Settler {
  readonly #options: SettlerOptions;

  constructor(options: SettlerOptions) {
    this.#options = options;
  }

  /** Settles what can be settled, and records it with the job. */
  async settle(signal: AbortSignal): Promise<void> {
    const { job, clock } = this.#options;
    const ambiguous = [...job.unsettled.ambiguous.values()];
    const notFound = await this.#findAndRecord(ambiguous, signal);
    const old = notFound.filter((one) => this.#isOld(one));
    if (old.length === 0 || signal.aborted) return;
    await clock.wait(SECOND_QUERY_DELAY_MS, signal).catch(() => {});
    if (signal.aborted) return;
    for (const { intent } of await this.#findAndRecord(old, signal))
      await job.settle(intent.key, "notCreated");
  }

  /** Records what is found, and returns what is not. */
  async #findAndRecord(
    interviews: readonly AmbiguousInterview[],
    signal: AbortSignal,
  ): Promise<AmbiguousInterview[]> {
    const { job } = this.#options;
    const notFound: AmbiguousInterview[] = [];
    const byApplication = new Map<string, ExternalInterview[] | Phrase>();
    for (const interview of interviews) {
      const { application, key } = interview.intent;
      const stored = byApplication.get(application) ?? (await this.#query(application, signal));
      byApplication.set(application, stored);
      const finding = this.#find(interview, stored);
      if (finding === "notFound") notFound.push(interview);
      else await job.settle(key, "id" in finding ? finding : finding.reason);
    }
    return notFound;
  }

  #find({ intent }: AmbiguousInterview, stored: readonly ExternalInterview[] | Phrase): Finding {
    if (stored instanceof Phrase) return { reason: phrase("cannotSettle", { reason: stored }) };
    const { knownIds, otherJobs } = this.#options.job.unsettled;
    const isOwned = (id: string) => knownIds.has(id) || otherJobs.some((job) => job.knownIds.has(id));
    const unclaimed = stored.filter(({ id }) => !isOwned(id));
    const candidates = unclaimed.filter((one) => mayMatch(one, intent));
    const [only, ...more] = candidates;
    // Feishu does not document whether it keeps texts unchanged. As long as a repeat is safe, that does not matter.
    if (!only && unclaimed.length > 0 && this.#isForgotten(intent))
      return { reason: phrase("settledOther", { ids: listTexts(unclaimed.map(({ id }) => id)) }) };
    if (!only) return "notFound";
    if (more.length === 0 && !this.#hasDuplicate(intent)) return { id: only.id };
    const ids = listTexts(candidates.map(({ id }) => id));
    return { reason: phrase("settledSeveral", { ids }) };
  }

  /** Whether another interview of unknown outcome, of this job or another, has the same content. */
  #hasDuplicate(intent: AmbiguousInterview["intent"]): boolean {
    const { ambiguous, otherJobs } = this.#options.job.unsettled;
    const isDuplicate = ({ intent: other }: AmbiguousInterview) => other.content === intent.content;
    const own = [...ambiguous.values()].filter((one) => one.intent.key !== intent.key);
    return [own, ...otherJobs.map((job) => [...job.ambiguous.values()])].some((list) =>
      list.some(isDuplicate),
    );
  }

  /** Whether Feishu may no longer take a second request for a repeat. */
  #isForgotten({ firstTryAtMs }: AmbiguousInterview["intent"]): boolean {
    return this.#options.clock.now() >= firstTryAtMs + IDEMPOTENCY_WINDOW_MS - RESUME_MARGIN_MS;
  }

  /** Whether its last request arrived so long ago that a query would show what it created. */
  #isOld({ intent }: AmbiguousInterview): boolean {
    const { firstTryAtMs, atMs = firstTryAtMs } = intent;
    return this.#options.clock.now() >= atMs + LAST_TRY_LAG_MS + MAX_QUERY_LAG_MS;
  }

  /** Queries all interviews of an application. Returns why they cannot be listed if Feishu rejects the query. */
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

/** Whether an interview in Feishu may be what was sent. If it has a key, that alone decides. */
function mayMatch(stored: ExternalInterview, { key, content }: AmbiguousInterview["intent"]): boolean {
  if ("external_id" in stored && typeof stored.external_id === "string" && stored.external_id !== "")
    return stored.external_id === key;
  return digestContent(normalizeStored(stored)) === content;
}

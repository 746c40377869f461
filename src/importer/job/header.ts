import { type KeyIndex, KeyState, SENT_STATES } from "../keys/key-index.js";
import { type Phrase, phrase } from "../messages/phrase.js";
import { JobError } from "./errors.js";
import type { JournalHeader } from "./journal/journal-entry.js";

/** What all runs of a job must share. */
export interface JobOwner {
  readonly jobDir: string;
  readonly appId: string;
  readonly baseUrl: string;
  /** The namespace of derived keys; needed only if a row has no `external_id`. */
  readonly idNamespace: string | undefined;
  /** The zone of the input's local times: in another zone, a resumed run would send other times. */
  readonly timeZone: string | undefined;
  /** Identifies the mapping of the input, if it has one. */
  readonly mapping: string | undefined;
}

/** How messages name the header's fields. */
const NAMES: Readonly<Record<"appId" | "host" | "source" | "timeZone", Phrase>> = {
  appId: phrase("app"),
  host: phrase("host"),
  source: phrase("idNamespace"),
  timeZone: phrase("timeZone"),
};

/**
 * Creates a run's header from the one that the job has, if any. A namespace or time zone may be given by any run, and
 * then holds for all later ones.
 *
 * @param canChange whether what the job has may be changed: `mayHoldInterviews` says when
 * @throws JobError if the job has another app, host, namespace, time zone or mapping
 */
export function createHeader(
  owner: JobOwner,
  found: JournalHeader | undefined,
  canChange = false,
): JournalHeader {
  const { jobDir, appId, baseUrl } = owner;
  const header: JournalHeader = {
    type: "header",
    version: 1,
    appId,
    host: getHost(baseUrl),
    source: owner.idNamespace ?? found?.source,
    timeZone: owner.timeZone ?? found?.timeZone,
    mapping: owner.mapping,
  };
  if (canChange || !found) return header;
  for (const name of ["appId", "host"] as const) assertSame(jobDir, name, found[name], header[name]);
  assertReadAlike(jobDir, header, found);
  return header;
}

/**
 * Checks that the same row would be the same interview as in the job's earlier runs.
 *
 * @throws JobError if the job has another mapping, namespace or time zone
 */
export function assertReadAlike(
  jobDir: string,
  now: Pick<JournalHeader, "mapping" | "source" | "timeZone">,
  found: JournalHeader | undefined,
): void {
  if (found && found.mapping !== now.mapping)
    throw new JobError(
      phrase(found.mapping === undefined ? "otherwiseUnmapped" : "otherMapping", { job: jobDir }),
    );
  for (const name of ["source", "timeZone"] as const) assertSame(jobDir, name, found?.[name], now[name]);
}

/** Whether a job has sent anything. Until then, its header counts for nothing: it may have been mistyped. */
export function hasSentBefore(index: KeyIndex): boolean {
  return index.size > index.count(KeyState.Seen);
}

/** Whether Feishu may hold an interview of the job. As long as it holds none, the header can be changed. */
export function mayHoldInterviews(index: KeyIndex): boolean {
  return [...SENT_STATES].some((state) => index.count(state) > 0);
}

/** @throws JobError if a field of the job's header had another value */
function assertSame(
  jobDir: string,
  name: keyof typeof NAMES,
  before: string | undefined,
  now: string | undefined,
): void {
  if (before === undefined || before === now) return;
  throw new JobError(phrase("otherOwner", { job: jobDir, what: NAMES[name], before, now: now ?? "" }));
}

/** Whether a job sends to this app and host. */
export function isOfAccount(
  { appId, host }: JournalHeader,
  account: { readonly appId: string; readonly baseUrl: string },
): boolean {
  return appId === account.appId && host === getHost(account.baseUrl);
}

/** Returns the host that interviews are sent to. Without TLS it is a test server, whose port changes. */
function getHost(baseUrl: string): string {
  const { protocol, hostname, host } = new URL(baseUrl);
  return protocol === "https:" ? host : hostname;
}

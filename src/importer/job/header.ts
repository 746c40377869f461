import { type KeyIndex, KeyState } from "../keys/key-index.js";
import { type Phrase, phrase } from "../messages/phrase.js";
import { JobError } from "./errors.js";
import type { JournalHeader } from "./journal/journal-entry.js";

/** Who a run is for. */
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
 * The job's header. A namespace or time zone holds for all runs once it is given, and may come with a later run.
 *
 * @throws JobError if the job belongs to another app, host, namespace or time zone
 */
export function createHeader(owner: JobOwner, found: JournalHeader | undefined): JournalHeader {
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
  if (found && found.version !== header.version) throw new JobError(phrase("otherVersion", { job: jobDir }));
  if (found && found.mapping !== header.mapping)
    throw new JobError(
      phrase(found.mapping === undefined ? "otherwiseUnmapped" : "otherMapping", { job: jobDir }),
    );
  for (const name of ["appId", "host", "source", "timeZone"] as const)
    assertSame(jobDir, name, found?.[name], header[name]);
  return header;
}

/** Whether a job has sent anything: until then, what was mistyped can be corrected. */
export function hasSentBefore(index: KeyIndex): boolean {
  return index.size > index.count(KeyState.Seen);
}

/** @throws JobError if a field of the job's header had another value */
export function assertSame(
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

/** The host that interviews go to. A mock or a test server on this machine has another port each time. */
function getHost(baseUrl: string): string {
  const { protocol, hostname, host } = new URL(baseUrl);
  return protocol === "https:" ? host : hostname;
}

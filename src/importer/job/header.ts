import { JobError } from "./errors.js";
import type { JournalHeader } from "./journal-entry.js";

/** Who a run is for. */
export interface JobOwner {
  readonly jobDir: string;
  readonly appId: string;
  readonly baseUrl: string;
  /** The namespace of derived keys; needed only if a row has no `external_id`. */
  readonly idNamespace: string | undefined;
  /** The zone of the input's local times: in another zone, a resumed run would send other times. */
  readonly timeZone: string | undefined;
}

/** How messages name the header's fields. */
const NAMES = { appId: "app", host: "host", source: "id namespace", timeZone: "time zone" } as const;

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
  };
  if (found && found.version !== header.version)
    throw new JobError(
      `${jobDir} is a job of another version of feishu-hire. Resume it with that version, or use another --job.`,
    );
  for (const name of ["appId", "host", "source", "timeZone"] as const) {
    const before = found?.[name];
    if (before === undefined || before === header[name]) continue;
    throw new JobError(
      `${jobDir} is a job for ${NAMES[name]} ${before}, not ${header[name]}. Use the same, or another --job.`,
    );
  }
  return header;
}

/** The host that interviews go to. A mock or a test server on this machine has another port each time. */
function getHost(baseUrl: string): string {
  const { protocol, hostname, host } = new URL(baseUrl);
  return protocol === "https:" ? host : hostname;
}

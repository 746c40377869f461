import { JobError } from "./errors.js";
import type { JournalHeader } from "./journal.js";

/** For whom a run is. */
export interface JobOwner {
  readonly folder: string;
  readonly appId: string;
  readonly baseUrl: string;
  /** The namespace of derived keys; needed only where a row has no `external_id`. */
  readonly source: string | undefined;
  /** Where the input's local times belong: in another zone a resumed run would send other times. */
  readonly timeZone: string | undefined;
}

/**
 * The job's header: a source or time zone once given holds for all runs, and may come with a later run.
 *
 * @throws JobError if the job is another's
 */
export function headerFor(owner: JobOwner, found: JournalHeader | undefined): JournalHeader {
  const { folder, appId, baseUrl } = owner;
  const source = owner.source ?? found?.source;
  const timeZone = owner.timeZone ?? found?.timeZone;
  const wanted: JournalHeader = {
    type: "header",
    version: 1,
    appId,
    host: hostOf(baseUrl),
    source,
    timeZone,
  };
  if (found && found.version !== wanted.version)
    throw new JobError(
      `${folder} is a job of another version of feishu-hire. Go on with that one, or use another --job.`,
    );
  for (const name of ["appId", "host", "source", "timeZone"] as const) {
    const before = found?.[name];
    if (before === undefined || before === wanted[name]) continue;
    throw new JobError(
      `${folder} is a job with ${name} ${before}, not ${wanted[name]}. Use the same, or another --job.`,
    );
  }
  return wanted;
}

/** Where the interviews go. A mock or a test's server of this machine has another port each time. */
function hostOf(baseUrl: string): string {
  const { protocol, hostname, host } = new URL(baseUrl);
  return protocol === "https:" ? host : hostname;
}

import type { Clock, FeishuHire } from "../index.js";
import type { Language } from "../messages/language.js";
import type { OpenJournalFile } from "./job/journal/journal-file.js";
import type { OutageWait } from "./run/outage.js";
import type { MaxRejects } from "./run/stop-rule.js";

/** Options of `importInterviews`. */
export interface ImportOptions {
  readonly client: FeishuHire;
  /** The job directory. Run again with the same directory, the import resumes. */
  readonly jobDir: string;
  /** Stops the run: nothing more is sent, and requests in flight are awaited. */
  readonly signal?: AbortSignal | undefined;
  /** The system that the interviews come from. Required if interviews have no `external_id`. */
  readonly idNamespace?: string | undefined;
  /**
   * Unknown columns of a table that may be ignored. A text that is not a column's name is read as several names,
   * separated by commas.
   *
   * @default none: an unknown column with values stops the run before anything is sent
   */
  readonly ignoreColumns?: readonly string[] | undefined;
  /** The most requests in flight. @default 320: ten a second, each with a response after 30 s, and some in the queue */
  readonly concurrency?: number | undefined;
  /** When rejections stop the run. @default 10 percent, judged after 100 rows */
  readonly maxRejects?: MaxRejects | undefined;
  /**
   * Removes the job's locks of other machines and containers, whose processes cannot be tested from here. Be sure that
   * they are gone: two at once create interviews twice.
   */
  readonly forceUnlock?: boolean | undefined;
  /**
   * Other job directories of the same app: the run stops at an interview that one of them has created or may have
   * created.
   *
   * @default none: the interviews of a renamed copy of a file would be created again
   */
  readonly otherJobDirs?: readonly string[] | undefined;
  /**
   * Creates interviews again that other jobs have created. While Feishu remembers their external_ids, these are rejected.
   *
   * @default false
   */
  readonly repeatsOtherJobs?: boolean | undefined;
  /**
   * Looks in Feishu for interviews of unknown outcome before anything is sent. One that is found counts as created; one
   * that is not found, ten minutes after its last try at the earliest, is sent again.
   *
   * @default false
   */
  readonly settle?: boolean | undefined;
  /** Overwrites created interviews whose rows have changed since. @default false: such a row is rejected */
  readonly update?: boolean | undefined;
  /** About how many interviews will come, to reserve memory for their keys. */
  readonly expectedCount?: number | undefined;
  /** Language of the reasons in the files of rejected rows and of unknown interviews. @default "en" */
  readonly language?: Language | undefined;
  /**
   * The longest outage to wait out, in milliseconds: of the network or of Feishu, once it has responded to this run; 0
   * for none.
   *
   * @default 3600000
   */
  readonly maxOutageMs?: number | undefined;
  /** Called before each wait for the end of an outage. */
  readonly onOutage?: ((wait: OutageWait) => void) | undefined;
  /** Clock. Override it in tests. @default the system's */
  readonly clock?: Clock | undefined;
  /** Opens the journal's file. Override it in tests. */
  readonly openJournalFile?: OpenJournalFile | undefined;
}

/** The options of a run, with the defaults that several of its parts need. */
export interface RunOptions extends ImportOptions {
  readonly language: Language;
}

import type { Clock } from "../../clock.js";
import type { FeishuHire } from "../../index.js";
import type { Language } from "../../messages/language.js";
import type { OpenJournalFile } from "../job/journal/journal-file.js";
import type { OutageWait } from "../run/outage.js";

export interface UndoOptions {
  readonly client: FeishuHire;
  /** The directory of the job that created the interviews. */
  readonly jobDir: string;
  /** How many interviews there are to delete. If the job has another number, none is deleted. */
  readonly expectedCount: number;
  /** Deletes interviews that were changed in Feishu since, too. @default false */
  readonly changedToo?: boolean | undefined;
  /** Only these keys. @default all of the job */
  readonly only?: ReadonlySet<string> | undefined;
  /** Stops the run: nothing more is deleted, and requests in flight are awaited. */
  readonly signal?: AbortSignal | undefined;
  /** The longest outage to wait out, in milliseconds; 0 for none. @default 3600000 */
  readonly maxOutageMs?: number | undefined;
  /** Called before each wait for the end of an outage. */
  readonly onOutage?: ((wait: OutageWait) => void) | undefined;
  /** Removes the job's locks of other machines and containers, whose processes must be gone. */
  readonly forceUnlock?: boolean | undefined;
  /** Language of the reasons in the files of unknown interviews. @default "en" */
  readonly language?: Language | undefined;
  /** Clock. Override it in tests. @default the system's */
  readonly clock?: Clock | undefined;
  /** Opens the journal's file. Override it in tests. */
  readonly openJournalFile?: OpenJournalFile | undefined;
}

/** What an undo would delete. */
export interface UndoPlan {
  readonly count: number;
  readonly applications: number;
  /** How many of the job's interviews an undo has deleted before. */
  readonly undone: number;
  /** How many interviews may have been created: an undo does not look for them. */
  readonly unknown: number;
  /** How many of the keys that were asked for the job has not sent, or Feishu has rejected. */
  readonly notCreated: number;
  /** When the first and the last of them were created, as ISO 8601; undefined if the journal does not say. */
  readonly firstCreatedAt: string | undefined;
  readonly lastCreatedAt: string | undefined;
}

/** What happened to one interview. */
export interface Undoing {
  readonly key: string;
  readonly id: string;
  readonly line: number;
  /**
   * `kept`: it was changed in Feishu since. `notFound`: a query does not find it; it may have been deleted by a person,
   * or be too new to be found. `unknown`: it may have been deleted. `rejected`: Feishu has rejected its deletion.
   */
  readonly result: "undone" | "kept" | "notFound" | "unknown" | "rejected";
}

export interface UndoReport extends Readonly<Record<Undoing["result"], number>> {
  readonly status: "finished" | "interrupted";
  /** When all of the deleted interviews can be created again under their keys, as ISO 8601. */
  readonly reimportAt: string | undefined;
}

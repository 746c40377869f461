import { isObject } from "../../../is-object.js";
import type { ContentDigest } from "../../keys/content-digest.js";

/** Which app and host a job belongs to. A resumed run must have the same, since keys hold for one app only. */
export interface JournalHeader {
  readonly type: "header";
  readonly version: 1;
  readonly appId: string;
  readonly host: string;
  /** The namespace of derived keys. */
  readonly source: string | undefined;
  /** The zone of the input's local times. */
  readonly timeZone?: string | undefined;
  /** Identifies the mapping of the input: keys may be derived from what it produces. */
  readonly mapping?: string | undefined;
}

/** A request is about to be sent. */
export interface Intent {
  readonly type: "intent";
  readonly key: string;
  readonly application: string;
  readonly content: ContentDigest;
  readonly line: number;
  /** When a request with this key was first sent, in milliseconds since 1970-01-01 UTC. */
  readonly firstTryAtMs: number;
  /** When this entry was written. */
  readonly atMs?: number | undefined;
}

/** The outcome of an intent. `notSent` takes back an intent whose request was not sent. */
export type JournalOutcome =
  | {
      readonly type: "created";
      readonly key: string;
      readonly id: string;
      readonly atMs?: number | undefined;
    }
  | { readonly type: "rejected"; readonly key: string; readonly reason: string }
  | { readonly type: "unknown"; readonly key: string; readonly reason: string }
  | { readonly type: "notSent"; readonly key: string };

/** What happens to an interview after it was created. A change that has begun is open until its end is recorded. */
export type JournalChange =
  /** It is about to be deleted. */
  | { readonly type: "undoing"; readonly key: string; readonly id: string }
  /** It has been deleted. Feishu forgets its key some time after its creation, which was by `createdByMs`. */
  | { readonly type: "undone"; readonly key: string; readonly createdByMs: number }
  /** It was not deleted: the interview is as it was. */
  | { readonly type: "undoRejected"; readonly key: string }
  /** It is about to be overwritten. */
  | {
      readonly type: "updating";
      readonly key: string;
      readonly content: ContentDigest;
      readonly line: number;
    }
  | { readonly type: "updated"; readonly key: string }
  /** Feishu rejected the update: the interview is as it was. */
  | { readonly type: "updateRejected"; readonly key: string };

export type JournalEntry = JournalHeader | Intent | JournalOutcome | JournalChange;

const isText = (value: unknown) => typeof value === "string";
const isNumber = (value: unknown) => typeof value === "number";

/** The fields without which an entry of a type cannot be read. */
const REQUIRED: Readonly<
  Record<JournalEntry["type"], Readonly<Record<string, (value: unknown) => boolean>>>
> = {
  header: {},
  intent: { key: isText, firstTryAtMs: isNumber },
  created: { key: isText },
  rejected: { key: isText },
  unknown: { key: isText },
  notSent: { key: isText },
  undoing: { key: isText, id: isText },
  undone: { key: isText, createdByMs: isNumber },
  undoRejected: { key: isText },
  updating: { key: isText, content: isNumber },
  updated: { key: isText },
  updateRejected: { key: isText },
};

export const ENTRY_TYPES: readonly string[] = Object.keys(REQUIRED);

/** Parses a line: `"damaged"` if it is not an entry, `"newer"` if it is one that this version cannot understand. */
export function parseEntry(line: string): JournalEntry | "damaged" | "newer" {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "damaged";
  }
  if (!isObject(value) || typeof value.type !== "string") return "damaged";
  if (!Object.hasOwn(REQUIRED, value.type)) return "newer";
  if (value.type === "header" && value.version !== 1) return "newer";
  return isEntry(value) ? value : "damaged";
}

function isEntry(value: object): value is JournalEntry {
  const fields: Record<string, unknown> = { ...value };
  const required = REQUIRED[fields.type as JournalEntry["type"]];
  return Object.entries(required).every(([name, isValid]) => isValid(fields[name]));
}

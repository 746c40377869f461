import { ErrorCode, type KnownErrorCode } from "../../generated/error-codes.js";
import type { ReceivedRequest } from "./request-log.js";

/** A failure in Feishu's form. */
export interface FailureResponse {
  /** A code of the catalogue (`ErrorCode`), or any other. */
  code: KnownErrorCode | (number & {});
  /**
   * HTTP status.
   * @default the first that the catalogue lists for the code; else 500 for a server error, 400 for the rest
   */
  status?: number | undefined;
  /** @default the catalogue's text */
  msg?: string | undefined;
}

/** How requests are counted. Feishu does not document the kind of window. */
export interface RateLimit {
  /** `"fixed"`: consecutive periods, from the clock's zero. `"sliding"`: any period. @default "sliding" */
  window?: "fixed" | "sliding" | undefined;
  /** Requests allowed per period. @default the operation's documented limit */
  requests?: number | undefined;
  /** Length of a period, in milliseconds. @default the documented one */
  periodMs?: number | undefined;
  /** HTTP status of a limit response. @default 429 */
  status?: 429 | 400 | 200 | undefined;
}

/**
 * Response to a second create with the same `external_id`: the first result again, a
 * success without one, or a failure.
 */
export type DuplicateResponse = "firstResult" | "emptySuccess" | FailureResponse;

/**
 * Response to an id that does not exist: a failure, a success that holds
 * nothing, or a 404 without an envelope.
 */
export type UnknownIdResponse = FailureResponse | "emptySuccess" | "http404";

/** Behavior that Feishu does not document. A client must work under every choice. */
export interface UndocumentedBehavior {
  /** Response to a second create with the same `external_id` within its window. @default "firstResult" */
  duplicate?: DuplicateResponse | undefined;
  /**
   * How long an `external_id` counts if its page names no window, in milliseconds.
   * @default 86400000, 24 hours
   */
  undocumentedWindowMs?: number | undefined;
  /** Whether deleting a record frees its `external_id`. @default false */
  deleteFreesExternalId?: boolean | undefined;
  /**
   * Response to an update or a delete of an id that never existed, and to the create of an assessment for
   * such an interview.
   * @default 1002002
   */
  unknownId?: UnknownIdResponse | undefined;
  /**
   * The same for a deleted record. An assessment goes with its interview, or with an update that replaces it.
   * @default the same as `unknownId`
   */
  deletedId?: UnknownIdResponse | undefined;
  /** Effect of an unknown id in `external_interview_id_list`. @default "omitted" */
  unknownListId?: "omitted" | FailureResponse | undefined;
  /** Response to a create under an application that does not exist. @default "accepted" */
  unknownApplication?: "accepted" | FailureResponse | undefined;
  /** Response to `batch_query` without any filter. @default 1002002 */
  unfilteredQuery?: "everything" | FailureResponse | undefined;
  /** Whether `page_size` also cuts a query by `external_interview_id_list`. @default true */
  idQueryPaged?: boolean | undefined;
  /** Order of `items`. @default "oldestFirst" */
  itemOrder?: "oldestFirst" | "newestFirst" | undefined;
  /**
   * What a page token points at: a position, which shifts when records are deleted, or a record.
   * @default "offset"
   */
  pageTokens?: "offset" | "cursor" | undefined;
  /**
   * How long queries lag behind creates, updates and deletes, in milliseconds of the server's clock.
   * @default 0
   */
  queryLagMs?: number | undefined;
  /** Ids of an interview's assessments after an update; kept ones go by position. @default "new" */
  assessmentIdsOnUpdate?: "new" | "kept" | undefined;
  /** Effect of a PATCH's `assessment_dimension_list`; merged dimensions go by title. @default "replaced" */
  patchedDimensions?: "replaced" | "merged" | undefined;
  /** Whether deleting an application deletes its interviews. @default false */
  deleteCascades?: boolean | undefined;
}

/** Behavior of the server. All of it is plain data, unless `latencyMs` is a function. */
export interface TestFeishuOptions extends UndocumentedBehavior {
  /** @default "cli_test" */
  appId?: string | undefined;
  /** @default "test-app-secret" */
  appSecret?: string | undefined;
  /** Port on 127.0.0.1; 0 for a free one. @default 0 */
  port?: number | undefined;
  /** Lifetime of a token, in seconds. @default 7200 */
  tokenLifetimeSeconds?: number | undefined;
  /** Token returned after the current one was revoked. @default "newToken" */
  afterRevocation?: "newToken" | "sameToken" | undefined;
  /** Response to an unknown, expired or revoked token. @default 99991663 */
  rejectedToken?: FailureResponse | undefined;
  /** Response to a wrong app_id or app_secret. @default 10014 */
  wrongCredentials?: FailureResponse | undefined;
  /** The talents that exist; for any other one Feishu responds 1002102. @default "any" */
  talents?: "any" | readonly string[] | undefined;
  /** Rate limit of every operation; `false` for none. @default the documented ones, in a sliding window */
  rateLimit?: RateLimit | false | undefined;
  /** Delay of each response, in milliseconds, after the request was applied. @default 0 */
  latencyMs?: number | ((request: ReceivedRequest) => number) | undefined;
  /**
   * `"counts"` keeps no requests and no records, only counts, for long runs: queries, updates and deletes
   * then find nothing. @default "everything"
   */
  record?: "everything" | "counts" | undefined;
}

/** All options, of which only `deletedId` may be undefined: then it is the same as `unknownId`. */
export type ResolvedTestOptions = {
  readonly [Name in keyof TestFeishuOptions]-?: Name extends "deletedId"
    ? TestFeishuOptions[Name]
    : Exclude<TestFeishuOptions[Name], undefined>;
};

const DEFAULTS: ResolvedTestOptions = {
  appId: "cli_test",
  appSecret: "test-app-secret",
  port: 0,
  tokenLifetimeSeconds: 7200,
  afterRevocation: "newToken",
  rejectedToken: { code: ErrorCode.InvalidAccessToken },
  wrongCredentials: { code: ErrorCode.AppUnauthorized },
  talents: "any",
  rateLimit: {},
  latencyMs: 0,
  record: "everything",
  duplicate: "firstResult",
  undocumentedWindowMs: 24 * 3_600_000,
  deleteFreesExternalId: false,
  unknownId: { code: ErrorCode.BadParameter },
  deletedId: undefined,
  unknownListId: "omitted",
  unknownApplication: "accepted",
  unfilteredQuery: { code: ErrorCode.BadParameter },
  idQueryPaged: true,
  itemOrder: "oldestFirst",
  pageTokens: "offset",
  queryLagMs: 0,
  assessmentIdsOnUpdate: "new",
  patchedDimensions: "replaced",
  deleteCascades: false,
};

/**
 * Applies the defaults.
 *
 * @throws TypeError if there is no such option
 */
export function resolveTestOptions(options: TestFeishuOptions): ResolvedTestOptions {
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(DEFAULTS, name));
  if (unknown !== undefined) throw new TypeError(`${unknown} is not an option of startFeishu.`);
  // As for the client, undefined is the default.
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return { ...DEFAULTS, ...Object.fromEntries(given) };
}

import { ErrorCode, type KnownErrorCode } from "../../generated/error-codes.js";
import type { ReceivedRequest } from "./request-log.js";

/** A failure as Feishu answers it. */
export interface Refusal {
  /** A code of the catalogue (`ErrorCode`), or any other. */
  code: KnownErrorCode | (number & {});
  /** The HTTP status. @default the first that the catalogue has for the code; else 500 for a server failure, 400 for others */
  status?: number;
  /** @default the catalogue's words */
  msg?: string;
}

/** How Feishu counts requests; it does not document the kind of window. */
export interface RateLimit {
  /** `"fixed"`: periods follow each other from the clock's zero. `"sliding"`: any period counts. @default "sliding" */
  window?: "fixed" | "sliding";
  /** @default the documented limit of the operation */
  requests?: number;
  /** The length of a period, in milliseconds. @default the documented one */
  periodMs?: number;
  /** The HTTP status of a limit answer. @default 429 */
  status?: 429 | 400 | 200;
}

/**
 * What a second create with the same `external_id` within 24 hours answers, which Feishu does not document:
 * the first interview again, a success that holds no interview, or a failure.
 */
export type DuplicateAnswer = "firstInterview" | "successWithoutInterview" | Refusal;

/** How the Feishu to test against behaves. */
export interface TestFeishuOptions {
  /** @default "cli_test" */
  appId?: string;
  /** @default "test-app-secret" */
  appSecret?: string;
  /** The port on 127.0.0.1. @default a free one */
  port?: number;
  /** How long a token lives, in seconds. @default 7200 */
  tokenLifeSeconds?: number;
  /** What the token call hands out when the current token was revoked. @default "newToken" */
  afterRevocation?: "newToken" | "sameToken";
  /** The answer to a token that is unknown, expired or revoked. @default 99991663 */
  rejectedToken?: Refusal;
  /** The answer to a wrong app_id or app_secret. @default 10014 */
  wrongCredentials?: Refusal;
  /** The answer to a second create with the same `external_id` within 24 hours. @default "firstInterview" */
  duplicate?: DuplicateAnswer;
  /** The rate limit; `false` for none. @default the documented one, in a sliding window */
  rateLimit?: RateLimit | false;
  /** How long each answer takes, in milliseconds, after the request was carried out. @default 0 */
  latencyMs?: number | ((request: ReceivedRequest) => number);
  /** `"counts"` keeps no bodies, requests and interviews, but only counts them: for long runs. @default "everything" */
  keep?: "everything" | "counts";
}

export type ResolvedTestOptions = Readonly<Required<Omit<TestFeishuOptions, "rateLimit">>> & {
  readonly rateLimit: Readonly<RateLimit> | false;
};

export function resolveTestOptions(options: TestFeishuOptions): ResolvedTestOptions {
  return {
    appId: "cli_test",
    appSecret: "test-app-secret",
    port: 0,
    tokenLifeSeconds: 7200,
    afterRevocation: "newToken",
    rejectedToken: { code: ErrorCode.InvalidAccessToken },
    wrongCredentials: { code: ErrorCode.AppUnauthorized },
    duplicate: "firstInterview",
    rateLimit: {},
    latencyMs: 0,
    keep: "everything",
    ...options,
  };
}

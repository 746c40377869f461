import type { ApiFailure } from "./api.js";

/** How an attempt or a wait failed, as plain data. The call's error is created once, at its end. */
export type Failure =
  | (ApiFailure & { readonly kind: "api" })
  | {
      readonly kind: "connection";
      readonly message: string;
      readonly systemCode: string | undefined;
      readonly neverSent: boolean;
      /** Whether it would fail again: because of the server's certificate, for example. */
      readonly isPermanent: boolean;
    }
  | {
      readonly kind: "timeout";
      readonly limit: "timeoutMs" | "totalTimeoutMs";
      readonly ms: number;
      readonly neverSent?: boolean;
    }
  | {
      readonly kind: "unreadable";
      readonly status: number;
      readonly logId: string | undefined;
      readonly reason: string;
      readonly retryAfterMs: number | undefined;
      /** Whether the address is wrong: then nothing was applied, and it would fail again. */
      readonly isWrongAddress: boolean;
    }
  /** A bug in the transport. */
  | { readonly kind: "transport"; readonly message: string; readonly neverSent: boolean }
  | { readonly kind: "aborted"; readonly reason: unknown; readonly neverSent?: boolean };

/** Carries a failure to the end of the call: thrown, or as the reason of a signal. */
export class Failed {
  readonly failure: Failure;
  /** Added to the error's message. */
  readonly note: string | undefined;

  constructor(failure: Failure, note?: string) {
    this.failure = failure;
    this.note = note;
  }
}

/** A request that is about to be sent, without its content or any secret. */
export interface RequestEvent {
  /** The operation's id in the spec, such as `createExternalInterview`. */
  readonly operationId: string;
  /** The HTTP method, in capitals. */
  readonly method: string;
  /** The path template of the spec, with `{name}` for a parameter. */
  readonly path: string;
  /** The attempt's number, from 1. */
  readonly attempt: number;
}

/** How an attempt ended. */
export interface ResponseEvent extends RequestEvent {
  /** The HTTP status; undefined if there was no response. */
  readonly status: number | undefined;
  /** Feishu's code; undefined if the response had none. */
  readonly code: number | undefined;
  /** The response's log id, which Feishu's support asks for. */
  readonly logId: string | undefined;
  /** How long the attempt took, in milliseconds. */
  readonly durationMs: number;
}

/** An attempt that failed and is followed by another one. */
export interface RetryEvent extends ResponseEvent {
  /** The name of the error's class. */
  readonly reason: string;
  /** How long the client waits before it sends the request again, in milliseconds. */
  readonly waitMs: number;
}

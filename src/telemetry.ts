import type { Operation } from "../generated/operations.js";
import type { RequestEvent, ResponseEvent, RetryEvent } from "../generated/runtime/events.js";
import { callSafely } from "./call-safely.js";
import type { FeishuHireError } from "./errors/base.js";

/**
 * Receives log messages. Compatible with `console`, winston and pino: pino takes the fields
 * first, the others the message. A pino inside an object of your own is not recognized, so pass the fields
 * on first yourself: `info: (message, fields) => pino.info(fields, message)`.
 */
export interface Logger {
  debug(message: unknown, fields?: unknown): void;
  info(message: unknown, fields?: unknown): void;
  warn(message: unknown, fields?: unknown): void;
  error(message: unknown, fields?: unknown): void;
}

/** What is known of a response; nothing if there was none. */
export type ResponseInfo = Partial<Pick<ResponseEvent, "status" | "code" | "logId">>;

/** A long wait for a permit. */
export interface WaitEvent {
  /** The operation's id in the spec. */
  readonly operationId: string;
  /** How long until the next permit is free, in milliseconds: 10 000 or more. */
  readonly waitMs: number;
}

/**
 * Called at each step of a call, with an object of its own. Errors and rejections are ignored: a hook must not
 * break a call.
 */
export interface Hooks {
  /** Called before each attempt is sent. */
  onRequest?: ((event: RequestEvent) => void) | undefined;
  /** Called when an attempt has ended, with or without a response. */
  onResponse?: ((event: ResponseEvent) => void) | undefined;
  /** Called when an attempt has failed and the request will be sent again. */
  onRetry?: ((event: RetryEvent) => void) | undefined;
  /** Called when an operation's next call begins to wait for ten seconds or longer, because of the rate limit. */
  onWait?: ((event: WaitEvent) => void) | undefined;
}

type Level = "debug" | "info" | "warn" | "error";

/** From here on, a wait is logged in seconds, and one for a permit is reported. */
const LONG_WAIT_MS = 10_000;

/** Reports to the logger and the hooks. */
export class Telemetry {
  readonly #logger: Logger | undefined;
  readonly #hooks: Hooks;

  constructor(logger: Logger | undefined, hooks: Hooks) {
    this.#logger = logger;
    this.#hooks = hooks;
  }

  request(event: RequestEvent): void {
    this.#log("debug", () => `${event.operationId}: attempt ${event.attempt}`, event);
    notify(this.#hooks.onRequest, event);
  }

  response(event: ResponseEvent): void {
    this.#log("debug", () => summarize(event), event);
    notify(this.#hooks.onResponse, event);
  }

  /** @param onRetry the call's own hook */
  retry(event: RetryEvent, onRetry: Hooks["onRetry"]): void {
    const { reason, waitMs } = event;
    this.#log("warn", () => `${summarize(event)}; ${reason}, retry in ${formatWait(waitMs)}`, event);
    notify(this.#hooks.onRetry, event);
    notify(onRetry, event);
  }

  wait(event: WaitEvent): void {
    const { operationId, waitMs } = event;
    if (waitMs < LONG_WAIT_MS) return;
    this.#log("info", () => `${operationId}: the next permit is free in ${formatWait(waitMs)}`, event);
    notify(this.#hooks.onWait, event);
  }

  failure(
    { id: operationId, method, path }: Operation,
    { name, mayHaveSucceeded, attempts, status, code, logId }: FeishuHireError & ResponseInfo,
  ): void {
    const fields = { operationId, method, path, name, status, code, logId, attempts, mayHaveSucceeded };
    const parts = [
      code === undefined ? "" : `code ${code}`,
      status && `HTTP ${status}`,
      logId && `log id ${logId}`,
    ];
    const detail = parts.filter(Boolean).join(", ");
    this.#log("error", () => `${operationId} failed: ${name}${detail && ` (${detail})`}`, fields);
  }

  tokenStoreError(action: string): void {
    this.#log("warn", () => `The token store failed (${action}); continuing without it`, { action });
  }

  #log(level: Level, createMessage: () => string, fields: object): void {
    const logger = this.#logger;
    if (!logger) return;
    const message = createMessage();
    const given = { ...fields };
    callSafely(() => (isPino(logger) ? logger[level](given, message) : logger[level](message, given)));
  }
}

/** pino takes the fields first, and drops those that come second. */
function isPino(logger: Logger): boolean {
  return "bindings" in logger && "child" in logger;
}

function notify<T extends object>(hook: ((event: T) => unknown) | undefined, event: T): void {
  if (hook) callSafely(() => hook({ ...event }));
}

function formatWait(ms: number): string {
  return ms >= LONG_WAIT_MS ? `${Math.round(ms / 1000)} s` : `${Math.round(ms)} ms`;
}

function summarize({ operationId, attempt, status, code, logId, durationMs }: ResponseEvent): string {
  const response =
    status === undefined
      ? "no response"
      : `HTTP ${status}, code ${code ?? "none"}, log id ${logId ?? "none"}`;
  return `${operationId}: attempt ${attempt}: ${response}, ${Math.round(durationMs)} ms`;
}

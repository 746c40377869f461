import type { Operation } from "../generated/operations.js";
import { FeishuApiError } from "./errors/api.js";
import type { FeishuHireError } from "./errors/base.js";
import { InvalidResponseError } from "./errors/invalid-response.js";

/** Where the client tells what it does; pino, winston and console fit. */
export interface Logger {
  debug(message: string, facts?: object): void;
  info(message: string, facts?: object): void;
  warn(message: string, facts?: object): void;
  error(message: string, facts?: object): void;
}

/** All that is ever told of a request: nothing of what it holds, and no secret. */
export interface RequestEvent {
  readonly operationId: string;
  readonly method: string;
  /** As the spec has it, with `{name}` for a parameter. */
  readonly path: string;
  /** From 1. */
  readonly attempt: number;
}

export interface ResponseEvent extends RequestEvent {
  /** The HTTP status; undefined where there was no answer. */
  readonly status: number | undefined;
  /** Feishu's code; undefined where the answer had none. */
  readonly code: number | undefined;
  readonly logId: string | undefined;
  readonly durationMs: number;
}

export interface RetryEvent extends ResponseEvent {
  /** The name of the error's class. */
  readonly reason: string;
  /** How long the client waits before it sends the request again. */
  readonly waitMs: number;
}

/** Called at each step of a call. What they throw is ignored: watching must not break a call. */
export interface Hooks {
  onRequest?: ((facts: RequestEvent) => void) | undefined;
  onResponse?: ((facts: ResponseEvent) => void) | undefined;
  onRetry?: ((facts: RetryEvent) => void) | undefined;
}

/** Tells the logger and the hooks what happens. */
export class Telemetry {
  readonly #logger: Logger | undefined;
  readonly #hooks: Hooks;

  constructor(logger: Logger | undefined, hooks: Hooks) {
    this.#logger = logger;
    this.#hooks = hooks;
  }

  request(facts: RequestEvent): void {
    this.#tell("debug", () => `${facts.operationId}: attempt ${facts.attempt}`, facts);
    this.#call(this.#hooks.onRequest, facts);
  }

  response(facts: ResponseEvent): void {
    this.#tell("debug", () => summary(facts), facts);
    this.#call(this.#hooks.onResponse, facts);
  }

  /** @param onRetry the call's own hook */
  retry(facts: RetryEvent, onRetry: Hooks["onRetry"]): void {
    this.#tell(
      "warn",
      () => `${summary(facts)}; ${facts.reason}, sent again in ${Math.round(facts.waitMs)} ms`,
      facts,
    );
    this.#call(this.#hooks.onRetry, facts);
    this.#call(onRetry, facts);
  }

  failure(operation: Operation, error: FeishuHireError): void {
    const { name, mayHaveSucceeded, attempts } = error;
    const { status, code, logId } = answerFacts(error);
    const { id: operationId, method, path } = operation;
    this.#tell("error", () => `${operationId} failed: ${name}`, {
      ...{ operationId, method, path, name, status, code, logId, attempts, mayHaveSucceeded },
    });
  }

  tokenStoreError(action: string): void {
    this.#tell("warn", () => `The token store failed to ${action}; the client goes on without it`, {
      action,
    });
  }

  #tell(level: keyof Logger, message: () => string, facts: object): void {
    const logger = this.#logger;
    if (logger) this.#call(() => logger[level](message(), facts), facts);
  }

  #call<T>(hook: ((facts: T) => void) | undefined, facts: T): void {
    try {
      hook?.(facts);
    } catch {
      // The call goes on: see Hooks.
    }
  }
}

/** What an error says of the answer that caused it. */
export function answerFacts(error: unknown): Pick<ResponseEvent, "status" | "code" | "logId"> {
  if (error instanceof FeishuApiError) return { status: error.status, code: error.code, logId: error.logId };
  if (error instanceof InvalidResponseError)
    return { status: error.status, code: undefined, logId: error.logId };
  return { status: undefined, code: undefined, logId: undefined };
}

function summary({ operationId, attempt, status, code, logId, durationMs }: ResponseEvent): string {
  const answer =
    status === undefined ? "no answer" : `HTTP ${status}, code ${code ?? "none"}, log id ${logId ?? "none"}`;
  return `${operationId}: attempt ${attempt}: ${answer}, ${Math.round(durationMs)} ms`;
}

/** Marks the errors of every copy of this package. */
const BRAND = Symbol.for("feishu-hire.error");

/** What is known once the call has ended. */
export interface CallContext {
  readonly mayHaveSucceeded: boolean;
  readonly isTransient: boolean;
  readonly attempts: number;
  /** What to do next; may be empty. */
  readonly hint: string;
  /** What ended the call, if it is not the failure itself. */
  readonly cause?: unknown;
}

/**
 * The base of every error of the client.
 *
 * Printing an error, or serializing it as JSON, never reveals a secret, a token or a body.
 */
export class FeishuHireError extends Error {
  static override readonly name: string = "FeishuHireError";
  /** The operation that failed, by the spec's `operationId`. */
  readonly operationId: string | undefined;
  /**
   * Whether the request may have been applied in spite of the failure. The end of the message says whether
   * it is safe to send it again.
   */
  readonly mayHaveSucceeded: boolean;
  /**
   * Whether the same call may succeed later: it failed because of the connection, the server or a limit, and
   * the client has retried as often as it may.
   */
  readonly isTransient: boolean;
  /** How many requests were sent for this call. */
  readonly attempts: number;

  constructor(message: string, operationId?: string, context?: Partial<CallContext>) {
    const hint = context?.hint ? ` ${context.hint}` : "";
    super(message + hint, context?.cause === undefined ? undefined : { cause: context.cause });
    this.operationId = operationId;
    this.mayHaveSucceeded = context?.mayHaveSucceeded ?? false;
    this.isTransient = context?.isTransient ?? false;
    this.attempts = context?.attempts ?? 0;
    Object.defineProperty(this, BRAND, { value: true });
    // A minifier renames the class, but not this.
    Object.defineProperty(this, "name", { value: new.target.name, writable: true, configurable: true });
  }

  /** Recognizes the errors of every copy of this package, such as its CommonJS build, by their classes' names. */
  static override [Symbol.hasInstance](error: unknown): boolean {
    if (!FeishuHireError.is(error)) return false;
    let type: unknown = error.constructor;
    // biome-ignore-start lint/complexity/noThisInStatic: it is the class that is asked for, maybe a subclass
    for (; typeof type === "function"; type = Object.getPrototypeOf(type))
      if (type === this || (this.name && type.name === this.name)) return true;
    // biome-ignore-end lint/complexity/noThisInStatic: see above
    return false;
  }

  /** Whether a value is an error of this package, even one of another copy, such as its CommonJS build. */
  static is(error: unknown): error is FeishuHireError {
    return typeof error === "object" && error !== null && BRAND in error;
  }

  /** The fields that are safe to log. */
  toJSON(): object {
    return { ...this, name: this.name, message: this.message };
  }
}

/** Marks the errors of every copy of this package: `instanceof` knows only those of its own copy. */
const BRAND = Symbol.for("feishu-hire.error");

/** What only the whole call knows of a failure. */
export interface CallContext {
  readonly mayHaveSucceeded: boolean;
  readonly isTransient: boolean;
  readonly attempts: number;
  /** What to do next; may be empty. */
  readonly hint: string;
}

/**
 * The base of everything that this package throws.
 *
 * No error holds a secret, a token, or a request or response body, neither when printed nor as JSON.
 */
export class FeishuHireError extends Error {
  /** The operation that failed, by the spec's `operationId`. */
  readonly operationId: string | undefined;
  /**
   * Whether the request may have been applied in spite of the failure. If true, look in Feishu Hire before you send it
   * again, or repeat a create with the same `external_id` and body within 24 hours.
   */
  readonly mayHaveSucceeded: boolean;
  /**
   * Whether the same call may succeed later, as nothing is wrong with it: the connection, the server or a limit failed
   * it, beyond what the client waits for.
   */
  readonly isTransient: boolean;
  /** How many requests were sent for this call. */
  readonly attempts: number;

  constructor(message: string, operationId?: string, context?: Partial<CallContext>, cause?: unknown) {
    const hint = context?.hint ? ` ${context.hint}` : "";
    super(message + hint, cause === undefined ? undefined : { cause });
    this.operationId = operationId;
    this.mayHaveSucceeded = context?.mayHaveSucceeded ?? false;
    this.isTransient = context?.isTransient ?? false;
    this.attempts = context?.attempts ?? 0;
    Object.defineProperty(this, BRAND, { value: true });
    setName(this, "FeishuHireError");
  }

  /** Whether a value is an error of this package, also of another copy of it (ES module and CommonJS, say). */
  static is(error: unknown): error is FeishuHireError {
    return typeof error === "object" && error !== null && BRAND in error;
  }

  /** What may be logged of this error. */
  toJSON(): object {
    return { ...this, name: this.name, message: this.message };
  }
}

/** Names an error by a constant: minifiers rename classes. */
export function setName(error: Error, name: string): void {
  Object.defineProperty(error, "name", { value: name, configurable: true });
}

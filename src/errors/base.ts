/**
 * The base of everything that this package throws.
 *
 * No error holds a secret, a token, or a request or response body, neither when printed nor as JSON.
 */
export class FeishuHireError extends Error {
  /** The operation that failed, by the spec's `operationId`. */
  readonly operationId: string | undefined;
  /**
   * Whether the request may have been carried out in spite of the failure. If true, look in Feishu Hire before
   * you send it again, or send it again with the same `external_id` and body within 24 hours.
   */
  readonly mayHaveSucceeded: boolean = false;
  /** How many requests were sent for this call. */
  readonly attempts: number = 0;

  constructor(message: string, operationId?: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.operationId = operationId;
    Object.defineProperty(this, "name", { value: new.target.name, configurable: true });
  }

  /** What may be logged of this error. */
  toJSON(): object {
    return { ...this, name: this.name, message: this.message };
  }
}

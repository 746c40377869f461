import type { Operation } from "../../../generated/operations.js";
import type { RateLimit } from "../options.js";

/** Counts one operation's requests as Feishu's gateway would. Rejected ones do not count. */
export class RateWindow {
  readonly limit: number;
  readonly #periodMs: number;
  readonly #sliding: boolean;
  #admittedAtMs: number[] = [];

  constructor({ window = "sliding", requests, periodMs }: RateLimit, documented: Operation["rateLimit"]) {
    this.limit = requests ?? documented?.requests ?? Infinity;
    this.#periodMs = periodMs ?? documented?.periodMs ?? 1000;
    this.#sliding = window === "sliding";
  }

  /** Admits a request, or returns the seconds until one may pass. */
  admit(nowMs: number): number | undefined {
    const startMs = this.#sliding ? nowMs - this.#periodMs : nowMs - (nowMs % this.#periodMs);
    this.#admittedAtMs = this.#admittedAtMs.filter((atMs) =>
      this.#sliding ? atMs > startMs : atMs >= startMs,
    );
    if (this.#admittedAtMs.length < this.limit) {
      this.#admittedAtMs.push(nowMs);
      return undefined;
    }
    const oldestMs = this.#sliding ? (this.#admittedAtMs[0] ?? nowMs) : startMs;
    return Math.max(1, Math.ceil((oldestMs + this.#periodMs - nowMs) / 1000));
  }
}

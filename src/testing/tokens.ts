import { randomBytes } from "node:crypto";
import type { Clock } from "../clock.js";

/** A token that was handed out. */
export interface IssuedToken {
  readonly token: string;
  /** Milliseconds since 1970-01-01 UTC, by the server's clock. */
  readonly expiresAtMs: number;
  readonly revoked: boolean;
}

/** While so much is left of a token, the token call hands out the same one. */
const SAME_WHILE_LEFT_MS = 30 * 60_000;

/** The app's tokens: each lives its time, unless it is revoked. */
export class Tokens {
  readonly issued: (IssuedToken & { revoked: boolean })[] = [];
  readonly #clock: Clock;
  readonly #lifeMs: number;
  readonly #sameAfterRevocation: boolean;

  constructor(clock: Clock, lifeSeconds: number, sameAfterRevocation: boolean) {
    this.#clock = clock;
    this.#lifeMs = lifeSeconds * 1000;
    this.#sameAfterRevocation = sameAfterRevocation;
  }

  /** What the token call answers: the current token, or a new one, and the seconds that it still lives. */
  hand(): { tenant_access_token: string; expire: number } {
    const nowMs = this.#clock.now();
    const latest = this.issued.at(-1);
    const keeps = latest && (!latest.revoked || this.#sameAfterRevocation);
    const enoughLeft = latest && latest.expiresAtMs - nowMs >= SAME_WHILE_LEFT_MS;
    const current = keeps && enoughLeft ? latest : this.#issue(nowMs);
    return {
      tenant_access_token: current.token,
      expire: Math.max(0, Math.floor((current.expiresAtMs - nowMs) / 1000)),
    };
  }

  accepts(token: string): boolean {
    const issued = this.issued.find((other) => other.token === token);
    return issued !== undefined && !issued.revoked && issued.expiresAtMs > this.#clock.now();
  }

  revokeAll(): void {
    for (const issued of this.issued) issued.revoked = true;
  }

  #issue(nowMs: number): IssuedToken {
    const token = {
      token: `t-${randomBytes(20).toString("hex")}`,
      expiresAtMs: nowMs + this.#lifeMs,
      revoked: false,
    };
    this.issued.push(token);
    return token;
  }
}

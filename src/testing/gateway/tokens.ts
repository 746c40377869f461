import { randomBytes } from "node:crypto";
import type { Clock } from "../../clock.js";
import type { ResolvedTestOptions } from "../options.js";

/** A token that was issued. */
export interface IssuedToken {
  readonly token: string;
  /** Milliseconds since 1970-01-01 UTC, by the server's clock. */
  readonly expiresAtMs: number;
  readonly revoked: boolean;
}

/** The token call returns the current token while at least this much of its lifetime remains. */
const REUSE_THRESHOLD_MS = 30 * 60_000;

/** The app's tokens: each is valid until it expires or is revoked. */
export class Tokens {
  readonly issued: (IssuedToken & { revoked: boolean })[] = [];
  readonly #clock: Clock;
  readonly #lifetimeMs: number;
  readonly #reusesRevoked: boolean;

  constructor(clock: Clock, { tokenLifetimeSeconds, afterRevocation }: ResolvedTestOptions) {
    this.#clock = clock;
    this.#lifetimeMs = tokenLifetimeSeconds * 1000;
    this.#reusesRevoked = afterRevocation === "sameToken";
  }

  /** Issues the current token or a new one; `expire` is its remaining lifetime, in seconds. */
  issue(): { tenant_access_token: string; expire: number } {
    const nowMs = this.#clock.now();
    const latest = this.issued.at(-1);
    const reusable = latest && (!latest.revoked || this.#reusesRevoked);
    const current =
      reusable && latest.expiresAtMs - nowMs >= REUSE_THRESHOLD_MS ? latest : this.#create(nowMs);
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

  #create(nowMs: number): IssuedToken {
    const token = {
      token: `t-${randomBytes(20).toString("hex")}`,
      expiresAtMs: nowMs + this.#lifetimeMs,
      revoked: false,
    };
    this.issued.push(token);
    return token;
  }
}

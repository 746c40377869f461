import { type Clock, systemClock } from "../clock.js";
import { OperationWindow } from "./operation-window.js";
import type { Permit, PermitRequest, RateLimiter } from "./rate-limiter.js";

/** The client's own: in memory, one lane per operation. */
export class InMemoryRateLimiter implements RateLimiter {
  readonly #clock: Clock;
  readonly #lanes = new Map<string, OperationWindow>();

  constructor(clock: Clock = systemClock) {
    this.#clock = clock;
  }

  acquire({ operationId, limit, priority, signal }: PermitRequest): Promise<Permit> {
    return this.#lane(operationId, limit).acquire(priority, signal);
  }

  pause(operationId: string, waitMs: number): void {
    this.#lane(operationId, undefined).pause(waitMs);
  }

  #lane(operationId: string, limit: PermitRequest["limit"]): OperationWindow {
    const lane = this.#lanes.get(operationId) ?? new OperationWindow(this.#clock, limit);
    this.#lanes.set(operationId, lane);
    return lane;
  }
}

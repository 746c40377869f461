import { setSystemTimer } from "../../src/clock.js";
import type { Clock } from "../../src/index.js";
import type { TestFeishu } from "../../src/testing/index.js";

/**
 * The server's clock, with real timeouts that start once the server has received a request: a short one then
 * ends a request that hangs, but not one that a busy machine is slow to send.
 */
export class PatientClock implements Clock {
  readonly #feishu: TestFeishu;

  constructor(feishu: TestFeishu) {
    this.#feishu = feishu;
  }

  now(): number {
    return this.#feishu.clock.now();
  }

  monotonicNow(): number {
    return this.#feishu.clock.monotonicNow();
  }

  wait(ms: number, signal?: AbortSignal): Promise<void> {
    return this.#feishu.clock.wait(ms, signal);
  }

  setTimer(callback: () => void, ms: number): () => void {
    const receivedBefore = this.#feishu.requests.length;
    let cancel: () => void;
    const wait = () => {
      const isReceived = this.#feishu.requests.length > receivedBefore;
      cancel = setSystemTimer(isReceived ? callback : wait, ms);
    };
    wait();
    return () => cancel();
  }
}

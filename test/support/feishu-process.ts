import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { onTestFinished } from "vitest";
import type { Fault, FaultKind, TestFeishu, TestFeishuOptions } from "../../src/testing/index.js";
import { buildProgram } from "./program.js";

/** The state of a server in another process. */
export type FeishuState = Pick<
  TestFeishu,
  | "clientOptions"
  | "requests"
  | "requestCounts"
  | "limitResponses"
  | "interviews"
  | "interviewCount"
  | "tokens"
>;

/** A fault that is plain data: functions do not cross a process boundary. */
export type PlainFault = FaultKind & Pick<Fault, "operationId" | "applied" | "times">;

export type FeishuCommand =
  | { readonly kind: "read" }
  | { readonly kind: "fail"; readonly faults: readonly PlainFault[] }
  | { readonly kind: "advance"; readonly ms: number }
  | { readonly kind: "revokeTokens" };

/** Options that are plain data. */
export type PlainFeishuOptions = Omit<TestFeishuOptions, "latencyMs"> & { latencyMs?: number };

/**
 * Starts a Feishu in a process of its own, so that a busy test cannot delay it: `receivedAtMonotonicMs` of its
 * requests are true arrival times. It ends with the test.
 */
export async function startFeishuProcess(
  options: PlainFeishuOptions = {},
  onEnd: typeof onTestFinished = onTestFinished,
): Promise<FeishuProcess> {
  const { path } = await buildProgram("test/support/serve-feishu.ts");
  const child = fork(path, [JSON.stringify(options)], { execArgv: [], serialization: "advanced" });
  onEnd(() => {
    child.kill();
  });
  const [state]: FeishuState[] = await once(child, "message");
  if (!state) throw new Error("the server did not start");
  return new FeishuProcess(child, state.clientOptions);
}

/** A Feishu in a process of its own. */
export class FeishuProcess {
  /** Options for `new FeishuHire()` to call this server. */
  readonly clientOptions: FeishuState["clientOptions"];
  readonly #child: ChildProcess;

  constructor(child: ChildProcess, clientOptions: FeishuState["clientOptions"]) {
    this.#child = child;
    this.clientOptions = clientOptions;
  }

  read(): Promise<FeishuState> {
    return this.#send({ kind: "read" });
  }

  /** Appends to the script of faults. */
  async fail(...faults: PlainFault[]): Promise<void> {
    await this.#send({ kind: "fail", faults });
  }

  /** Advances the server's clock. */
  async advance(ms: number): Promise<void> {
    await this.#send({ kind: "advance", ms });
  }

  async revokeTokens(): Promise<void> {
    await this.#send({ kind: "revokeTokens" });
  }

  async #send(command: FeishuCommand): Promise<FeishuState> {
    const reply = once(this.#child, "message");
    this.#child.send(command);
    const [state]: FeishuState[] = await reply;
    if (!state) throw new Error("the server did not reply");
    return state;
  }
}

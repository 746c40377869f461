import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

/** A program of the benchmark in a process of its own, which answers each message with one. */
export class Child {
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess) {
    this.#process = process;
  }

  /** Starts the program, and gives what it says first. */
  static async start<First>(path: string, args: readonly string[]): Promise<[Child, First]> {
    const process = fork(path, args, { execArgv: [], stdio: ["ignore", "ignore", "pipe", "ipc"] });
    const child = new Child(process);
    return [child, await child.#next<First>()];
  }

  async ask<Answer>(message: object): Promise<Answer> {
    const answer = this.#next<Answer>();
    this.#process.send(message);
    return answer;
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, "exit");
    this.#process.disconnect();
    await ended;
  }

  async #next<Message>(): Promise<Message> {
    let said = "";
    this.#process.stderr?.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
    const controller = new AbortController();
    const { signal } = controller;
    try {
      return await Promise.race([
        once(this.#process, "message", { signal }).then(([message]) => message),
        once(this.#process, "exit", { signal }).then(() => Promise.reject(new Error(said))),
      ]);
    } finally {
      controller.abort();
      this.#process.stderr?.removeAllListeners("data");
    }
  }
}

/** Runs a program to its end, and gives the one thing that it says and how long it took from start to end. */
export async function runOnce<Said>(
  path: string,
  args: readonly string[],
): Promise<{ said: Said; wallMs: number }> {
  const startedAtMs = performance.now();
  const [child, said] = await Child.start<Said>(path, args);
  await child.stop();
  return { said, wallMs: performance.now() - startedAtMs };
}

import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

/** A program of the benchmark in a process of its own, which replies to each message with one. */
export class Child {
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess) {
    this.#process = process;
  }

  /** Starts the program; resolves to it and its first message. */
  static async start<First>(path: string, args: readonly string[]): Promise<[Child, First]> {
    const process = fork(path, args, { execArgv: [], stdio: ["ignore", "ignore", "pipe", "ipc"] });
    const child = new Child(process);
    return [child, await child.#next<First>()];
  }

  /** Sends a message and resolves to the reply. */
  async request<Reply>(message: object): Promise<Reply> {
    const reply = this.#next<Reply>();
    this.#process.send(message);
    return reply;
  }

  /** Disconnects from the program, which ends it. */
  async stop(): Promise<void> {
    const ended = once(this.#process, "exit");
    this.#process.disconnect();
    await ended;
  }

  /** Resolves to the next message; rejects with what the program wrote to stderr if it ends instead. */
  async #next<Message>(): Promise<Message> {
    let errorOutput = "";
    this.#process.stderr?.setEncoding("utf8").on("data", (text) => {
      errorOutput += text;
    });
    const controller = new AbortController();
    const { signal } = controller;
    try {
      return await Promise.race([
        once(this.#process, "message", { signal }).then(([message]) => message),
        once(this.#process, "exit", { signal }).then(() => Promise.reject(new Error(errorOutput))),
      ]);
    } finally {
      controller.abort();
      this.#process.stderr?.removeAllListeners("data");
    }
  }
}

/** Runs a program to its end; resolves to its one message and to the time from its start to its end. */
export async function runOnce<Message>(
  path: string,
  args: readonly string[],
): Promise<{ message: Message; wallMs: number }> {
  const startedAtMs = performance.now();
  const [child, message] = await Child.start<Message>(path, args);
  await child.stop();
  return { message, wallMs: performance.now() - startedAtMs };
}

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whether `redis-server` is installed. */
export const hasRedis: boolean = spawnSync("redis-server", ["--version"]).status === 0;

/** The end of a test's name: how to install `redis-server` if it is missing. */
export const skipNote: string = hasRedis
  ? ""
  : " (skipped, install redis-server: apt-get install redis-server)";

/** A `redis-server` for one test, on 127.0.0.1, which keeps nothing on disk. */
export class RedisServer {
  readonly port: number;
  readonly #folder: string;
  #process: ChildProcess;

  private constructor(port: number, folder: string, process: ChildProcess) {
    this.port = port;
    this.#folder = folder;
    this.#process = process;
  }

  static async start(): Promise<RedisServer> {
    const folder = await mkdtemp(join(tmpdir(), "feishu-hire-redis-"));
    for (;;) {
      // Below the ports that systems give to whoever asks, who could have it while this server restarts.
      const port = randomInt(10_000, 30_000);
      const process = await launch(port, folder);
      if (process) return new RedisServer(port, folder, process);
    }
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Suspends the process: connections stay open and get no reply. */
  freeze(): void {
    this.#process.kill("SIGSTOP");
  }

  thaw(): void {
    this.#process.kill("SIGCONT");
  }

  /** Restarts on the same port, without any data. */
  async restart(): Promise<void> {
    await this.kill();
    const process = await launch(this.port, this.#folder);
    if (!process) throw new Error(`Another program has taken port ${this.port}`);
    this.#process = process;
  }

  /** Kills the process and removes its folder. */
  async stop(): Promise<void> {
    await this.kill();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async kill(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const exited = new Promise((resolve) => this.#process.once("exit", resolve));
    this.#process.kill("SIGKILL");
    await exited;
  }
}

/** Launches the server; resolves once it accepts connections, to undefined if the port is taken. */
function launch(port: number, folder: string): Promise<ChildProcess | undefined> {
  const args = [
    "--port",
    String(port),
    "--bind",
    "127.0.0.1",
    "--save",
    "",
    "--appendonly",
    "no",
    "--dir",
    folder,
  ];
  const child = spawn("redis-server", args, { stdio: ["ignore", "pipe", "ignore"] });
  return new Promise((resolve, reject) => {
    let log = "";
    child.once("error", reject).once("exit", () => {
      if (log.includes("Address already in use")) resolve(undefined);
      else reject(new Error(`redis-server ended: ${log}`));
    });
    child.stdout.on("data", (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes("Ready to accept connections")) resolve(child);
    });
  });
}

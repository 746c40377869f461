import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { generate } from "../../../scripts/generate.js";
import type { ClientOptions } from "../../../src/index.js";
import type { TestFeishu } from "../../../src/testing/index.js";
import { readSpecWithOffers } from "./spec-with-offers.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const COPIED = ["src", "test", "scripts", "examples", "bench", "package.json"];

/** The client that the tests expect to be generated; the compiler checks that its types agree. */
export interface OffersClient {
  externalOffers: {
    delete(id: string): Promise<void>;
    update(id: string, params: object): Promise<{ id: string }>;
    listInterviewsAll(id: string): AsyncIterable<{ id: string }>;
  };
  offerStore: { purge(): Promise<void> };
  externalOfferLists: { list(params: object): Promise<{ items?: unknown[]; has_more?: boolean }> };
}

/** The whole package, generated from a spec with offers. */
export class OffersPackage {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async build(): Promise<OffersPackage> {
    mkdirSync(join(ROOT, ".tmp"), { recursive: true });
    const built = new OffersPackage(mkdtempSync(join(ROOT, ".tmp/offers-package-")));
    for (const name of COPIED) cpSync(join(ROOT, name), join(built.#folder, name), { recursive: true });
    for (const [name, text] of await generate(readSpecWithOffers)) built.write(`generated/${name}`, text);
    return built;
  }

  write(name: string, text: string): void {
    const file = join(this.#folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  copy(name: string, to: string): void {
    cpSync(join(this.#folder, name), join(this.#folder, to));
  }

  replace(name: string, before: string, after: string): void {
    const text = readFileSync(join(this.#folder, name), "utf8");
    if (!text.includes(before)) throw new Error(`${name} has no ${before}`);
    this.write(name, text.replace(before, after));
  }

  /**
   * Compiles these files and folders, and what they import.
   *
   * @returns the compiler's errors, one a line, each with its file
   */
  async compile(...include: string[]): Promise<string[]> {
    this.write("tsconfig.json", JSON.stringify({ extends: "../../tsconfig.json", include }));
    const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
    const args = [tsc, "--pretty", "false", "-p", "."];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: this.#folder }).catch(
      (failed: { stdout: string }) => failed,
    );
    return stdout.split("\n").filter((line) => /^\S/.test(line));
  }

  async createClient(options: ClientOptions): Promise<OffersClient> {
    const { FeishuHire } = await this.#import("src/index.ts");
    return new FeishuHire(options);
  }

  async startFeishu(): Promise<TestFeishu> {
    const { startFeishu } = await this.#import("src/testing/index.ts");
    return startFeishu();
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }

  #import(name: string) {
    return import(pathToFileURL(join(this.#folder, name)).href);
  }
}

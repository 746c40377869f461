import { mkdtemp, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { inject } from "vitest";
import { mustRun } from "./run.js";

/** A user's project: a new folder with the package installed from its tarball. */
export interface Consumer {
  readonly folder: string;
  /** The output of `npm install`. */
  readonly installed: string;
  write(name: string, text: string): Promise<void>;
}

/** Creates a project, which is removed after the run. */
export async function createConsumer(...otherPackages: readonly string[]): Promise<Consumer> {
  const folder = await mkdtemp(join(dirname(inject("tarball")), "consumer-"));
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  await write("package.json", JSON.stringify({ name: "consumer", private: true }));
  const options = ["--prefer-offline", "--no-audit", "--no-fund"];
  const installed = await mustRun(
    "npm",
    ["install", ...options, inject("tarball"), ...otherPackages],
    folder,
  );
  return { folder, installed, write };
}

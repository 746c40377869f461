import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { ROOT } from "./root.js";
import { mustRun } from "./run.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The path of the packed package. */
    tarball: string;
  }
}

/** Packs the package once for the whole run, into a folder that is removed after it. */
export default async function pack(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "feishu-hire-pack-"));
  await mustRun("npm", ["pack", "--pack-destination", folder], ROOT);
  const [tarball = "nothing was packed"] = await readdir(folder);
  project.provide("tarball", join(folder, tarball));
  return () => rm(folder, { recursive: true });
}

import { rename, rm, writeFile } from "node:fs/promises";

/** Writes a file of the job directory, readable by its owner only: a reader sees all of it, or all of the one before. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const part = `${path}.part`;
  await rm(part, { force: true });
  await writeFile(part, text, { mode: 0o600, flag: "wx" });
  await rename(part, path);
}

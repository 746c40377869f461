import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { onTestFinished, vi } from "vitest";
import { emptyFolder } from "./job-folder.js";

/** How much of a file has been flushed to disk. */
export interface Flushes {
  readonly path: string;
  readonly flushedBytes: number;
}

/** Every open file's methods, which Node keeps to itself. */
export async function fileHandlePrototype(): Promise<FileHandle> {
  const file = await open(join(await emptyFolder(), "any"), "w");
  await file.close();
  return Object.getPrototypeOf(file);
}

/** Takes down, at each flush that has ended, how much the file held when it began. */
export async function spyOnFlushes(path: string): Promise<Flushes> {
  const flushes = { path, flushedBytes: 0 };
  const prototype = await fileHandlePrototype();
  const { datasync } = prototype;
  const spy = vi.spyOn(prototype, "datasync").mockImplementation(async function (this: FileHandle) {
    const { size } = await this.stat();
    await datasync.call(this);
    flushes.flushedBytes = Math.max(flushes.flushedBytes, size);
  });
  onTestFinished(() => spy.mockRestore());
  return flushes;
}

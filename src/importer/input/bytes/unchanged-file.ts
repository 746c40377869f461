import type { Stats } from "node:fs";
import { phrase } from "../../messages/phrase.js";
import { InputError } from "../input-error.js";

/** Holds a file to what it was at the first look. */
export class UnchangedFile {
  #firstLook: Stats | undefined;

  /** @throws InputError if it is another file now, or has been written to */
  assertSame(look: Stats): void {
    this.#firstLook ??= look;
    const { dev, ino, size, mtimeMs } = this.#firstLook;
    if (look.dev === dev && look.ino === ino && look.size === size && look.mtimeMs === mtimeMs) return;
    throw new InputError(phrase("fileChanged"));
  }
}

import { readFile } from "node:fs/promises";
import { phrase } from "../../../messages/phrase.js";
import { describeSystemError } from "../../../messages/system-error.js";
import { InputError } from "../../input-error.js";
import type { Mapping } from "./mapping.js";

/**
 * Reads a mapping file, for the option `mapping` of `readInterviews`.
 *
 * @throws InputError if it cannot be read, or with all that is wrong in it
 */
export async function readMapping(path: string): Promise<Mapping> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    throw new InputError(phrase("cannotReadMapping", { path, reason: describeSystemError(error) }));
  }
  // Loaded on demand: the YAML library takes as long to load as the rest of the importer.
  const { parseMapping } = await import("./parse-mapping.js");
  return parseMapping(text, path);
}

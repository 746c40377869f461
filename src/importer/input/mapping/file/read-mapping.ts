import { readFileSync } from "node:fs";
import { phrase } from "../../../messages/phrase.js";
import { describeSystemError } from "../../../messages/system-error.js";
import { InputError } from "../../input-error.js";
import type { Mapping } from "./mapping.js";
import { parseMapping } from "./parse-mapping.js";

/** Reads a mapping file. @throws InputError if it cannot be read, or is none */
export function readMapping(path: string): Mapping {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new InputError(phrase("cannotReadMapping", { path, reason: describeSystemError(error) }));
  }
  return parseMapping(text, path);
}

import { type Phrase, phrase } from "../../../messages/phrase.js";
import { InputError } from "../../input-error.js";

/** The error for a workbook that breaks the format's rules, or that was cut on its way. */
export function damagedWorkbook(reason: string): InputError {
  return new InputError(phrase("damagedWorkbook", { reason }));
}

/** The error for a workbook that is too large to read within bounds. */
export function oversizedWorkbook(reason: Phrase): InputError {
  return new InputError(phrase("oversizedWorkbook", { reason }));
}

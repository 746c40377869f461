import { workbookDamages } from "../../../messages/errors/library-errors.js";
import { type Phrase, phrase } from "../../../messages/phrase.js";
import { InputError } from "../../input-error.js";

/** The error for a workbook that breaks the format's rules, or that was cut on its way. */
export function damagedWorkbook(reason: string, damage: keyof typeof workbookDamages = "part"): InputError {
  return new InputError(phrase("damagedWorkbook", { reason: { en: reason, zh: workbookDamages[damage] } }));
}

/** The error for a workbook that is too large to read within bounds. */
export function oversizedWorkbook(reason: Phrase): InputError {
  return new InputError(phrase("oversizedWorkbook", { reason }));
}

import { InputError } from "../input-error.js";

/** The error for a workbook that breaks the format's rules, or that was cut on its way. */
export function damagedWorkbook(reason: string): InputError {
  return new InputError(
    `The workbook is damaged or cut short: ${reason}. Open it in Excel, save it anew as .xlsx and try again.`,
  );
}

/** The error for a workbook that is too large to read within bounds. */
export function oversizedWorkbook(reason: string): InputError {
  return new InputError(`The workbook is too large: ${reason}. Split it, or save the sheet as "CSV UTF-8".`);
}

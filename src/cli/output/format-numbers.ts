import { measureText, padText } from "../language/text-width.js";

/** A label, a number and a note, if any. */
export type LabelledNumber = readonly [label: string, value: number, note?: string | undefined];

/** Formats one number a line, the labels padded to one width. */
export function formatNumbers(numbers: readonly LabelledNumber[]): string[] {
  const labelWidth = Math.max(...numbers.map(([label]) => measureText(label)));
  return numbers.map(([label, value, note]) =>
    [`  ${padText(label, labelWidth)} ${value}`, ...(note === undefined ? [] : [note])].join("   "),
  );
}

import { measureText, padText } from "../language/text-width.js";

/** A number with its label, and what there is to say about it. */
export type LabelledNumber = readonly [label: string, value: number, note?: string | undefined];

/** Numbers below one another, their labels padded to one width. */
export function formatNumbers(numbers: readonly LabelledNumber[]): string[] {
  const columns = Math.max(...numbers.map(([label]) => measureText(label)));
  return numbers.map(([label, value, note]) =>
    [`  ${padText(label, columns)} ${value}`, ...(note === undefined ? [] : [note])].join("   "),
  );
}

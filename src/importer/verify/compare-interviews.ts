import type { ExternalInterviewCreate } from "../../../generated/schema.js";
import { isObject } from "../../is-object.js";

/** A field whose value in Feishu is not the row's. */
export interface Difference {
  /** A JSON pointer into the body. */
  readonly field: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** Compares two normalized interviews. The order of lists does not count. */
export function compareInterviews(
  { external_id: _, ...expected }: ExternalInterviewCreate,
  { external_id: __, ...actual }: ExternalInterviewCreate,
): Difference[] {
  return compareValues("", expected, actual);
}

function compareValues(field: string, expected: unknown, actual: unknown): Difference[] {
  if (Array.isArray(expected) && Array.isArray(actual)) return compareLists(field, expected, actual);
  if (isObject(expected) && isObject(actual)) {
    const names = new Set([...Object.keys(expected), ...Object.keys(actual)]);
    return [...names].flatMap((name) => compareValues(`${field}/${name}`, expected[name], actual[name]));
  }
  return expected === actual ? [] : [{ field, expected, actual }];
}

/** Pairs equal items first, wherever they are; the others are compared in their order. */
function compareLists(field: string, expected: readonly unknown[], actual: readonly unknown[]): Difference[] {
  const left = [...actual];
  const unpaired = expected.flatMap((item, index) => {
    const at = left.findIndex((other) => isEqual(item, other));
    if (at < 0) return [{ item, index }];
    left.splice(at, 1);
    return [];
  });
  const changed = unpaired.flatMap(({ item, index }, position) =>
    compareValues(`${field}/${index}`, item, left[position]),
  );
  const added = left
    .slice(unpaired.length)
    .map((item) => ({ field: `${field}/-`, expected: undefined, actual: item }));
  return [...changed, ...added];
}

function isEqual(one: unknown, other: unknown): boolean {
  return compareValues("", one, other).length === 0;
}

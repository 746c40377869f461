import fc from "fast-check";
import { resolve, type SpecSchema } from "./spec.js";

/** JSON, as it is sent. */
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Generates bodies that a schema accepts. */
export function validBody(schema: SpecSchema): fc.Arbitrary<Json> {
  const { type, enum: values, properties = {}, required = [], items, ...bounds } = resolve(schema);
  if (values) return fc.constantFrom(...values);
  switch (type) {
    case "object": {
      const fields = Object.entries(properties).map(([name, field]) => [name, validBody(field)] as const);
      return fc.record(Object.fromEntries(fields), { requiredKeys: required, noNullPrototype: true });
    }
    case "array":
      return fc.array(validBody(items ?? {}), { minLength: bounds.minItems ?? 0, maxLength: 3 });
    case "string":
      return fc.string({ unit: "grapheme", minLength: bounds.minLength ?? 0, maxLength: 12 });
    case "integer":
      return fc.integer({
        min: bounds.minimum ?? Number.MIN_SAFE_INTEGER,
        max: bounds.maximum ?? Number.MAX_SAFE_INTEGER,
      });
    default:
      throw new Error(`no arbitrary for type ${type}`);
  }
}

/** Generates valid bodies with one to three changes at any depth: most are invalid, some still valid. */
export function changedBody(schema: SpecSchema): fc.Arbitrary<Json> {
  const changes = fc.array(fc.record({ position: fc.nat(), change }), { minLength: 1, maxLength: 3 });
  return fc
    .tuple(validBody(schema), changes)
    .map(([body, list]) =>
      list.reduce<Json>((changed, { position, change }) => applyAt(changed, position, change), body),
    );
}

/** Values of every JSON type, and values at the edge of what the spec allows. */
const junk: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, false, "", "1", [], {}, [null], ["选项1"], { id: "1" }),
  fc.constantFrom<Json>(-1, 0, 1, 3, 4, 5, 1.5, 2 ** 31, -(2 ** 31) - 1, 2 ** 53 - 1, 2 ** 53, 1e300),
  fc.string({ unit: "grapheme", maxLength: 5 }),
);

type Change = { kind: "replace"; by: Json } | { kind: "remove" } | { kind: "add"; name: string; value: Json };

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant("replace" as const), by: junk }),
  fc.record({ kind: fc.constant("remove" as const) }),
  fc.record({
    kind: fc.constant("add" as const),
    name: fc.oneof(
      fc.constantFrom("begin_tme", "id", "score", "__proto__", "constructor", "a/b~c"),
      fc.string(),
    ),
    value: junk,
  }),
);

/** Changes one value of the body: the one at `position` in the order of a walk through it. */
function applyAt(body: Json, position: number, change: Change): Json {
  const target = position % countValues(body);
  let index = 0;
  const walk = (value: Json): Json | undefined => {
    if (index++ === target) return applyChange(value, change);
    if (Array.isArray(value)) return value.map(walk).filter((item) => item !== undefined);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, child]) => {
        const changed = walk(child);
        return changed === undefined ? [] : [[key, changed]];
      }),
    );
  };
  return walk(body) ?? null;
}

function applyChange(value: Json, change: Change): Json | undefined {
  if (change.kind === "replace") return change.by;
  if (change.kind === "remove") return undefined;
  if (Array.isArray(value)) return [...value, change.value];
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries([...Object.entries(value), [change.name, change.value]]);
}

function countValues(value: Json): number {
  if (value === null || typeof value !== "object") return 1;
  return Object.values(value).reduce<number>((count, child) => count + countValues(child), 1);
}

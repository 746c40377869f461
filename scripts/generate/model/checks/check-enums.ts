import type { CreateError } from "../fields.js";
import { findRepeated } from "../find-repeated.js";
import type { Schema } from "../spec.js";

/** What an entry of each list looks like. */
const LISTS = [
  ["x-enum-varnames", /^[A-Z]\w*$/],
  ["x-enum-descriptions", /./],
  ["x-enum-labels-zh", /./],
  ["x-enum-value-fields", /^\w+$/],
] as const;

/** Checks that an enum has different numbers, and for each the name of a constant, of its own, and texts. */
export function checkEnum(name: string, schema: Schema, error: CreateError): void {
  const values = schema.enum ?? [];
  const wrong = values.filter((value, i) => !Number.isInteger(value) || values.indexOf(value) !== i);
  if (wrong.length > 0)
    throw error(
      `${name} has ${JSON.stringify(wrong[0])}; an enum's values are different integers`,
      schema,
      "enum",
    );
  for (const [key, pattern] of LISTS) {
    const list = schema[key];
    if (list === undefined && key === "x-enum-value-fields") continue;
    if (!Array.isArray(list) || list.length !== values.length)
      throw error(`${name} needs ${values.length} entries in ${key}`, schema, key);
    const unfit = list.find((text) => typeof text !== "string" || !pattern.test(text));
    if (unfit !== undefined) throw error(`${name} cannot have ${unfit} in ${key}`, schema, key);
  }
  const repeated = findRepeated(schema["x-enum-varnames"] ?? []);
  if (repeated !== undefined)
    throw error(`${name} has two values named ${repeated}`, schema, "x-enum-varnames");
}

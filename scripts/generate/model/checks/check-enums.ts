import type { CreateError } from "../fields.js";
import { findRepeated } from "../find-repeated.js";
import type { Schema } from "../spec.js";

const LISTS = ["x-enum-varnames", "x-enum-descriptions", "x-enum-labels-zh", "x-enum-value-fields"] as const;

/** Checks that an enum has numbers, and for each a name of its own and the rest. */
export function checkEnum(name: string, schema: Schema, error: CreateError): void {
  const values = schema.enum ?? [];
  const other = values.find((value) => typeof value !== "number");
  if (other !== undefined)
    throw error(`${name} has ${JSON.stringify(other)}; an enum's values are numbers`, schema, "enum");
  for (const key of LISTS) {
    const list = schema[key];
    if (list === undefined && key === "x-enum-value-fields") continue;
    if (!Array.isArray(list) || list.length !== values.length)
      throw error(`${name} needs ${values.length} entries in ${key}`, schema, key);
  }
  const repeated = findRepeated(schema["x-enum-varnames"] ?? []);
  if (repeated !== undefined)
    throw error(`${name} has two values named ${repeated}`, schema, "x-enum-varnames");
}

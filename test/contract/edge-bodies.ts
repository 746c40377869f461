import { resolve, type SpecSchema } from "./spec.js";

const OF_EVERY_TYPE = [null, true, "", "1", 0, -1, 1.5, [], [null], {}, { begin_tme: 1 }];

/**
 * Lists the edge values of a schema: values of each JSON type, both sides of each bound, and for each field
 * of an object the edge values of that field, beside valid required ones.
 */
export function listEdgeValues(schema: SpecSchema): unknown[] {
  const { properties = {}, required = [], items, enum: values = [], minimum, maximum } = resolve(schema);
  const valid = Object.fromEntries(required.map((name) => [name, "1"]));
  const fields = Object.entries(properties).flatMap(([name, field]) =>
    listEdgeValues(field).map((value) => ({ ...valid, [name]: value })),
  );
  const missing = required.map((name) => ({ ...valid, [name]: undefined }));
  const bounds = [minimum, maximum, ...values].filter((bound) => bound !== undefined);
  return [
    ...OF_EVERY_TYPE,
    ...fields,
    ...missing,
    ...(items ? listEdgeValues(items).map((value) => [value]) : []),
    ...new Set(bounds.flatMap((bound) => [bound - 1, bound, bound + 1])),
  ];
}

import type { Model } from "../model/model.js";
import { getRefName } from "../model/references.js";
import { uncapitalize } from "../names.js";
import { findReachableSchemas } from "./reachable-schemas.js";

/**
 * Emits dimension.ts: a builder for each type of an assessed dimension, with the value
 * field that the type calls for.
 */
export function emitDimension(model: Model): string {
  const { spec, enums } = model;
  const [type, values] = enums.find(([, schema]) => schema["x-enum-value-fields"]) ?? [];
  if (type === undefined || !values) throw new Error("No enum has x-enum-value-fields");
  const bodies = model.operations.flatMap(({ body }) => (body ? [body.schema] : []));
  const holder = findReachableSchemas(model, bodies)
    .map((name) => ({ name, properties: spec.components.schemas[name]?.properties ?? {} }))
    .find(({ properties }) => Object.values(properties).some(({ $ref }) => getRefName($ref) === type));
  if (!holder) throw new Error(`No schema that is sent has a field of type ${type}`);
  const [typeField = ""] =
    Object.entries(holder.properties).find(([, { $ref }]) => getRefName($ref) === type) ?? [];
  const fields = values["x-enum-value-fields"] ?? [];
  const missing = fields.find((field) => !holder.properties[field]);
  if (missing !== undefined)
    throw model.error(
      `x-enum-value-fields of ${type} names ${missing}, which ${holder.name} lacks`,
      values,
      "x-enum-value-fields",
    );
  const builders = (values["x-enum-varnames"] ?? []).map((name, i) => {
    const description = values["x-enum-descriptions"]?.[i] ?? "";
    const method = uncapitalize(name);
    return `
  /** ${description} */
  ${method}: (fields: DimensionWith<"${fields[i]}">): typeof fields & { ${typeField}: ${values.enum?.[i]} } => ({
    ...fields,
    ${typeField}: ${type}.${name},
  }),`;
  });
  return `
import { ${type} } from "./enums.js";
import type { ${holder.name} } from "./schema.js";

/** A dimension's title and description, and the one value that its type calls for. */
export type DimensionWith<Value extends keyof ${holder.name}> = Pick<${holder.name}, "title" | "description"> & {
  [Key in Value]: NonNullable<${holder.name}[Key]>;
};

/**
 * Builds assessed dimensions (评价维度), for creates and updates alike, each with only the value field of its type.
 *
 * @example
 * dimension.score({ title: "Coding", score: 92 });
 */
export const dimension = {${builders.join("")}
};
`;
}

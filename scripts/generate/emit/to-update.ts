import type { Model } from "../model/model.js";
import { refName } from "../model/references.js";
import type { Schema } from "../model/spec.js";

/** to-update.ts: from what a call returned to the body of the PUT that overwrites it, field by field. */
export function emitToUpdate(model: Model): string {
  const updates = model.methods.flatMap(({ method, body, resultSchema }) =>
    method === "PUT" && body && resultSchema ? [{ from: resultSchema, to: body.schema }] : [],
  );
  const names = [...new Set(updates.flatMap(({ from, to }) => [from, to]))].sort();
  return `
import type { ${names.join(", ")} } from "./schema.js";

/**
 * What \`update\` takes of what a call returned: without ids of its own, and without fields that it does not know.
 *
 * @example
 * await hire.externalInterviews.update(interview.id, { ...toUpdate(interview), end_time });
 */
${updates.map(({ from, to }) => `export function toUpdate(given: ${from}): ${to};`).join("\n")}
export function toUpdate(given: ${updates.map(({ from }) => from).join(" | ")}): ${updates.map(({ to }) => to).join(" | ")} {
${updates.map(({ to }, i) => `${i < updates.length - 1 ? `if ("${model.spec.components.schemas[to]?.required?.[0]}" in given) ` : ""}return to${to}(given);`).join("\n")}
}

${updates
  .map(
    ({ from, to }) =>
      `function to${to}(given: ${from}): ${to} {\n  return ${emitCopy(model, to, "given")};\n}`,
  )
  .join("\n\n")}
`;
}

/** A literal of the fields that a schema has, read from \`source\`. */
function emitCopy(model: Model, schema: string, source: string): string {
  const { properties = {} } = model.spec.components.schemas[schema] ?? {};
  const fields = Object.entries(properties).map(
    ([name, property]) => `${name}: ${emitField(model, property, `${source}.${name}`)}`,
  );
  return `{ ${fields.join(", ")} }`;
}

function emitField(model: Model, { type, items }: Schema, source: string): string {
  const inner = refName(items?.$ref);
  if (type !== "array" || inner === undefined) return `${source} ?? undefined`;
  const variable = inner.charAt(0).toLowerCase() + inner.slice(1);
  return `${source}?.map((${variable}) => (${emitCopy(model, inner, variable)}))`;
}

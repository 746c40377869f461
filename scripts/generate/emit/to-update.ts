import type { Method, Model } from "../model/model.js";
import { getRefName } from "../model/references.js";
import type { Schema } from "../model/spec.js";
import { uncapitalize } from "../names.js";

/** A model, and the body that overwrites it: `X` and `XUpdate`. */
interface Update {
  readonly from: string;
  readonly to: string;
}

/**
 * Emits to-update.ts: copies what a call returned into the body of the PUT that
 * overwrites it, field by field.
 */
export function emitToUpdate(model: Model): string {
  const updates = findUpdates(model);
  const names = updates.flatMap(({ from, to }) => [from, to]).sort();
  const models = updates.map(({ from }) => from).join(" | ");
  const guarded = updates.slice(0, -1);
  return `
import type { ${names.join(", ")} } from "./schema.js";

/**
 * Copies what a call returned into a body for \`update\`, without its ids and without fields
 * that \`update\` does not take.
 *
 * Values are copied as they are. A success may hold what a request may not, such as an enum's value that is newer
 * than this package or a \`score\` of 4.5; \`update\` then rejects with an \`InvalidRequestError\` that names the field.
 * Replace the value, or leave the field out.
 *
 * @example
 * await hire.externalInterviews.update(interview.id, { ...toUpdate(interview), end_time });
 */
${updates.map(({ from, to }) => `export function toUpdate(model: ${from}): ${to};`).join("\n")}
export function toUpdate(model: ${models}): ${updates.map(({ to }) => to).join(" | ")} {
${guarded.map(({ from, to }) => `if (is${from}(model)) return to${to}(model);`).join("\n")}
return to${updates.at(-1)?.to}(model);
}

${guarded.map((update, i) => emitGuard(model, update, updates.slice(i + 1), models)).join("\n\n")}

${updates
  .map(
    ({ from, to }) =>
      `function to${to}(model: ${from}): ${to} {\n  return ${emitCopy(model, to, from, "model")};\n}`,
  )
  .join("\n\n")}
`;
}

/**
 * Finds the pairs of models, each once, since operations may share them. A PUT with
 * a body of another name is none.
 */
function findUpdates({ methods }: Model): Update[] {
  const bodies = new Map<string, string>();
  for (const method of methods) {
    if (method.body && takesToUpdate(method)) bodies.set(String(method.resultSchema), method.body.schema);
  }
  return [...bodies].map(([from, to]) => ({ from, to }));
}

/** Whether `toUpdate` makes the body of a method from what it returns. */
export function takesToUpdate({ method, body, resultSchema }: Method): boolean {
  return method === "PUT" && body?.schema === `${resultSchema}Update`;
}

/** Emits the guard of a model, by every field that the other models lack: a response may lack any one of them. */
function emitGuard(
  { spec, error }: Model,
  { from, to }: Update,
  others: readonly Update[],
  models: string,
): string {
  const { schemas } = spec.components;
  const fields = Object.keys(schemas[to]?.properties ?? {}).filter((name) =>
    others.every((other) => !schemas[other.from]?.properties?.[name]),
  );
  if (fields.length === 0) throw error(`No field of ${to} sets ${from} apart from other models`, schemas[to]);
  return `function is${from}(model: ${models}): model is ${from} {
  return ${JSON.stringify(fields)}.some((name) => name in model);
}`;
}

/** Emits a literal of the fields that both schemas have, read from `source`. */
function emitCopy(model: Model, to: string, from: string, source: string): string {
  const { schemas } = model.spec.components;
  const read = schemas[from]?.properties ?? {};
  const lacking = schemas[to]?.required?.find((name) => !schemas[from]?.required?.includes(name));
  if (lacking !== undefined)
    throw model.error(
      `${to} requires ${lacking}, which ${from} may lack, so toUpdate cannot make it`,
      schemas[to],
    );
  const fields = Object.entries(schemas[to]?.properties ?? {})
    .filter(([name]) => read[name])
    .map(([name, field]) => `${name}: ${emitField(model, field, read[name], `${source}.${name}`)}`);
  return `{ ${fields.join(", ")} }`;
}

function emitField(model: Model, to: Schema, from: Schema | undefined, source: string): string {
  const inner = { to: getRefName(to.items?.$ref), from: getRefName(from?.items?.$ref) };
  if (to.type !== "array" || inner.to === undefined || inner.from === undefined)
    return `${source} ?? undefined`;
  const variable = uncapitalize(inner.from);
  return `${source}?.map((${variable}) => (${emitCopy(model, inner.to, inner.from, variable)}))`;
}

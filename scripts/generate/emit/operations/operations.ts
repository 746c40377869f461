import type { Model } from "../../model/model.js";
import { emitOperation } from "./operation.js";

/** Emits operations.ts and operations/<operationId>.ts, by name. */
export function emitOperations(model: Model): [name: string, source: string][] {
  return [
    ["operations.ts", emitAllOperations(model)],
    ...model.operations.map((operation): [string, string] => [
      `operations/${operation.id}.ts`,
      emitOperation(operation, model),
    ]),
  ];
}

function emitAllOperations({ operations, hosts, spec }: Model): string {
  const ids = operations.map(({ id }) => id);
  return `
${ids.map((id) => `import { operation as ${id} } from "./operations/${id}.js";`).join("\n")}

export type { Idempotency, JsonType, Operation, RateLimit, Requirement } from "./runtime/operation.js";

/** The hosts that serve the API: Feishu's, then Lark's. */
export const hosts = ${JSON.stringify(hosts)} as const;

/** Where an app's administrator grants it scopes; \`{app_id}\` and \`{scopes}\` are placeholders. */
export const scopeGrantUrl = ${JSON.stringify(spec["x-scope-grant-url"])};

/** An operation's id in the spec. */
export type OperationId = ${ids.map((id) => `"${id}"`).join(" | ")};

/** Every operation of the spec, by its id. */
export const operations: {
${ids.map((id) => `readonly ${id}: typeof ${id};`).join("\n")}
} = {
${ids.map((id) => `${id},`).join("\n")}
};
`;
}

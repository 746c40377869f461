import type { Model, Operation } from "../model/model.js";

/** Emits operations.ts: what the client needs to know about each operation, apart from its types. */
export function emitOperations({ operations, hosts, spec }: Model): string {
  return `
import type { Operation } from "./runtime/operation.js";

export type { Idempotency, JsonType, Operation, RateLimit, Requirement } from "./runtime/operation.js";

/** The hosts that serve the API: Feishu's, then Lark's. */
export const hosts = ${JSON.stringify(hosts)} as const;

/** Where an app's administrator grants it scopes; \`{app_id}\` and \`{scopes}\` are placeholders. */
export const scopeGrantUrl = ${JSON.stringify(spec["x-scope-grant-url"])};

/** Every operation of the spec, by its id. */
export const operations: {
${operations.map(({ id, path }) => `readonly ${id}: Operation & { readonly path: ${JSON.stringify(path)} };`).join("\n")}
} = {
${operations.map((operation) => `${operation.id}: ${emitFacts(operation)},`).join("\n")}
};

/** An operation's id in the spec. */
export type OperationId = keyof typeof operations;
`;
}

function emitFacts(operation: Operation): string {
  const { id, method, path, authenticated, contentType, rateLimit } = operation;
  const { idempotency, scopes, idFields, result, requires, docUrl } = operation;
  const facts = {
    id,
    method,
    path,
    authenticated,
    contentType,
    rateLimit,
    idempotency,
    scopes,
    idFields,
    result,
    requires,
    docUrl,
  };
  return emitLiteral(facts);
}

/** Emits a literal with its `undefined` members, which JSON would leave out. */
function emitLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(emitLiteral).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "undefined";
  return `{ ${Object.entries(value)
    .map(([key, member]) => `${key}: ${emitLiteral(member)}`)
    .join(", ")} }`;
}

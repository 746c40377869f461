import type { Model, Operation } from "./model.js";

const HOUR_MS = 3_600_000;

/** operations.ts: what the client must know of each operation besides its types. */
export function emitOperations({ operations, hosts, spec }: Model): string {
  return `
/** The hosts that serve the API: Feishu's, then Lark's. */
export const hosts = ${JSON.stringify(hosts)} as const;

/** Where an app's administrator grants it scopes; \`{app_id}\` and \`{scopes}\` are to be filled in. */
export const scopeGrantUrl = ${JSON.stringify(spec["x-scope-grant-url"])};

/** What the client must know of an operation besides its types. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** With \`{name}\` for each path parameter. */
  readonly path: string;
  /** Whether it carries a tenant_access_token. */
  readonly authenticated: boolean;
  /** The exact Content-Type header of a request with a body. */
  readonly contentType: string | undefined;
  /** At most so many requests in any such period, per app and tenant. */
  readonly rateLimit: { readonly requests: number; readonly periodMs: number } | undefined;
  /**
   * When a request whose fate is unknown may be sent again: always, or if its body has this field
   * and while the window since the first try is open. Undefined: never.
   */
  readonly idempotency: "always" | { readonly field: string; readonly windowMs: number } | undefined;
  /** The permissions, any one of which is enough. */
  readonly scopes: readonly string[];
  /** The values that a success must hold, and their JSON type. */
  readonly requires: readonly { readonly path: readonly string[]; readonly type: "string" | "number" }[];
  readonly docUrl: string;
}

export const operations: {
${operations.map(({ id, path }) => `readonly ${id}: Operation & { readonly path: ${JSON.stringify(path)} };`).join("\n")}
} = {
${operations.map((operation) => `${operation.id}: ${emitFacts(operation)},`).join("\n")}
};
`;
}

function emitFacts(operation: Operation): string {
  const { id, method, path, authenticated, contentType, rateLimit, scopes, requires, docUrl } = operation;
  const idempotency = emitIdempotency(operation);
  const facts = {
    id,
    method,
    path,
    authenticated,
    contentType,
    rateLimit,
    idempotency,
    scopes,
    requires,
    docUrl,
  };
  return `{${Object.entries(facts)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join(", ")}}`;
}

function emitIdempotency({ idempotency, method }: Operation): unknown {
  if (!idempotency) return method === "POST" || method === "PATCH" ? undefined : "always"; // RFC 9110, 9.2.2
  if ("always" in idempotency) return "always";
  return { field: idempotency.field, windowMs: idempotency.windowHours * HOUR_MS };
}

/** What the emitters need of the spec, read once and checked, so that a wrong fact fails here, with its line. */
import type { Idempotency, RateLimit, Requirement } from "../runtime/operation.js";
import { isRecord, type Located } from "./fields.js";
import { assertKnownExtensions } from "./known-extensions.js";
import { type LoadedSpec, loadSpec, type ReadFile } from "./load-spec.js";
import { readOperation } from "./read-operation.js";
import { type ErrorCode, METHODS, type Schema, type Spec } from "./spec.js";

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly schema: Schema;
  readonly description: string;
  readonly example: unknown;
}

/** How an operation's pages follow each other, and what is in them, by the fields' names. */
export interface Pagination {
  readonly cursor: string;
  readonly limit: { readonly name: string; readonly maximum: number };
  /** A list in the body that is sent in chunks if it is longer. */
  readonly chunks: { readonly name: string; readonly maximum: number } | undefined;
  readonly items: string;
  readonly itemSchema: string;
  readonly nextCursor: string;
  readonly hasMore: string;
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly docUrl: string;
  readonly authenticated: boolean;
  readonly contentType: string | undefined;
  readonly body: { readonly schema: string; readonly required: boolean } | undefined;
  readonly parameters: readonly Parameter[];
  /** References to the examples of its body. */
  readonly requestExamples: readonly string[];
  /** The method that it becomes; `undefined` for what only the client itself calls. */
  readonly sdk: { readonly resource: string; readonly method: string } | undefined;
  readonly result: readonly string[] | undefined;
  readonly resultSchema: string | undefined;
  /** Whether a success may lack its result. */
  readonly resultOptional: boolean;
  readonly requires: readonly Requirement[];
  readonly rateLimit: RateLimit | undefined;
  readonly idempotency: Idempotency;
  readonly pagination: Pagination | undefined;
  readonly scopes: readonly string[];
  /** The fields of its path, query and body that take ids of what exists. */
  readonly ids: readonly string[];
  /** The codes of its own page, each of which one of its responses shows. */
  readonly ownErrorCodes: readonly number[];
}

/** An operation that is a method of a resource. */
export type Method = Operation & { readonly sdk: NonNullable<Operation["sdk"]> };

export interface Model {
  readonly spec: Spec;
  /** The comment that heads the spec. */
  readonly head: string;
  readonly hosts: readonly string[];
  readonly operations: readonly Operation[];
  readonly methods: readonly Method[];
  readonly enums: readonly (readonly [name: string, schema: Schema])[];
  readonly errorCodes: readonly ErrorCode[];
}

export function readModel(readFile: ReadFile): Model {
  const loaded = loadSpec(readFile);
  const error: Located = (message, at) => new Error(`${loaded.locate(at)}: ${message}`);
  const spec = assertSpec(loaded, error);
  assertKnownExtensions(spec, error);
  const operations = Object.entries(spec.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const raw = item[method];
      return raw ? [readOperation({ spec, error, path, method, raw, shared: item.parameters ?? [] })] : [];
    }),
  );
  const methods = operations.filter(isMethod);
  assertDistinct(methods);
  assertErrorCodes(spec, error);
  return {
    spec,
    head: loaded.head,
    hosts: spec.servers.map((server) => server.url),
    operations,
    methods,
    enums: Object.entries(spec.components.schemas).filter(([, schema]) => schema.enum),
    errorCodes: spec["x-error-codes"],
  };
}

function assertSpec({ document }: LoadedSpec, error: Located): Spec {
  if (isSpec(document)) return document;
  throw error(
    "The root needs servers, security, paths, components, x-error-kinds and x-error-codes",
    document,
  );
}

function isSpec(document: unknown): document is Spec {
  const needed = ["servers", "security", "paths", "components", "x-error-kinds", "x-error-codes"];
  return isRecord(document) && needed.every((key) => document[key] !== undefined);
}

function isMethod(operation: Operation): operation is Method {
  return operation.sdk !== undefined;
}

/** Names that a client has already. */
const RESERVED = ["raw", "appId", "baseUrl", "constructor"];

function assertDistinct(methods: readonly Method[]): void {
  const known = new Map<string, string>();
  for (const { id, sdk, pagination } of methods) {
    if (RESERVED.includes(sdk.resource)) throw new Error(`${id}: a resource cannot be named ${sdk.resource}`);
    for (const name of [sdk.method, ...(pagination ? [`${sdk.method}All`] : [])]) {
      const method = `${sdk.resource}.${name}`;
      const other = known.get(method);
      if (other) throw new Error(`${id} and ${other} are both ${method}`);
      known.set(method, id);
    }
  }
}

function assertErrorCodes({ "x-error-codes": codes, "x-error-kinds": kinds }: Spec, error: Located): void {
  const known = new Set<number>();
  for (const entry of codes) {
    if (known.has(entry.code)) throw error(`x-error-codes has ${entry.code} twice`, entry);
    known.add(entry.code);
    if (!Object.hasOwn(kinds, entry.kind))
      throw error(`${entry.code} is of kind ${entry.kind}, which x-error-kinds does not have`, entry);
  }
}

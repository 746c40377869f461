import { type CreateError, isRecord } from "./fields.js";
import { assertKnownExtensions } from "./known-extensions.js";
import { type LoadedSpec, loadSpec, type ReadFile } from "./load-spec.js";
import type { Method, Model, Operation } from "./model.js";
import { readOperation } from "./read-operation.js";
import { METHODS, type Spec } from "./spec.js";

/** Reads and checks what the emitters need from the spec, so that an error in it is reported with its line. */
export function readModel(readFile: ReadFile): Model {
  const loaded = loadSpec(readFile);
  const error: CreateError = (message, at) => new Error(`${loaded.locate(at)}: ${message}`);
  const spec = assertSpec(loaded, error);
  assertKnownExtensions(spec, error);
  const operations = Object.entries(spec.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const raw = item[method];
      return raw
        ? [readOperation({ spec, error, path, method, raw, pathParameters: item.parameters ?? [] })]
        : [];
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

function assertSpec({ document }: LoadedSpec, error: CreateError): Spec {
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

/** Names that a client uses itself. */
const RESERVED = ["appId", "baseUrl", "constructor"];

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

function assertErrorCodes(
  { "x-error-codes": codes, "x-error-kinds": kinds }: Spec,
  error: CreateError,
): void {
  const known = new Set<number>();
  for (const entry of codes) {
    if (known.has(entry.code)) throw error(`x-error-codes has ${entry.code} twice`, entry);
    known.add(entry.code);
    if (!Object.hasOwn(kinds, entry.kind))
      throw error(`${entry.code} is of kind ${entry.kind}, which x-error-kinds does not have`, entry);
  }
}

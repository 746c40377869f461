import { isObject } from "../runtime/checks.js";
import { checkCatalogue } from "./checks/check-catalogue.js";
import { checkEnum } from "./checks/check-enums.js";
import { checkModelNames, checkNames } from "./checks/check-names.js";
import { assertKnownExtensions } from "./checks/known-extensions.js";
import type { CreateError } from "./fields.js";
import { type LoadedSpec, loadSpec, type ReadFile } from "./load-spec.js";
import type { Method, Model, Operation } from "./model.js";
import { readOperation } from "./read-operation.js";
import type { OperationSource } from "./source.js";
import { METHODS, type PathItem, type Spec } from "./spec.js";

/** Reads and checks what the emitters need from the spec, so that an error in it is reported with its line. */
export function readModel(readFile: ReadFile): Model {
  const loaded = loadSpec(readFile);
  const error: CreateError = (message, at, key) => new Error(`${loaded.locate(at, key)}: ${message}`);
  const spec = assertSpec(loaded, error);
  const enums = Object.entries(spec.components.schemas).filter(([, schema]) => schema.enum);
  for (const [name, schema] of Object.entries(spec.components.schemas)) checkModelNames(name, schema, error);
  for (const [name, schema] of enums) checkEnum(name, schema, error);
  checkCatalogue(spec, error);
  const sources = Object.entries(spec.paths).flatMap(([path, item]) =>
    listSources({ spec, error, path }, item),
  );
  assertKnownExtensions(spec, error);
  const read = sources.map((source) => ({ source, operation: readOperation(source) }));
  checkNames(read);
  const operations = read.map(({ operation }) => operation);
  return {
    spec,
    error,
    head: loaded.head,
    hosts: spec.servers.map((server) => server.url),
    operations,
    methods: operations.filter(isMethod),
    enums,
    errorCodes: spec["x-error-codes"],
  };
}

function assertSpec({ document }: LoadedSpec, error: CreateError): Spec {
  if (isSpec(document)) return document;
  throw error(`The root needs ${ROOT.join(", ")}`, document);
}

/** The parts of the root without which nothing can be generated. */
const ROOT = ["servers", "paths", "components", "x-error-kinds", "x-error-codes", "x-scope-grant-url"];

function isSpec(document: unknown): document is Spec {
  return isObject(document) && ROOT.every((key) => document[key] !== undefined);
}

function isMethod(operation: Operation): operation is Method {
  return operation.sdk !== undefined;
}

/** Lists the operations of a path. */
function listSources(
  shared: Pick<OperationSource, "spec" | "error" | "path">,
  item: PathItem,
): OperationSource[] {
  const known: readonly string[] = [...METHODS, "parameters"];
  const unknown = Object.keys(item).find((key) => !known.includes(key));
  if (unknown !== undefined)
    throw shared.error(`${shared.path} has ${unknown}; a path takes ${known.join(", ")}`, item, unknown);
  return METHODS.flatMap((method) => {
    const raw = item[method];
    return raw ? [{ ...shared, method, raw, pathParameters: item.parameters ?? [] }] : [];
  });
}

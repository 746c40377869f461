import type { Requirement } from "../runtime/operation.js";
import { readFields } from "./fields.js";
import type { Operation, Pagination, Parameter } from "./model.js";
import { getRefName, parsePointer, resolveSchema } from "./references.js";
import type { OperationSource } from "./source.js";

/** The parts of an operation that x-pagination names. */
interface Context {
  readonly parameters: readonly Parameter[];
  readonly bodySchema: string | undefined;
  readonly result: Operation["result"];
  readonly resultSchema: Operation["resultSchema"];
  readonly requires: readonly Requirement[];
}

export function readPagination(source: OperationSource, context: Context): Pagination | undefined {
  const { raw, error, spec } = source;
  const stated = raw["x-pagination"];
  if (stated === undefined) return undefined;
  const { type, inputs, outputs } = readFields(
    stated,
    { type: "string", inputs: "array", outputs: "object" },
    "x-pagination",
    error,
  );
  if (type !== "cursor") throw error("x-pagination is of type cursor", stated, "type");
  const byType = readInputs(source, inputs);
  const names = readFields(
    outputs,
    { results: "string", nextCursor: "string", hasMore: "string" },
    "x-pagination.outputs",
    error,
  );
  const page = spec.components.schemas[context.resultSchema ?? ""];
  const findInPage = (pointer: string, type: string): string => {
    const keys = parsePointer(pointer) ?? [];
    const name = keys.at(-1) ?? "";
    const schema = page?.properties?.[name];
    const path = [...(context.result ?? []), name];
    if (!schema || keys.join("/") !== path.join("/"))
      throw error(`x-pagination names ${pointer}, which the page does not have`, outputs);
    if (resolveSchema(spec, schema).type !== type)
      throw error(`x-pagination names ${pointer}, which is not of type ${type}`, outputs);
    return name;
  };
  const findInQuery = (type: string): Parameter => {
    const found = context.parameters.find(
      (parameter) => parameter.in === "query" && parameter.name === byType.get(type),
    );
    if (!found) throw error(`x-pagination has no query parameter of type ${type}`, stated);
    return found;
  };
  const limit = findInQuery("limit");
  const findChunks = (): Pagination["chunks"] => {
    const name = byType.get("chunk");
    if (name === undefined) return undefined;
    const maximum = spec.components.schemas[context.bodySchema ?? ""]?.properties?.[name]?.maxItems;
    if (maximum === undefined)
      throw error(`x-pagination names ${name}, which is not a list with maxItems in the body`, stated);
    return { name, maximum };
  };
  const chunks = findChunks();
  const items = findInPage(names.results, "array");
  const itemSchema = getRefName(page?.properties?.[items]?.items?.$ref);
  if (itemSchema === undefined)
    throw error("x-pagination needs items with a named schema (use $ref)", stated);
  const hasMore = findInPage(names.hasMore, "boolean");
  // A page without it would look like the last one.
  if (!context.requires.some(({ path }) => path.at(-1) === hasMore))
    throw error(`x-pagination needs ${names.hasMore} among what x-sdk requires`, stated);
  if (limit.schema.maximum === undefined) throw error(`${limit.name} has no maximum`, stated);
  return {
    cursor: findInQuery("cursor").name,
    limit: { name: limit.name, maximum: limit.schema.maximum },
    chunks,
    items,
    itemSchema,
    nextCursor: findInPage(names.nextCursor, "string"),
    hasMore,
  };
}

/** Where the inputs of each type are. */
const LOCATIONS: Readonly<Record<string, string>> = { cursor: "query", limit: "query", chunk: "body" };

/** Reads the names of the inputs, by type. */
function readInputs({ error }: OperationSource, inputs: readonly unknown[]): Map<string, string> {
  const byType = new Map<string, string>();
  for (const input of inputs) {
    const fields = { name: "string", in: "string", type: "string" } as const;
    const { name, in: location, type } = readFields(input, fields, "x-pagination.inputs", error);
    if (!LOCATIONS[type])
      throw error(`x-pagination takes inputs of type ${Object.keys(LOCATIONS).join(", ")}`, input, "type");
    if (location !== LOCATIONS[type])
      throw error(`x-pagination takes its ${type} in ${LOCATIONS[type]}`, input, "in");
    if (byType.has(type)) throw error(`x-pagination has two inputs of type ${type}`, input, "type");
    byType.set(type, name);
  }
  return byType;
}

import { isRecord, readFields } from "./fields.js";
import type { Operation, Pagination, Parameter } from "./model.js";
import { getRefName, parsePointer } from "./references.js";
import type { OperationSource } from "./source.js";

/** The parts of an operation that x-pagination names. */
interface Context {
  readonly parameters: readonly Parameter[];
  readonly bodySchema: string | undefined;
  readonly resultSchema: Operation["resultSchema"];
}

export function readPagination(source: OperationSource, context: Context): Pagination | undefined {
  const { raw, error, spec } = source;
  const stated = raw["x-pagination"];
  if (stated === undefined) return undefined;
  const { inputs, outputs } = readFields(
    stated,
    { type: "string", inputs: "array", outputs: "object" },
    "x-pagination",
    error,
  );
  const byType = readInputs(source, inputs);
  const names = readFields(
    outputs,
    { results: "string", nextCursor: "string", hasMore: "string" },
    "x-pagination.outputs",
    error,
  );
  const page = spec.components.schemas[context.resultSchema ?? ""];
  const findInPage = (pointer: string): string => {
    const name = parsePointer(pointer)?.at(-1) ?? "";
    if (!page?.properties?.[name])
      throw error(`x-pagination names ${pointer}, which the page does not have`, stated);
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
  const chunked = byType.get("chunk");
  const list = spec.components.schemas[context.bodySchema ?? ""]?.properties?.[chunked ?? ""];
  if (chunked !== undefined && list?.maxItems === undefined)
    throw error(`x-pagination names ${chunked}, which is not a list with maxItems in the body`, stated);
  const itemSchema = getRefName(page?.properties?.[findInPage(names.results)]?.items?.$ref);
  if (itemSchema === undefined)
    throw error("x-pagination needs items with a named schema (use $ref)", stated);
  if (limit.schema.maximum === undefined) throw error(`${limit.name} has no maximum`, stated);
  return {
    cursor: findInQuery("cursor").name,
    limit: { name: limit.name, maximum: limit.schema.maximum },
    chunks:
      chunked !== undefined && list?.maxItems !== undefined
        ? { name: chunked, maximum: list.maxItems }
        : undefined,
    items: findInPage(names.results),
    itemSchema,
    nextCursor: findInPage(names.nextCursor),
    hasMore: findInPage(names.hasMore),
  };
}

/** Reads the names of the inputs, by type. */
function readInputs({ error }: OperationSource, inputs: readonly unknown[]): Map<string, string> {
  const types = ["cursor", "limit", "chunk"];
  return new Map(
    inputs.map((input) => {
      const { name, type } = readFields(
        isRecord(input) ? input : {},
        { name: "string", in: "string", type: "string" },
        "x-pagination.inputs",
        error,
      );
      if (!types.includes(type)) throw error(`x-pagination takes inputs of type ${types.join(", ")}`, input);
      return [type, name];
    }),
  );
}

import { listTexts, phrase } from "../../../messages/phrase.js";
import { INTERVIEW_SCHEMA } from "../../table/schema/interview-schema.js";
import { DATE_ORDERS, type DateOrder, type DimensionSource, type LeftOut } from "./mapping.js";
import type { MappingNode } from "./mapping-node.js";
import type { MappingReader } from "./mapping-reader.js";

const DIMENSION_KEYS = [
  "column",
  "columns",
  "type",
  "title",
  "description",
  "values",
  "split",
  "blank",
  "note",
];

/** Reads the columns that become dimensions. */
export function readDimensions(
  root: MappingReader,
  blankWords: readonly string[],
): readonly DimensionSource[] {
  const node = root.node("dimensions");
  if (!node || (node.kind === "text" && node.text === "")) return [];
  if (node.kind !== "list") return root.fail(phrase("dimensionList"), node);
  return node.items.flatMap(
    (item) => root.problems.attempt(() => readDimension(root, item, blankWords)) ?? [],
  );
}

function readDimension(
  root: MappingReader,
  node: MappingNode,
  blankWords: readonly string[],
): DimensionSource {
  const source = root.child(node, phrase("aDimension"), DIMENSION_KEYS);
  const columns = [...source.words("column"), ...source.words("columns")];
  if (columns.length === 0) source.problems.add(node.line, phrase("dimensionColumn"));
  const type = source.text("type");
  if (type === undefined) return source.fail(phrase("dimensionNeedsType", { name: columns[0] ?? "" }));
  const types = INTERVIEW_SCHEMA.dimensionTypes;
  if (type !== "" && types.find(type) === undefined)
    source.problems.add(node.line, phrase("notAType", { type, types: types.list }));
  return {
    columns,
    line: node.line,
    type,
    title: source.text("title"),
    description: source.text("description"),
    values: source.pairs("values"),
    split: source.text("split"),
    blank: [...blankWords, ...source.words("blank")],
    note: source.text("note"),
  };
}

/** Reads the words whose rows are left out. */
export function readLeftOut(root: MappingReader): readonly LeftOut[] {
  const node = root.node("leave_out");
  if (!node) return [];
  if (node.kind !== "map") return root.fail(phrase("leaveOut"), node);
  const columns = root.child(node, "leave_out", undefined);
  return node.entries.map(({ key, line }) => ({ column: key, words: new Set(columns.words(key)), line }));
}

export function readDateOrder(root: MappingReader): DateOrder | undefined {
  const text = root.text("date_order");
  const order = DATE_ORDERS.find((one) => one === text);
  if (text && !order)
    root.fail(phrase("dateOrder", { orders: listTexts(DATE_ORDERS) }), root.node("date_order"));
  return order;
}

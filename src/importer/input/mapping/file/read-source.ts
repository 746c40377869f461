import { listTexts, phrase } from "../../../messages/phrase.js";
import { INTERVIEW_SCHEMA } from "../../table/schema/interview-schema.js";
import { type ColumnName, findEnumCells } from "../../table/schema/table-schema.js";
import type { ColumnSource, Source } from "./mapping.js";
import type { MappingReader } from "./mapping-reader.js";
import { parseTextParts } from "./text-parts.js";

/** Reads what a column of ours is made of; undefined if the mapping does not say. */
export function readSource(
  root: MappingReader,
  target: ColumnName,
  blankWords: readonly string[],
): Source | undefined {
  const node = root.node(target);
  if (!node) return undefined;
  if (node.kind === "text")
    return columnSource({ column: root.text(target) ?? "", line: node.line, blank: blankWords });
  const kinds = ["column", "text", ...(target === "end_time" ? ["minutes"] : [])];
  const source = root.child(node, target, [...kinds, "values", "lookup", "default", "blank"]);
  const [kind, ...others] = kinds.filter((name) => source.node(name));
  if (kind === undefined || others.length > 0)
    return source.fail(phrase("targetNeeds", { target, kinds: listTexts(kinds) }));
  const { line } = node;
  if (kind === "text") {
    const text = source.only("text", target);
    return { kind, parts: parseTextParts(text, line, root.problems), line, blank: blankWords };
  }
  if (kind === "minutes") return { kind, column: source.only("minutes", target), line, blank: blankWords };
  const values = source.pairs("values");
  checkValues(source, { target, values, line });
  return columnSource({
    column: source.text("column") ?? "",
    line,
    values,
    lookup: source.text("lookup"),
    default: source.text("default"),
    blank: [...blankWords, ...source.words("blank")],
  });
}

function columnSource(
  source: Partial<ColumnSource> & Pick<ColumnSource, "column" | "line" | "blank">,
): ColumnSource {
  return { kind: "column", values: undefined, lookup: undefined, default: undefined, ...source };
}

/** A word to the right must be one of ours where ours are few. */
function checkValues(
  source: MappingReader,
  { target, values, line }: Pick<ColumnSource, "values" | "line"> & { readonly target: ColumnName },
): void {
  const choices = findEnumCells(INTERVIEW_SCHEMA, target);
  if (!choices) return;
  const isWrong = (word: string) => word !== "" && choices.find(word) === undefined;
  for (const [from, to] of values ?? [])
    if (isWrong(to))
      source.problems.add(line, phrase("cannotBecome", { from, to, target, choices: choices.list }));
  const word = source.text("default") ?? "";
  if (isWrong(word))
    source.problems.add(line, phrase("wrongDefault", { target, word, choices: choices.list }));
}

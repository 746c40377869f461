import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";

/** The file and line of each object and list. */
export type Lines = WeakMap<object, string>;

/** Parses YAML, and adds the line of every object and list in it to `lines`. */
export function parseYaml(text: string, file: string, lines: Lines): unknown {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const [error] = document.errors;
  if (error) throw new Error(`${file}: ${error.message}`);
  const toValue = (node: Node | null): unknown => {
    if (isScalar(node)) return node.value;
    if (isAlias(node)) return toValue(node.resolve(document) ?? null);
    const value = isSeq<Node>(node)
      ? node.items.map(toValue)
      : isMap<{ value: unknown }, Node>(node)
        ? Object.fromEntries(node.items.map(({ key, value: member }) => [String(key.value), toValue(member)]))
        : undefined;
    if (value) lines.set(value, `${file}:${counter.linePos(node?.range?.[0] ?? 0).line}`);
    return value;
  };
  return toValue(document.contents);
}

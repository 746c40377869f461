import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type Scalar } from "yaml";

/** Where an object or a list is, and where each of its keys. */
export interface Place {
  readonly line: string;
  readonly keys: ReadonlyMap<string, string>;
}

/** The file and line of each object and list. */
export type Lines = WeakMap<object, Place>;

/** Parses YAML, and adds the line of every object and list in it to `lines`. */
export function parseYaml(text: string, file: string, lines: Lines): unknown {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const [error] = document.errors;
  if (error) throw new Error(`${file}:${error.linePos?.[0].line}: ${error.message}`);
  const toLine = (node: Node | null) => `${file}:${counter.linePos(node?.range?.[0] ?? 0).line}`;
  const listKeys = (node: Node | null): [string, string][] =>
    isMap<Scalar, Node>(node) ? node.items.map(({ key }) => [String(key.value), toLine(key)]) : [];
  const toValue = (node: Node | null): unknown => {
    if (isScalar(node)) return node.value;
    if (isAlias(node)) return toValue(node.resolve(document) ?? null);
    const value = isSeq<Node>(node)
      ? node.items.map(toValue)
      : isMap<{ value: unknown }, Node>(node)
        ? Object.fromEntries(node.items.map(({ key, value: member }) => [String(key.value), toValue(member)]))
        : undefined;
    if (value) lines.set(value, { line: toLine(node), keys: new Map(listKeys(node)) });
    return value;
  };
  return toValue(document.contents);
}

/** Reads spec/openapi.yaml with the files it refers to, as one document, and remembers the line of everything in it. */
import { posix } from "node:path";
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, stringify } from "yaml";

/** Gives the text of a file in spec/, by its path from there. */
export type ReadFile = (file: string) => string;

export interface LoadedSpec {
  /** The whole document, every reference inside it. */
  readonly document: unknown;
  /** The document as one YAML file, under the comment that heads the root. */
  readonly bundle: string;
  /** The file and line of an object or a list of the document. */
  locate(value: unknown): string;
}

const ROOT = "openapi.yaml";

/** What is referred to becomes a component if it lies in one of these folders, and is put in place otherwise. */
const COMPONENTS = ["schemas", "examples", "responses", "parameters", "headers"];

export function loadSpec(readFile: ReadFile): LoadedSpec {
  const lines = new WeakMap<object, string>();
  const files = new Map<string, unknown>();
  const components = new Map<string, Map<string, unknown>>();

  const load = (file: string): unknown => {
    if (!files.has(file)) files.set(file, parseFile(readFile(file), file, lines));
    return files.get(file);
  };
  const inline = (value: unknown, file: string): unknown => {
    if (Array.isArray(value))
      return keepLine(
        value,
        value.map((item) => inline(item, file)),
      );
    if (!isRecord(value)) return value;
    const { $ref } = value;
    if (typeof $ref === "string" && !$ref.startsWith("#")) return follow($ref, value, file);
    const entries = Object.entries(value).map(([key, member]) => [key, inline(member, file)]);
    return keepLine(value, Object.fromEntries(entries));
  };
  const follow = (ref: string, at: Record<string, unknown>, from: string): unknown => {
    const [name = "", pointer = ""] = ref.split("#", 2);
    const file = posix.join(posix.dirname(from), name);
    const key = pointer.slice(1);
    const whole = load(file);
    const found = key === "" ? whole : isRecord(whole) ? whole[key] : undefined;
    if (found === undefined) throw new Error(`${lines.get(at)}: ${ref} does not exist`);
    const section = posix.dirname(file).split("/")[0] ?? "";
    if (!COMPONENTS.includes(section)) return inline(found, file);
    const known = components.get(section) ?? new Map<string, unknown>();
    components.set(section, known);
    if (!known.has(key)) {
      known.set(key, undefined); // keeps the order, and ends circles
      known.set(key, inline(found, file));
    }
    const { $ref: _, ...siblings } = at;
    return keepLine(at, { $ref: `#/components/${section}/${key}`, ...siblings });
  };
  const keepLine = <T extends object>(source: object, copy: T): T => {
    lines.set(copy, lines.get(source) ?? ROOT);
    return copy;
  };

  const root = inline(load(ROOT), ROOT);
  if (!isRecord(root)) throw new Error(`${ROOT} holds no document`);
  const own = isRecord(root.components) ? root.components : {};
  const found = Object.fromEntries(
    [...components].map(([section, members]) => [
      section,
      { ...(isRecord(own[section]) ? own[section] : {}), ...Object.fromEntries(members) },
    ]),
  );
  const document = { ...root, components: { ...own, ...found } };
  const head = /^(#.*\n)*/.exec(readFile(ROOT))?.[0] ?? "";
  return {
    document,
    bundle: head + stringify(document, { lineWidth: 0, aliasDuplicateObjects: false }),
    locate: (value) => (typeof value === "object" && value !== null && lines.get(value)) || `spec/${ROOT}`,
  };
}

function parseFile(text: string, file: string, lines: WeakMap<object, string>): unknown {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const [error] = document.errors;
  if (error) throw new Error(`spec/${file}: ${error.message}`);
  const toValue = (node: Node | null): unknown => {
    if (isScalar(node)) return node.value;
    if (isAlias(node)) return toValue(node.resolve(document) ?? null);
    const at = `spec/${file}:${counter.linePos(node?.range?.[0] ?? 0).line}`;
    if (isSeq<Node>(node)) return note(node.items.map(toValue), at);
    if (!isMap<{ value: unknown }, Node>(node)) return undefined;
    return note(
      Object.fromEntries(node.items.map(({ key, value }) => [String(key.value), toValue(value)])),
      at,
    );
  };
  const note = <T extends object>(value: T, at: string): T => {
    lines.set(value, at);
    return value;
  };
  return toValue(document.contents);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

import { listTexts, type Phrase, phrase } from "../../../messages/phrase.js";
import { quoteShort } from "../../rows/escape-short.js";
import type { LineRange } from "./mapping.js";
import type { MappingEntry, MappingNode } from "./mapping-node.js";
import type { MappingProblems } from "./mapping-problems.js";
import { findNearestName } from "./nearest-name.js";

interface ReaderOptions {
  readonly problems: MappingProblems;
  /** What the map is, for messages. */
  readonly what: Phrase | string;
  /** The names that may be in it; undefined if any may. */
  readonly names: readonly string[] | undefined;
  /** Receives the names that have nothing beside them. */
  readonly blanks: Phrase[];
}

/** Reads a map of a mapping file by its names, and gathers the blanks in it. */
export class MappingReader {
  readonly #node: MappingNode;
  readonly #options: ReaderOptions;
  readonly #entries: ReadonlyMap<string, MappingEntry>;

  /** Fails if the node is not a map. */
  constructor(node: MappingNode, options: ReaderOptions) {
    this.#node = node;
    this.#options = options;
    const { what, names, problems } = options;
    if (node.kind !== "map") this.fail(phrase("linesOfForm", { what }));
    for (const { key, line } of node.entries)
      if (names && !names.includes(key)) problems.add(line, explainUnknown(key, what, names));
    this.#entries = new Map(node.entries.map((entry) => [entry.key, entry]));
  }

  get problems(): MappingProblems {
    return this.#options.problems;
  }

  /** Adds a problem of what cannot be read any further. */
  fail(problem: Phrase, { line }: { readonly line: number } = this.#node): never {
    return this.problems.fail(line, problem);
  }

  child(node: MappingNode, what: Phrase | string, names: readonly string[] | undefined): MappingReader {
    return new MappingReader(node, { ...this.#options, what, names });
  }

  node(name: string): MappingNode | undefined {
    return this.#entries.get(name)?.value;
  }

  /** The lines that a name and its value are on; undefined if there is none. */
  findLines(name: string): LineRange | undefined {
    const entry = this.#entries.get(name);
    return entry && { first: entry.line, last: entry.lastLine };
  }

  text(name: string): string | undefined {
    const node = this.node(name);
    return node && this.#textOf(node, name);
  }

  /** A text by itself: the keys that belong to a column have no meaning beside it. */
  only(name: string, target: string): string {
    if (this.#entries.size > 1) this.fail(phrase("nothingBeside", { target, name }));
    return this.text(name) ?? "";
  }

  /** A list of words; one word counts as a list of it. */
  words(name: string): readonly string[] {
    const node = this.node(name);
    if (!node) return [];
    if (node.kind === "list") return node.items.map((item) => this.#textOf(item, name));
    return [this.#textOf(node, name)];
  }

  /** Words to the left and to the right of colons. */
  pairs(name: string): ReadonlyMap<string, string> | undefined {
    const node = this.node(name);
    if (!node) return undefined;
    if (node.kind !== "map") return this.fail(phrase("linesOfWords", { name }), node);
    const read = ({ key, value }: MappingEntry) =>
      this.#textOf(value, phrase("wordBeside", { name, word: key }));
    return new Map(node.entries.map((entry) => [entry.key, read(entry)]));
  }

  #textOf(node: MappingNode, name: Phrase | string): string {
    if (node.kind !== "text") return this.fail(phrase("oneWord", { name }), node);
    if (node.text.trim() === "") this.#options.blanks.push(phrase("atLine", { what: name, line: node.line }));
    return node.text;
  }
}

function explainUnknown(key: string, what: Phrase | string, names: readonly string[]): Phrase {
  const suggestion = findNearestName(key, names);
  const params = { what, key: quoteShort(key), names: listTexts(names) };
  return suggestion === undefined
    ? phrase("unknownName", params)
    : phrase("unknownNameSuggest", { ...params, suggestion });
}

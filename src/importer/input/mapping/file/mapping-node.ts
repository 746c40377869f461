import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { describeYamlError } from "../../../messages/errors/library-errors.js";
import { type Phrase, phrase } from "../../../messages/phrase.js";
import { MappingProblems } from "./mapping-problems.js";

/** A value of a mapping file, and the line that it is on. Every scalar is a text, as it is written. */
export type MappingNode =
  | { readonly kind: "text"; readonly text: string; readonly line: number }
  | {
      readonly kind: "list";
      readonly items: readonly MappingNode[];
      readonly line: number;
      /** Whether each item is on a line of its own, after a dash. */
      readonly isBlock: boolean;
    }
  | { readonly kind: "map"; readonly entries: readonly MappingEntry[]; readonly line: number };

export interface MappingEntry {
  readonly key: string;
  readonly line: number;
  /** The line that the value ends on. */
  readonly lastLine: number;
  readonly value: MappingNode;
}

/**
 * Reads a mapping file's YAML. With the failsafe schema `No` stays a word, and a 19-digit id keeps its digits.
 *
 * @throws InputError if it is not YAML, or uses what a mapping has no use for
 */
export function parseMappingYaml(text: string, path: string): MappingNode {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ""), {
    schema: "failsafe",
    lineCounter: lines,
    prettyErrors: false,
  });
  const problems = new MappingProblems(path);
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const { errors, contents } = document;
  if (errors.length > 0 || !isMap(contents))
    for (const { line, problem } of findLikelyMistakes(text)) problems.add(line, problem);
  problems.assertNone();
  // Where YAML has lost its way, what it says of the lines below is no help.
  const isClear = errors.every(({ code }) => code === "DUPLICATE_KEY");
  for (const { pos, code, message } of isClear ? errors : errors.slice(0, 1))
    problems.add(lineAt(pos[0]), explain(code, message));
  problems.assertNone();
  if (!contents) problems.add(1, phrase("emptyMapping"));
  const node = toNode(contents, { problems, lineAt });
  problems.assertNone();
  return node;
}

/** What people write in place of a colon and a space; YAML's own messages do not name it. */
function* findLikelyMistakes(text: string): Generator<{ line: number; problem: Phrase }> {
  for (const [index, line] of text.split("\n").entries()) {
    const content = line.replace(/#.*$/, "");
    const [, wide] = /^[\s-]*([^:："'#]+)：/.exec(content) ?? [];
    if (wide !== undefined && !/:(\s|$)/.test(content))
      yield { line: index + 1, problem: phrase("wideColon", { name: wide.trim() }) };
    const [, tight] = /^[\s-]*([\w ]+):[^\s/]/.exec(content) ?? [];
    if (tight !== undefined && !/:(\s|$)/.test(content))
      yield { line: index + 1, problem: phrase("noSpace", { line: content.trim().replace(":", ": ") }) };
  }
}

function explain(code: string, english: string): Phrase {
  const message = { en: english, zh: describeYamlError(code) };
  switch (code) {
    case "BLOCK_AS_IMPLICIT_KEY":
      return phrase("colonInName");
    case "DUPLICATE_KEY":
      return phrase("nameTwice");
    case "TAB_AS_INDENT":
      return phrase("tabIndent");
    case "BAD_SCALAR_START":
      return phrase("quoteName", { message });
    default:
      return phrase("notYaml", { message });
  }
}

interface Context {
  readonly problems: MappingProblems;
  readonly lineAt: (offset: number) => number;
}

function toNode(node: Node | null, context: Context): MappingNode {
  const line = context.lineAt(node?.range?.[0] ?? 0);
  const { problems } = context;
  if (isScalar(node)) {
    if (node.tag !== undefined) problems.add(line, phrase("exclamation"));
    if (node.anchor !== undefined) problems.add(line, phrase("ampersand"));
    return { kind: "text", text: typeof node.value === "string" ? node.value : "", line };
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => toNode(asNode(item), context));
    return { kind: "list", items, line, isBlock: node.flow !== true };
  }
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }) => {
      const name = toNode(asNode(key), context);
      if (name.kind !== "text") problems.add(line, phrase("braces", { example: '"{Interview ID}"' }));
      const found = asNode(value);
      const blank: MappingNode = { kind: "text", text: "", line: name.line };
      return {
        key: name.kind === "text" ? name.text : "",
        line: name.line,
        lastLine: found?.range ? context.lineAt(found.range[1]) : name.line,
        value: found ? toNode(found, context) : blank,
      };
    });
    return { kind: "map", entries, line };
  }
  if (node) problems.add(line, phrase("asterisk"));
  return { kind: "text", text: "", line };
}

function asNode(value: unknown): Node | null {
  return isNode(value) ? value : null;
}

import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { type Phrase, phrase } from "../../../messages/phrase.js";
import { InputError } from "../../input-error.js";

/** A value of a mapping file, and the line that it is on. Every scalar is a text, as it is written. */
export type MappingNode =
  | { readonly kind: "text"; readonly text: string; readonly line: number }
  | { readonly kind: "list"; readonly items: readonly MappingNode[]; readonly line: number }
  | { readonly kind: "map"; readonly entries: readonly MappingEntry[]; readonly line: number };

export interface MappingEntry {
  readonly key: string;
  readonly line: number;
  readonly value: MappingNode;
}

/** The error for a line of a mapping file. */
export function mappingError(path: string, line: number, problem: Phrase): InputError {
  return new InputError(phrase("inMapping", { path, line, problem }));
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
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const [error] = document.errors;
  if (error || !isMap(document.contents)) {
    const likely = findLikelyMistake(text);
    if (likely) throw mappingError(path, likely.line, likely.problem);
  }
  if (error) throw mappingError(path, lineAt(error.pos[0]), explain(error.code, error.message));
  if (!document.contents) throw mappingError(path, 1, phrase("emptyMapping"));
  return toNode(document.contents, { path, lineAt });
}

/** What people write in place of a colon and a space; YAML's own messages do not name it. */
function findLikelyMistake(text: string): { line: number; problem: Phrase } | undefined {
  for (const [index, line] of text.split("\n").entries()) {
    const content = line.replace(/#.*$/, "");
    const [, wide] = /^[\s-]*([^:："'#]+)：/.exec(content) ?? [];
    if (wide !== undefined && !/:(\s|$)/.test(content))
      return {
        line: index + 1,
        problem: phrase("wideColon", { name: wide.trim() }),
      };
    const [, tight] = /^[\s-]*([\w ]+):[^\s/]/.exec(content) ?? [];
    if (tight !== undefined && !/:(\s|$)/.test(content))
      return {
        line: index + 1,
        problem: phrase("noSpace", { line: content.trim().replace(":", ": ") }),
      };
  }
  return undefined;
}

function explain(code: string, message: string): Phrase {
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
  readonly path: string;
  readonly lineAt: (offset: number) => number;
}

function toNode(node: Node | null, context: Context): MappingNode {
  const line = context.lineAt(node?.range?.[0] ?? 0);
  const { path } = context;
  if (isScalar(node)) {
    if (node.tag !== undefined) throw mappingError(path, line, phrase("exclamation"));
    if (node.anchor !== undefined) throw mappingError(path, line, phrase("ampersand"));
    return { kind: "text", text: typeof node.value === "string" ? node.value : "", line };
  }
  if (isSeq(node))
    return { kind: "list", items: node.items.map((item) => toNode(asNode(item), context)), line };
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }) => {
      const name = toNode(asNode(key), context);
      if (name.kind !== "text")
        throw mappingError(path, line, phrase("braces", { example: '"{Interview ID}"' }));
      const found = asNode(value);
      const blank: MappingNode = { kind: "text", text: "", line: name.line };
      return { key: name.text, line: name.line, value: found ? toNode(found, context) : blank };
    });
    return { kind: "map", entries, line };
  }
  throw mappingError(path, line, phrase("asterisk"));
}

function asNode(value: unknown): Node | null {
  return isNode(value) ? value : null;
}

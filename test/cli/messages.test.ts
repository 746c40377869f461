import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { measureText } from "../../src/cli/language/text-width.js";
import { formatMessage, type Message } from "../../src/messages/message.js";

const ROOT = new URL("../../", import.meta.url);

function listFiles(folder: string): string[] {
  const names = readdirSync(new URL(folder, ROOT), { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".ts")).map((name) => `${folder}${name.replaceAll("\\", "/")}`);
}

const isCatalogue = (file: string) => file.includes("/messages/");
const files = listFiles("src/cli/");
/** Modules of the importer's folder that hold no messages. */
const NO_CATALOGUES = /\/(phrase|system-error|failure-kinds|library-errors)\.ts$/;
const catalogues = [...files.filter(isCatalogue), ...listFiles("src/importer/messages/")].filter(
  (file) => !NO_CATALOGUES.test(file),
);

async function loadMessages(): Promise<[name: string, message: Message][]> {
  const loaded = await Promise.all(
    catalogues.map(async (file): Promise<[string, Message][]> => {
      const loaded: Record<string, Record<string, Message>> = await import(
        fileURLToPath(new URL(file, ROOT))
      );
      return Object.entries(loaded).flatMap(([name, catalogue]) =>
        Object.entries(catalogue).map(([key, message]): [string, Message] => [
          `${file} ${name}.${key}`,
          message,
        ]),
      );
    }),
  );
  return loaded.flat();
}

const messages = await loadMessages();
const englishTexts = ({ en }: Message): string[] => (typeof en === "string" ? [en] : Object.values(en));
const parametersOf = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort().join();

describe("the catalogue", () => {
  it("names the same parameters in both languages", () => {
    const different = messages.filter(([, message]) =>
      englishTexts(message).some((text) => parametersOf(text) !== parametersOf(message.zh)),
    );
    expect(different.map(([name]) => name)).toEqual([]);
  });

  it("has Chinese in Chinese, unless a message is nothing but a term and parameters", () => {
    const untranslated = messages.filter(
      ([, { zh }]) =>
        !/\p{Script=Han}/u.test(zh) && /[A-Za-z]{2,} [A-Za-z]{2,}/.test(zh.replace(/\{\w+\}/g, "")),
    );
    expect(untranslated.map(([name]) => name)).toEqual([]);
  });

  it("has Chinese punctuation behind Chinese", () => {
    const wrong = messages.filter(([, { zh }]) => /\p{Script=Han}[,;:!?()]|[,;!?]\p{Script=Han}/u.test(zh));
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  it("has names of files and columns in Chinese quotes, unless they begin or end a line, or are in a command", () => {
    const bare =
      /(?<![“=]|--\w+ |status )\{(path|folder|mapping|found|part|job|fixed|field)\}(?!：|$)|“\{\w+\}” |\S “\{\w+\}/;
    const wrong = messages.filter(([, { zh }]) => bare.test(zh));
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  it("leaves it to the value whether a parameter has blanks around it", () => {
    const wrong = messages.filter(([, { zh }]) => /\p{Script=Han} \{\w+\}|\{\w+\} \p{Script=Han}/u.test(zh));
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  it("fits 60 columns, in each line of text that is laid out by hand", () => {
    const wide = messages.flatMap(([name, message]) =>
      [...englishTexts(message), message.zh]
        .filter((text) => text.startsWith("\n"))
        .flatMap((text) => text.split("\n").filter((line) => measureText(line) > 60))
        .map((line) => `${name}: ${line}`),
    );
    expect(wide).toEqual([]);
  });

  it("has no message that nothing prints", () => {
    const source = files
      .filter((file) => !isCatalogue(file))
      .map(read)
      .join("\n");
    const own = messages.filter(([name]) => name.startsWith("src/cli/"));
    const unused = own.filter(([name]) => {
      const [catalogue = "", key = ""] = name.split(" ").at(-1)?.split(".") ?? [];
      const isIndexed = new RegExp(`\\b${catalogue}\\[|\\} = ${catalogue}\\b`).test(source);
      return !isIndexed && !new RegExp(`\\b${catalogue}\\.${key}\\b`).test(source);
    });
    expect(unused.map(([name]) => name)).toEqual([]);
  });
});

const read = (file: string) => readFileSync(new URL(file, ROOT), "utf8");

/** What another program says too, or what nobody is meant to see. */
const RAW_REASONS = /^(Error|RangeError|TypeError|damagedWorkbook)$/;

/** The texts in a file that read like words: those of a command and of tags aside. */
function findProse(file: string): string[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) || ts.isCallExpression(node))
      if (RAW_REASONS.test(node.expression.getText())) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      const text = node.text
        .replace(/(npx )?feishu-hire( .*)?/, "")
        .replace(/^[^<]*">/, "")
        .replace(/<[^>]*(>|$)/g, "");
      if (/[a-z]{2,}[,:]? [a-z]{2,}|\p{Script=Han}/iu.test(text)) found.push(`${file}: ${text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe("the command", () => {
  it("prints nothing that bypasses the catalogue", () => {
    const isStyle = (file: string) => file.endsWith("page-style.ts");
    expect(files.filter((file) => !isCatalogue(file) && !isStyle(file)).flatMap(findProse)).toEqual([]);
  });
});

/** Names that tables have, characters, states and a template: no messages. */
const DATA =
  /\/(application-table|array-scanner|draft-messages|gb18030-score|guess-columns|interview-schema|mapping-node|rejected-columns|safe-words|template|template-workbook|time-cell)\.ts$/;

describe("the importer", () => {
  it.each(["input", "applications"])("says nothing of an input that bypasses the catalogue: %s", (folder) => {
    const own = listFiles(`src/importer/${folder}/`).filter((file) => !DATA.test(file));
    expect(own.flatMap(findProse)).toEqual([]);
  });

  it("leaves it to the language how a list is separated", () => {
    const isYaml = (file: string) => file.endsWith("/quote-yaml.ts");
    const own = listFiles("src/importer/").filter((file) => !isYaml(file));
    expect(own.filter((file) => /\.join\("[,;、] "\)/.test(read(file)))).toEqual([]);
  });
});

describe("a value in a message", () => {
  const message = { en: "line {line}: {text}", zh: "第{line}行是{text}的值" } as const;

  it.each([
    [7, "nine", "第 7 行是 nine 的值"],
    [7, "“九”", "第 7 行是“九”的值"],
    ["七", "-1", "第七行是 -1 的值"],
  ])("has blanks where Chinese meets Latin: %j, %j", (line, text, expected) => {
    expect(formatMessage("zh", message, { line, text })).toBe(expected);
  });
});

describe("a message", () => {
  const count = { en: { one: "{count} row", other: "{count} rows" }, zh: "{count} 行" } as const;

  it.each([
    ["en", 0, "0 rows"],
    ["en", 1, "1 row"],
    ["en", 2, "2 rows"],
    ["zh", 1, "1 行"],
  ] as const)("agrees with its number: in %s, %i gives %s", (language, number, text) => {
    expect(formatMessage(language, count, { count: number })).toBe(text);
  });

  it("takes parameters as they are, with braces and dollar signs in them", () => {
    const message = { en: "{a} and {b}", zh: "{a}和{b}" } as const;
    expect(formatMessage("zh", message, { a: "{b}", b: "$&" })).toBe("{b}和 $&");
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const DOCS = fileURLToPath(new URL("../docs", import.meta.url));
const PAGES = [
  "README",
  ...readdirSync(DOCS).flatMap((name) => (/^\w+\.md$/.test(name) ? [`docs/${name.slice(0, -3)}`] : [])),
];

/**
 * Reads what both versions of a page must have in common: levels of headings, code, and the shape of tables.
 */
function outline(page: string): { headings: number[]; code: string[]; tables: number[] } {
  const markdown = readFileSync(fileURLToPath(new URL(`../${page}.md`, import.meta.url)), "utf8");
  const code = [...markdown.matchAll(/^```(\w*).*\n([\s\S]*?)^```$/gm)];
  const prose = code.reduce((text, [block]) => text.replace(block, ""), markdown);
  return {
    headings: [...prose.matchAll(/^(#+) /gm)].map(([, level = ""]) => level.length),
    code: code.map(([, language = "", text = ""]) => withoutWords(language, text)),
    tables: [...prose.matchAll(/^\|.*\|$/gm)].map(([row]) => row.replaceAll("\\|", "").split("|").length),
  };
}

/** Comments are translated in shell blocks only; of what the command prints, numbers and commands stay. */
function withoutWords(language: string, text: string): string {
  if (language === "sh") return text.replace(/ *#.*$/gm, "");
  if (language !== "text") return text;
  return text.replace(/^(?! {2}npx ).*$/gm, (line) => (line.match(/\d+(\.\d+)?/g) ?? []).join(" "));
}

it.each(PAGES)("%s is as complete in Chinese as in English", (page) => {
  expect(outline(`${page}.zh`)).toEqual(outline(page));
});

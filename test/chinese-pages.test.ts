import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const PAGES = ["README", "docs/importing", "docs/scaling"];

/** What two versions of a page must have in common: levels of headings, code, and the shape of tables. */
function outline(page: string): { headings: number[]; code: string[]; tables: number[] } {
  const markdown = readFileSync(fileURLToPath(new URL(`../${page}.md`, import.meta.url)), "utf8");
  const code = [...markdown.matchAll(/^```(\w*).*\n([\s\S]*?)^```$/gm)];
  const prose = code.reduce((text, [block]) => text.replace(block, ""), markdown);
  return {
    headings: [...prose.matchAll(/^(#+) /gm)].map(([, level = ""]) => level.length),
    // Comments are translated in shell blocks only.
    code: code.map(([, language, text = ""]) => (language === "sh" ? text.replace(/ *#.*$/gm, "") : text)),
    tables: [...prose.matchAll(/^\|.*\|$/gm)].map(([row]) => row.replaceAll("\\|", "").split("|").length),
  };
}

it.each(PAGES)("%s is as complete in Chinese as in English", (page) => {
  expect(outline(`${page}.zh`)).toEqual(outline(page));
});

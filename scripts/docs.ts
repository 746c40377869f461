/**
 * Builds the pages of the HTTP API, docs/index.html and docs/index.zh.html, each a
 * single file that loads nothing.
 *
 *   npm run docs:http
 */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { parse } from "yaml";
import type { Language } from "../src/messages/language.js";
import { addFacts } from "./docs/add-facts.js";
import { completePage } from "./docs/complete-page.js";
import { readTranslations } from "./docs/read-translations.js";
import { translateSpec } from "./docs/translate-spec.js";
import { readModel } from "./generate/model/read-model.js";
import { readSpecFile } from "./generate.js";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const PAGES: Readonly<Record<Language, string>> = { en: "index.html", zh: "index.zh.html" };
const LINKS: Readonly<Record<Language, string>> = {
  en: `[中文](${PAGES.zh})`,
  zh: `[English](${PAGES.en})`,
};

const spec = parse(readFileSync(join(ROOT, "generated/openapi.yaml"), "utf8"), { maxAliasCount: -1 });
const model = readModel(readSpecFile);
const translations = readTranslations();
const redocly = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");

/** Builds the page in one language. */
async function buildPage(language: Language, folder: string): Promise<void> {
  const translated = Object(translateSpec(spec, language, translations));
  const { info, paths } = translated;
  const linked = { ...info, description: `${LINKS[language]}\n\n${info.description}` };
  const source = join(folder, `${language}.json`);
  const page = join(ROOT, "docs", PAGES[language]);
  writeFileSync(
    source,
    JSON.stringify({ ...translated, info: linked, paths: addFacts(paths, model, language) }),
  );
  await promisify(execFile)(
    process.execPath,
    [redocly, "build-docs", source, "--config", "redocly.yaml", "--inlineBundle", "--output", page],
    { cwd: ROOT },
  );
  writeFileSync(page, completePage(readFileSync(page, "utf8"), language));
}

const folder = mkdtempSync(join(tmpdir(), "docs-"));
try {
  await Promise.all([buildPage("en", folder), buildPage("zh", folder)]);
} finally {
  rmSync(folder, { recursive: true });
}

import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Translations } from "./translate-spec.js";

const FILE = new URL("../../spec/zh.yaml", import.meta.url);

/** Reads spec/zh.yaml. */
export function readTranslations(): Translations {
  const entries: readonly { readonly en: string; readonly zh: string }[] = parse(readFileSync(FILE, "utf8"));
  return new Map(entries.map(({ en, zh }) => [en, zh]));
}

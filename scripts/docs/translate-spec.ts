import type { Language } from "../../src/messages/language.js";

/** The Chinese translations of the spec's texts: the entries of spec/zh.yaml. */
export type Translations = ReadonlyMap<string, string>;

/** Members that hold a text. */
const TEXTS = new Set(["title", "summary", "description"]);
/** Members that hold values or fields of the API, none of which is a text of the spec. */
const VALUES = new Set(["example", "value", "default", "enum", "properties"]);

/** `The interviewer's name (面试官姓名).`: an English text, followed by Feishu's own wording of the whole. */
const WITH_WORDING = /^(\d+: )?[^()]*\(([^()]*\p{Script=Han}[^()]*)\)\.?\n?$/u;
/** `(未参与)`, or the Chinese part of `(打分题, \`score\`)`. */
const WORDING = /\s?\(([^()]*\p{Script=Han}[^()]*?)(?:, ([^\p{Script=Han}()]*))?\)/gu;

/** Translates the texts of a spec and the names of its tags. Those without a translation stay as they are. */
export function translateSpec(spec: unknown, language: Language, translations: Translations): unknown {
  const translate = (text: string) =>
    language === "zh" ? (toChinese(text, translations) ?? text) : toEnglish(text);
  return mapTexts(spec, translate);
}

/** Lists the texts of a spec that have no translation. */
export function findUntranslated(spec: unknown, translations: Translations): string[] {
  return listTexts(spec).filter((text) => toChinese(text, translations) === undefined);
}

/** Lists the texts of a spec, each once. */
export function listTexts(spec: unknown): string[] {
  const texts = new Set<string>();
  mapTexts(spec, (text) => {
    texts.add(text);
    return text;
  });
  return [...texts];
}

function toChinese(text: string, translations: Translations): string | undefined {
  const [, prefix = "", wording] = WITH_WORDING.exec(text) ?? [];
  return translations.get(text) ?? (wording === undefined ? undefined : `${prefix}${wording}`);
}

function toEnglish(text: string): string {
  return text.replace(WORDING, (_, wording: string, rest?: string) => {
    if (rest !== undefined) return ` (${rest})`;
    return /^\s/.test(wording) ? wording : "";
  });
}

function mapTexts(value: unknown, translate: (text: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, translate));
  if (typeof value !== "object" || value === null) return value;
  const mapped = Object.entries(value).map(([name, member]) => {
    if (typeof member === "string") return [name, TEXTS.has(name) ? translate(member) : member];
    if (name === "tags" && Array.isArray(member)) return [name, member.map((tag) => mapTag(tag, translate))];
    if (name === "properties") return [name, mapMembers(member, translate)];
    return [name, VALUES.has(name) ? member : mapTexts(member, translate)];
  });
  return Object.fromEntries(mapped);
}

/** A field of the API may be called `title` or `description`. */
function mapMembers(members: unknown, translate: (text: string) => string): unknown {
  const entries = Object.entries(Object(members));
  return Object.fromEntries(entries.map(([name, member]) => [name, mapTexts(member, translate)]));
}

/** Operations refer to a tag by its name, so its translation goes into another member. */
function mapTag(tag: unknown, translate: (text: string) => string): unknown {
  if (typeof tag !== "object" || tag === null || !("name" in tag)) return tag;
  return { ...Object(mapTexts(tag, translate)), "x-displayName": translate(String(tag.name)) };
}

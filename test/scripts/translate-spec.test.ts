import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readTranslations } from "../../scripts/docs/read-translations.js";
import { findUntranslated, listTexts, translateSpec } from "../../scripts/docs/translate-spec.js";

const BUNDLE = new URL("../../generated/openapi.yaml", import.meta.url);
const spec: unknown = parse(readFileSync(BUNDLE, "utf8"), { maxAliasCount: -1 });
const translations = readTranslations();
const HAN = /\p{Script=Han}/u;

describe("the Chinese of the spec", () => {
  it("covers every text", () => {
    expect(findUntranslated(spec, translations)).toEqual([]);
  });

  it("has no entry for a text that the spec does not have", () => {
    const texts = new Set(listTexts(spec));
    expect([...translations.keys()].filter((text) => !texts.has(text))).toEqual([]);
  });

  it("is Chinese", () => {
    const shown = listTexts(translateSpec(spec, "zh", translations));
    // The names of tags stay, because operations refer to them.
    expect(shown.filter((text) => !HAN.test(text) && !translations.has(text))).toEqual([]);
    expect(shown.filter((text) => /[a-z]+ [a-z]+ [a-z]+ [a-z]+/.test(text))).toEqual([]);
  });
});

describe("the English of the spec", () => {
  it("contains no Chinese", () => {
    const shown = listTexts(translateSpec(spec, "en", translations));
    expect(shown.filter((text) => HAN.test(text))).toEqual([]);
  });

  it.each([
    ["The interviewer's name (面试官姓名).", "The interviewer's name."],
    ["1 failed (不通过), 2 passed (通过).", "1 failed, 2 passed."],
    ["a score (打分题, `score`)", "a score (`score`)"],
    ["milliseconds (UTC)", "milliseconds (UTC)"],
  ])("of %j is %j", (text, shown) => {
    expect(translateSpec({ description: text }, "en", translations)).toEqual({ description: shown });
  });
});

describe("a translated spec", () => {
  it("keeps values and the names of fields", () => {
    const schema = {
      properties: { title: { description: "The dimension's title (维度标题)." } },
      example: { title: "(中)" },
    };
    expect(translateSpec(schema, "zh", translations)).toEqual({
      properties: { title: { description: "维度标题" } },
      example: { title: "(中)" },
    });
  });
});

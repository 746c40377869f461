import stringWidth from "string-width";
import { afterEach, describe, expect, it } from "vitest";
import { createProgram } from "../../src/cli/create-program.js";
import { detectLanguage } from "../../src/cli/language/detect-language.js";
import { explainUsageError } from "../../src/cli/language/explain-usage-error.js";
import { cutText, measureText, padText, wrapText } from "../../src/cli/language/text-width.js";
import { setLanguage } from "../../src/cli/language/translate.js";

afterEach(() => setLanguage("en"));

describe("the language", () => {
  it.each([
    [["--lang", "zh"], { LC_ALL: "en_US.UTF-8" }, "en-US", "zh"],
    [["--lang=en"], { LC_ALL: "zh_CN.UTF-8" }, "zh-CN", "en"],
    [["import", "x.csv", "--lang", "zh", "--json"], {}, "en-US", "zh"],
    [["--lang", "fr"], { LANG: "zh_CN.UTF-8" }, "en-US", "zh"],
    [["--lang"], { LANG: "zh_CN.UTF-8" }, "en-US", "zh"],
    [[], { LC_ALL: "zh_CN.UTF-8", LC_MESSAGES: "en_US.UTF-8", LANG: "en_US.UTF-8" }, "en-US", "zh"],
    [[], { LC_MESSAGES: "en_US.UTF-8", LANG: "zh_CN.UTF-8" }, "zh-CN", "en"],
    [[], { LC_ALL: "", LANG: "zh_TW" }, "en-US", "zh"],
    [[], { LC_ALL: "C", LANG: "zh_CN.UTF-8" }, "zh-CN", "en"],
    [[], { LANG: "zha_CN" }, "zh-CN", "en"],
    [[], {}, "zh-Hans-CN", "zh"],
    [[], {}, "ja-JP", "en"],
  ] as const)("of %j with %j and the system's %s is %s", (argv, env, systemLocale, language) => {
    expect(detectLanguage({ argv, env, systemLocale })).toBe(language);
  });
});

describe("an error of usage", () => {
  it.each([
    ["error: unknown option '--tim'\n(Did you mean --time-zone?)\n", ["--tim", "--time-zone"]],
    ["error: unknown option '--x'\n(Did you mean one of --xa, --xb?)\n", ["--x", "“--xa”、“--xb”"]],
    ["error: unknown command 'imprt'\n(Did you mean import?)\n", ["imprt", "import"]],
    ["error: missing required argument 'file'\n", ["<文件>"]],
    ["error: option '--rate <n>' argument missing\n", ["--rate <n>"]],
    ["error: required option '--job <dir>' not specified\n", ["--job <目录>"]],
    ["error: option '--a <n>' cannot be used with option '--b'\n", ["--a <n>", "--b"]],
    ["error: too many arguments for 'import'. Expected 1 argument but got 3.\n", ["1", "3"]],
    [
      "error: option '--format <format>' argument 'a b' is invalid. Allowed choices are csv, json.\n",
      ["csv、json"],
    ],
    ["error: option '--rate <n>' argument '99' is invalid. 必须是数字。\n", ["“99”", "必须是数字。"]],
    [
      "error: command-argument value 'xml' is invalid for argument 'format'. Allowed choices are csv.\n",
      ["<格式>", "“xml”", "csv"],
    ],
  ])("is Chinese in Chinese, and names what was typed: %j", (text, values) => {
    setLanguage("zh");
    const explained = explainUsageError(text);
    for (const value of values) expect(explained).toContain(value);
    const rest = values.reduce((left, value) => left.replace(value, ""), explained);
    expect(rest).toMatch(/\p{Script=Han}/u);
    expect(rest).not.toMatch(/[a-z]{2,} [a-z]{2,}/);
  });
});

describe("a line that Chinese sets without blanks", () => {
  it.each([
    ["a suggestion", "error: unknown command 'imprt'\n(Did you mean import?)\n"],
    ["two suggestions", "error: unknown option '--x'\n(Did you mean one of --xa, --xb?)\n"],
  ])("is %s", (_, text) => {
    setLanguage("zh");
    expect(explainUsageError(text)).not.toContain(" ");
  });

  it("is the title of a command's usage, which English follows by one", () => {
    const firstLine = () => createProgram().helpInformation().split("\n")[0] ?? "";
    expect(firstLine()).toMatch(/^\S+: feishu-hire/);
    setLanguage("zh");
    expect(firstLine()).toMatch(/^\p{Script=Han}+：feishu-hire/u);
  });
});

describe("the width of a text", () => {
  it.each([
    "interviews.csv：问题",
    "“九十”（维度）",
    "ＡＢＣ ｱｲｳ 한국어 日本語",
    "é e\u0301 \u200b\u2060 ä",
    "😀 👨‍👩‍👧 🇨🇳 ❤️ ☺ © ✓ 1️⃣",
    "a\tb – — … · × °",
  ])("is what string-width says: %s", (text) => {
    expect(measureText(text)).toBe(stringWidth(text));
  });

  it("counts a Chinese character as two columns", () => {
    expect(padText("结果不明", 10)).toBe("结果不明  ");
    expect(padText("unknown", 4)).toBe("unknown");
    expect(cutText("已创建 12", 5)).toBe("已创");
    expect(cutText("已创建 12", 9)).toBe("已创建 12");
    expect(cutText("ab👨‍👩‍👧cd", 4)).toBe("ab👨‍👩‍👧");
  });

  it("wraps between Chinese characters and at blanks, not before a closing mark or after an opening one", () => {
    expect(wrapText("每行打印一个 JSON 对象", 10)).toBe("每行打印一\n个 JSON 对\n象");
    expect(wrapText("检查，不发送", 4)).toBe("检\n查，\n不发\n送");
    expect(wrapText("检查（HTTP 500）“CSV UTF-8”", 9)).toBe("检查\n（HTTP\n500）“CSV\nUTF-8”");
    expect(wrapText("映射 [默认：<文件>.yaml（可选）]", 14)).toBe("映射 [默认：\n<文件>.yaml\n（可选）]");
    expect(wrapText("one two  three", 8)).toBe("one two\nthree");
    expect(wrapText("  a 中文\n（中文）", 60)).toBe("  a 中文\n（中文）");
    expect(wrapText("  一二三四五", 8)).toBe("  一二三\n    四五");
  });

  it("keeps every character when it wraps", () => {
    const text =
      "把 CSV、JSONL 或 JSON 文件（“每场”面试，「每行」）创建到飞书招聘，并逐一报告结果！Done: ok。";
    for (let columns = 4; columns < 40; columns++) {
      const lines = wrapText(text, columns).split("\n");
      expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
      if (columns > 12) for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
    }
  });
});

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import stringWidth from "string-width";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { createProgram } from "../../src/cli/create-program.js";
import { setLanguage } from "../../src/cli/language/translate.js";
import { LANGUAGES, type Language } from "../../src/messages/language.js";
import { type ProcessResult, start } from "../support/program.js";
import { COMMAND } from "./support/command.js";
import { SAMPLES } from "./support/problem-samples.js";

const folder = await mkdtemp(join(tmpdir(), "snapshots-"));
afterAll(async () => {
  await rm(folder, { recursive: true, maxRetries: 5 });
});
afterEach(() => setLanguage("en"));

/** The help of the program and of each command, on a terminal of this width. */
function formatHelp(language: Language, columns: number): string {
  setLanguage(language);
  const root = createProgram();
  return [root, ...root.commands]
    .map((command) => {
      let text = "";
      command.configureOutput({
        writeOut: (part) => {
          text += part;
        },
        getOutHelpWidth: () => columns,
      });
      command.outputHelp();
      return text;
    })
    .join(`\n${"-".repeat(columns)}\n\n`);
}

/** Lines with English words in a row, but for commands. */
function findEnglish(text: string): string[] {
  return text
    .split("\n")
    .filter((line) => /[a-z]{2,} [a-z]{2,} [a-z]{2,}/i.test(line) && !line.includes("feishu-hire "));
}

describe.each(LANGUAGES)("in %s", (language) => {
  it("the help of every command reads well, and fits 60 columns", async () => {
    await expect(formatHelp(language, 80)).toMatchFileSnapshot(`snapshots/help.${language}.txt`);
    const wide = formatHelp(language, 60)
      .split("\n")
      .filter((line) => stringWidth(line) > 60);
    expect(wide).toEqual([]);
    if (language === "zh") expect(findEnglish(formatHelp(language, 80))).toEqual([]);
  });

  it("an import with every kind of problem reads well: what is printed, and the rejected rows", async () => {
    const { text } = SAMPLES.find(({ name }) => name === "rows") ?? { text: "" };
    await writeFile(join(folder, `${language}.csv`), text);
    const env = { LANG: language === "zh" ? "zh_CN.UTF-8" : "en_US.UTF-8" };
    const run = (args: readonly string[]): Promise<ProcessResult> =>
      start(process.execPath, [COMMAND, ...args], { cwd: folder, env }).ended;
    const checked = await run(["validate", `${language}.csv`]);
    const { code, stderr } = await run(["import", `${language}.csv`, "--mock"]);
    expect(code).toBe(1);
    const rejected = await readFile(join(folder, `${language}.csv.mock-import`, "rejected.csv"), "utf8");
    const shown = [
      "$ feishu-hire validate",
      checked.stdout + checked.stderr,
      "$ feishu-hire import --mock",
      stderr,
      rejected,
    ];
    const stable = shown
      .join("\n")
      .replaceAll(/127\.0\.0\.1:\d+/g, "127.0.0.1:PORT")
      .replaceAll("\r", "")
      .replace("\uFEFF", "");
    await expect(stable).toMatchFileSnapshot(`snapshots/import.${language}.txt`);
    if (language === "zh") expect(findEnglish(stable)).toEqual([]);
  });
});

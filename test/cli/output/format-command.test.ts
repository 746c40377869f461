import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { compose, formatText, translate } from "../../../src/cli/language/translate.js";
import { formatCommand, nameProgram } from "../../../src/cli/output/format-command.js";
import { draftMapping, Phrase } from "../../../src/importer/index.js";
import { phrase } from "../../../src/importer/messages/phrase.js";
import { createEmptyDirectory } from "../../importer/support/job-directory.js";

const asPlatform = (platform: NodeJS.Platform) =>
  vi.spyOn(process, "platform", "get").mockReturnValue(platform);

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe("a printed command", () => {
  it("runs as the program was started, and downloads nothing", () => {
    vi.stubEnv("npm_command", "exec");
    expect(formatCommand(["validate", "a.csv"])).toBe("npx --no-install feishu-hire validate a.csv");
    vi.stubEnv("npm_command", "");
    expect(formatCommand(["validate", "a.csv"])).toBe("feishu-hire validate a.csv");
  });

  it("is quoted for cmd and PowerShell alike, or for bash", () => {
    const args = ["import", "a b.csv", "--ignore-columns", "x,y", String.raw`C:\a\b.csv`];
    asPlatform("win32");
    expect(formatCommand(args).split("feishu-hire ")[1]).toBe(
      String.raw`import "a b.csv" --ignore-columns "x,y" C:\a\b.csv`,
    );
    asPlatform("linux");
    expect(formatCommand(args).split("feishu-hire ")[1]).toBe(
      String.raw`import 'a b.csv' --ignore-columns x,y 'C:\a\b.csv'`,
    );
  });
});

describe("a text with commands in it", () => {
  beforeEach(() => {
    vi.stubEnv("npm_command", "exec");
  });
  const OWN = "feishu-hire map (my notes)";

  it("has each command as the program was started, whatever else names it", () => {
    expect(
      nameProgram("Run feishu-hire undo a.import, or feishu-hire --help. A newer feishu-hire (1.2)"),
    ).toBe(
      "Run npx --no-install feishu-hire undo a.import, or npx --no-install feishu-hire --help. A newer feishu-hire (1.2)",
    );
  });

  it("has a person's own words as they are: of a message, of a phrase, of one within another", () => {
    const message = { en: "{text}: run feishu-hire map", zh: "{text}：请运行 feishu-hire map 命令" } as const;
    const named = `${OWN}: run npx --no-install feishu-hire map`;
    expect(translate(message, { text: OWN })).toBe(named);
    expect(formatText(compose(message, { text: OWN }))).toBe(named);
    const first = new Phrase("first", message, { text: OWN });
    expect(formatText(phrase("problems", { first, rest: OWN }))).toBe(`${named}; ${OWN}`);
  });

  it("has a person's own words as they are in a drafted mapping", async () => {
    const path = join(await createEmptyDirectory(), "a.csv");
    await writeFile(path, `external_application_id,${OWN}\n7,x\n`);
    const { text } = await draftMapping(path, { format: "csv", nameProgram });
    expect(text).toContain("npx --no-install feishu-hire validate a.csv");
    expect(text).toContain(`column: ${OWN}`);
  });
});

import { afterEach, describe, expect, it, vi } from "vitest";
import { formatCommand, nameProgram } from "../../../src/cli/output/format-command.js";

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

it("a command within a text runs, too, whatever else has the program's name in it", () => {
  vi.stubEnv("npm_command", "exec");
  const named = nameProgram(
    "Run feishu-hire undo a.import, or feishu-hire --help. A newer feishu-hire (1.2)",
  );
  expect(named).toBe(
    "Run npx --no-install feishu-hire undo a.import, or npx --no-install feishu-hire --help. A newer feishu-hire (1.2)",
  );
  expect(nameProgram(named)).toBe(named);
});

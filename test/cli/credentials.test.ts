import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readCredentials } from "../../src/cli/credentials.js";
import { createEmptyDirectory } from "../importer/support/job-directory.js";
import { CSV, createFolder } from "./support/command.js";

const PLAIN = "FEISHU_APP_ID=cli_x\nFEISHU_APP_SECRET=1234567890abcdef\nFEISHU_BASE_URL=https://a.example\n";
const EXPECTED = { appId: "cli_x", appSecret: "1234567890abcdef", baseUrl: "https://a.example" };

const PROXIES = ["HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY", "https_proxy", "http_proxy", "no_proxy"];

const encode = (text: string, encoding: "utf16le" | "utf16be") => {
  const bytes = Buffer.from(text, "utf16le");
  return encoding === "utf16le" ? bytes : bytes.swap16();
};

beforeEach(() => {
  for (const name of ["FEISHU_APP_ID", "FEISHU_APP_SECRET", "FEISHU_BASE_URL"]) vi.stubEnv(name, "");
  for (const name of PROXIES) vi.stubEnv(name, undefined);
});
afterEach(() => vi.unstubAllEnvs());

describe("a file of credentials", () => {
  it.each<[string, string | Buffer]>([
    ["with equals signs", PLAIN],
    ["with a byte order mark", `\uFEFF${PLAIN}`],
    ["with Windows' line ends", PLAIN.replaceAll("\n", "\r\n")],
    ["with colons", PLAIN.replaceAll("=", ": ")],
    ["with full-width equals signs", PLAIN.replaceAll("=", "＝")],
    ["with full-width colons", PLAIN.replaceAll("=", " ： ")],
    ["with export", PLAIN.replaceAll("FEISHU", "export FEISHU")],
    ["with double quotes", PLAIN.replaceAll(/=(.*)/g, '="$1"')],
    ["with single quotes", PLAIN.replaceAll(/=(.*)/g, "='$1'")],
    ["with curly quotes", PLAIN.replaceAll(/=(.*)/g, "= “$1”")],
    ["with curly quotes the wrong way round", PLAIN.replaceAll(/=(.*)/g, "=”$1”")],
    ["with remarks", PLAIN.replaceAll(/=(.*)/g, "=$1 # from the console")],
    ["for PowerShell", PLAIN.replaceAll(/^(.*?)=(.*)$/gm, '$env:$1 = "$2"')],
    ["for cmd", PLAIN.replaceAll(/^(.*)$/gm, 'set "$1"')],
    ["with commas", PLAIN.replaceAll(/=(.*)/g, ": $1,")],
    ["with semicolons", PLAIN.replaceAll(/=(.*)/g, "=$1;")],
    ["as JSON on several lines", `{\n${PLAIN.replaceAll(/^(.+?)=(.*)$/gm, '  "$1": "$2",')}}`],
    [
      "as JSON on one line",
      `{${PLAIN.trimEnd()
        .replaceAll(/^(.+?)=(.*)$/gm, '"$1":"$2"')
        .replaceAll("\n", ",")}}`,
    ],
    ["in lower case", PLAIN.replaceAll("FEISHU", "feishu")],
    ["in UTF-16", encode(PLAIN, "utf16le")],
    ["in UTF-16 with a byte order mark", encode(`\uFEFF${PLAIN}`, "utf16le")],
    ["in UTF-16, the high bytes first", encode(PLAIN, "utf16be")],
    ["in UTF-16 with a byte order mark, the high bytes first", encode(`\uFEFF${PLAIN}`, "utf16be")],
  ])("is read %s", async (_, text) => {
    const path = join(await createEmptyDirectory(), "hire.env");
    await writeFile(path, text);
    expect(readCredentials(path)).toEqual(EXPECTED);
  });

  it("becomes no part of the environment but for its proxy, whatever else it holds", async () => {
    const path = join(await createEmptyDirectory(), "hire.env");
    await writeFile(path, `${PLAIN}NODE_TLS_REJECT_UNAUTHORIZED=0\nNODE_OPTIONS=--require=./evil.cjs\n`);
    const before = { ...process.env };
    expect(readCredentials(path)).toEqual(EXPECTED);
    expect(process.env).toEqual(before);
  });

  it.each([
    ["lines", `${PLAIN}HTTPS_PROXY=http://u:p@proxy:1\nexport no_proxy="a.example,b.example"\n`],
    [
      "JSON",
      '{"FEISHU_APP_ID":"cli_x","FEISHU_APP_SECRET":"1234567890abcdef","FEISHU_BASE_URL":"https://a.example","HTTPS_PROXY":"http://u:p@proxy:1","NO_PROXY":"a.example,b.example"}',
    ],
  ])("puts its proxy into the environment, unless that has one: %s", async (_, text) => {
    const path = join(await createEmptyDirectory(), "hire.env");
    await writeFile(path, text);
    const readProxies = () => {
      expect(readCredentials(path)).toEqual(EXPECTED);
      return PROXIES.map((name) => process.env[name]);
    };
    const [proxy, hosts] = ["http://u:p@proxy:1", "a.example,b.example"];
    expect(readProxies()).toEqual([proxy, undefined, hosts, undefined, undefined, undefined]);
    vi.stubEnv("HTTPS_PROXY", undefined);
    vi.stubEnv("https_proxy", "http://own:1");
    vi.stubEnv("NO_PROXY", "own.example");
    expect(readProxies()).toEqual([
      undefined,
      undefined,
      "own.example",
      "http://own:1",
      undefined,
      undefined,
    ]);
  });

  it("gives way to the environment", async () => {
    const path = join(await createEmptyDirectory(), "hire.env");
    await writeFile(path, PLAIN);
    vi.stubEnv("FEISHU_APP_ID", "cli_env");
    expect(readCredentials(path)).toEqual({ ...EXPECTED, appId: "cli_env" });
  });

  it("may have a quotation mark within a value", async () => {
    const path = join(await createEmptyDirectory(), "hire.env");
    await writeFile(path, PLAIN.replace("1234567890abcdef", `'12345678"0abcdef'`));
    expect(readCredentials(path).appSecret).toBe('12345678"0abcdef');
  });

  it.each(["Lark", "open.feishu.cn", "http://a.example"])("names no host in %s", async (host) => {
    const path = join(await createEmptyDirectory(), "hire.env");
    await writeFile(path, PLAIN.replace("https://a.example", host));
    expect(() => readCredentials(path)).toThrow("FEISHU_BASE_URL");
  });

  it("that lacks a credential, or has nothing behind its name, is named with it", async () => {
    const path = join(await createEmptyDirectory(), "hire.env");
    for (const text of [PLAIN.replace("FEISHU_APP_ID", "APP_ID"), PLAIN.replace("cli_x", "")]) {
      await writeFile(path, text);
      expect(() => readCredentials(path)).toThrow(path);
      expect(() => readCredentials(path)).toThrow("FEISHU_APP_ID");
    }
  });
});

it("a rich text is called one, since it seems to have every line", async () => {
  const path = join(await createEmptyDirectory(), "hire.env");
  await writeFile(path, `{\\rtf1\\ansi\n${PLAIN}}`);
  expect(() => readCredentials(path)).toThrow(path);
});

it("a file whose name Windows hides the end of is found: credentials, inputs", async () => {
  const { cwd, run } = await createFolder("hire.env.txt", PLAIN);
  await writeFile(join(cwd, "history.csv"), CSV);
  await writeFile(join(cwd, "history.csv.map.yaml"), "");
  for (const [args, found] of [
    [["doctor", "--credentials", "hire.env"], "hire.env.txt"],
    [["validate", "history"], "history.csv"],
    [["map", "history"], "history.csv"],
    [["applications", "history"], "history.csv"],
  ] as const) {
    const { code, stderr } = await run(args);
    expect(code).toBe(3);
    expect(stderr).toContain(found);
  }
});

it("a file that is not there is named with the folder that was looked in", async () => {
  const { cwd, run } = await createFolder("history.csv", CSV);
  for (const args of [
    ["doctor", "--credentials", "hire.env"],
    ["validate", "other.csv"],
  ])
    expect(await run(args)).toMatchObject({ code: 3, stderr: expect.stringContaining(cwd) });
});

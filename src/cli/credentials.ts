import { readFileSync } from "node:fs";
import { FeishuHire } from "../index.js";
import { CommandError } from "./command-error.js";
import { describeUnreadable } from "./files/unreadable-file.js";
import { translate } from "./language/translate.js";
import { fileMessages } from "./messages/files.js";

/** Where the credentials and the host come from. */
export interface Credentials {
  readonly appId: string;
  readonly appSecret: string;
  readonly baseUrl: string | undefined;
}

/** Becomes part of the environment, where the client looks for it. */
const PROXY_VARIABLES = ["HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"];

/**
 * Reads credentials from the environment, then from a file of `NAME=value` lines: only `FEISHU_APP_ID`,
 * `FEISHU_APP_SECRET`, `FEISHU_BASE_URL` and a proxy count, and no credential becomes part of the environment. A flag for
 * the secret would be visible in the shell's history and in `ps`.
 *
 * @throws CommandError if the file cannot be read, a credential is missing, or the host is wrong
 */
export function readCredentials(path: string | undefined): Credentials {
  const fromFile = path === undefined ? undefined : parse(readText(path));
  for (const name of PROXY_VARIABLES) {
    const value = fromFile?.get(name);
    if (value && !process.env[name] && !process.env[name.toLowerCase()]) process.env[name] = value;
  }
  const get = (name: string) => process.env[name] || fromFile?.get(name) || undefined;
  const require = (name: string) => {
    const value = get(name);
    if (value !== undefined) return value;
    throw new CommandError(
      path === undefined
        ? translate(fileMessages.missingCredential, { name })
        : translate(fileMessages.missingInCredentials, { name, path }),
    );
  };
  const baseUrl = get("FEISHU_BASE_URL");
  assertBaseUrl(baseUrl);
  return { appId: require("FEISHU_APP_ID"), appSecret: require("FEISHU_APP_SECRET"), baseUrl };
}

/** The client's own error names its option, not the variable that a person has set. */
function assertBaseUrl(baseUrl: string | undefined): void {
  try {
    new FeishuHire({ baseUrl });
  } catch {
    throw new CommandError(translate(fileMessages.wrongBaseUrl));
  }
}

function readText(path: string): string {
  const text = decode(readBytes(path));
  if (text.startsWith("{\\rtf")) throw new CommandError(translate(fileMessages.richText, { path }));
  return text;
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CommandError(describeUnreadable(path, error));
  }
}

/** Notepad and PowerShell save as UTF-16, too. Names and values are ASCII, so every other byte is 0. */
function decode(bytes: Buffer): string {
  const encoding = bytes[0] === 0xfe || bytes[0] === 0 ? "utf-16be" : "utf-16le";
  const isUtf16 = bytes.includes(0) || bytes[0] === 0xfe || bytes[0] === 0xff;
  return new TextDecoder(isUtf16 ? encoding : "utf-8").decode(bytes);
}

/** As people write them: `export`, `set "…"`, JSON, a colon, full-width marks, quotes of any kind, a trailing comment. */
const LINE =
  /^[\s{,]*(?:export\s+|set\s+|\$env:)?(["']?)(FEISHU_APP_ID|FEISHU_APP_SECRET|FEISHU_BASE_URL|HTTPS?_PROXY|NO_PROXY)(["']?)\s*[=:＝：]\s*(.*)$/i;
/** Opening marks, each with what closes it. */
const QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  "`": "`",
  "“": "”“",
  "”": "”",
  "‘": "’‘",
  "’": "’",
  "「": "」",
  "＂": "＂",
};

function parse(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const line of text.split(/\r\n|\n|\r|,(?=\s*"(?:FEISHU|HTTPS?|NO)_)/)) {
    const [, quote = "", name, closing, rest = ""] = LINE.exec(line) ?? [];
    if (name === undefined) continue;
    // cmd has one pair of quotes around name and value.
    const isAroundBoth = quote !== "" && closing === "";
    values.set(name.toUpperCase(), parseValue(isAroundBoth ? quote + rest : rest));
  }
  return values;
}

function parseValue(text: string): string {
  const closing = QUOTES[text.charAt(0)];
  const end =
    closing === undefined ? -1 : [...text].findIndex((mark, at) => at > 0 && closing.includes(mark));
  if (end > 0) return [...text].slice(1, end).join("");
  return text
    .replace(/(^|\s)#.*$/, "")
    .trim()
    .replace(/[,;]$/, "");
}

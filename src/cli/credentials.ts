import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { CommandError } from "./command-error.js";
import { translate } from "./language/translate.js";
import { fileMessages } from "./messages/files.js";

/** Where the credentials and the host come from. */
export interface Credentials {
  readonly appId: string;
  readonly appSecret: string;
  readonly baseUrl: string | undefined;
}

const BYTE_ORDER_MARK = /^\uFEFF/;

/**
 * Reads credentials from the environment, then from a file of `NAME=value` lines: only `FEISHU_APP_ID`,
 * `FEISHU_APP_SECRET` and `FEISHU_BASE_URL` count, and none becomes part of the environment. A flag for the secret would
 * be visible in the shell's history and in `ps`.
 *
 * @throws CommandError if the file cannot be read, or a credential is missing
 */
export function readCredentials(path: string | undefined): Credentials {
  const fromFile = path === undefined ? {} : readFile(path);
  const get = (name: string) => process.env[name] || fromFile[name] || undefined;
  const require = (name: string) => {
    const value = get(name);
    if (value !== undefined) return value;
    throw new CommandError(translate(fileMessages.missingCredential, { name }));
  };
  return {
    appId: require("FEISHU_APP_ID"),
    appSecret: require("FEISHU_APP_SECRET"),
    baseUrl: get("FEISHU_BASE_URL"),
  };
}

function readFile(path: string): Record<string, string | undefined> {
  try {
    return parseEnv(readFileSync(path, "utf8").replace(BYTE_ORDER_MARK, ""));
  } catch {
    throw new CommandError(translate(fileMessages.cannotReadCredentials, { path }));
  }
}

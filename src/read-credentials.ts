import { ConfigurationError } from "./errors/configuration.js";
import type { ClientOptions, ResolvedOptions } from "./options.js";

/** Feishu's secrets have 32 characters, its tokens more. Hiding a short text would shred every message. */
const MIN_SECRET_LENGTH = 8;

/** Whether a credential is long enough to be secret. */
export function isSecret({ length }: string): boolean {
  return length >= MIN_SECRET_LENGTH;
}

/**
 * Reads the credentials. Errors in them are reported when they are needed, so that a program can create its
 * client where it has no secrets, such as during a build.
 */
export function readCredentials(
  options: ClientOptions,
  env: Readonly<Record<string, string | undefined>>,
  baseUrl: URL,
): Pick<ResolvedOptions, "appId" | "secrets" | "getCredentials"> {
  const appId = trim(options.appId ?? env.FEISHU_APP_ID);
  const appSecret = trim(options.appSecret ?? env.FEISHU_APP_SECRET);
  return {
    appId,
    secrets: [appSecret],
    getCredentials: () => {
      assertCredential("appId", appId, "FEISHU_APP_ID");
      assertCredential("appSecret", appSecret, "FEISHU_APP_SECRET");
      if (!isSecret(appSecret) && !isLoopbackUrl(baseUrl))
        throw new ConfigurationError("appSecret is too short: copy it again.");
      return { appId, appSecret };
    },
  };
}

/**
 * Removes the whitespace and the byte order mark that a copied secret, or one read
 * from a file, may have around it.
 */
function trim(value: unknown): string {
  return typeof value === "string" ? value.replace(/^[\s\uFEFF]+|[\s\uFEFF]+$/g, "") : "";
}

function assertCredential(name: string, value: string, variable: string): void {
  if (value === "")
    throw new ConfigurationError(`${name} is missing: pass it as an option, or set ${variable}.`);
  if (/^["'“”‘’]|["'“”‘’]$/.test(value))
    throw new ConfigurationError(`${name} has quotes around it: remove them.`);
  if (!/^[\x21-\x7e]+$/.test(value))
    throw new ConfigurationError(`${name} has blanks or characters that do not belong: copy it again.`);
}

export function isLoopbackUrl({ hostname }: URL): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
}

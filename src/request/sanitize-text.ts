const MAX_LENGTH = 300;
/** Control characters, line separators, halves of surrogate pairs, and characters that reorder text. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}]/gu;

/**
 * Makes text from outside safe to print and to log: without secrets, with control characters as escapes, and no longer
 * than 300 characters.
 */
export function sanitizeText(text: string, secrets: readonly string[]): string {
  // Twice the bound is enough to cut a secret that spans it, and a message of megabytes is not worth searching.
  const start = text.slice(0, 2 * MAX_LENGTH + longest(secrets));
  const hidden = secrets.reduce((result, secret) => result.replaceAll(secret, "[hidden]"), start);
  const escaped = hidden.replace(UNPRINTABLE, escapeCharacter);
  return escaped.length <= MAX_LENGTH ? escaped : `${escaped.slice(0, MAX_LENGTH)}…`;
}

/** A log id as Feishu makes them, or undefined: one that repeats the request must not reach a log. */
export function sanitizeLogId(
  logId: string | null | undefined,
  secrets: readonly string[],
): string | undefined {
  if (!logId || !/^[\w-]{1,64}$/.test(logId)) return undefined;
  return secrets.some((secret) => logId.includes(secret)) ? undefined : logId;
}

function longest(texts: readonly string[]): number {
  return texts.reduce((length, text) => Math.max(length, text.length), 0);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

import { isSecret } from "../read-credentials.js";

const MAX_LENGTH = 300;

/**
 * Makes text from outside safe to print and to log: without secrets, with control characters as escapes, and
 * no longer than 300 characters.
 */
export function sanitizeText(text: string, secrets: readonly string[]): string {
  const hidable = secrets.filter(isSecret);
  const longest = Math.max(0, ...hidable.map(({ length }) => length));
  // A message of megabytes is not worth searching.
  const start = text.slice(0, 2 * MAX_LENGTH + longest);
  const hidden = hidable.reduce((result, secret) => result.replaceAll(secret, "[hidden]"), start);
  // The cut may have split a secret, whose start is then not recognized.
  const isCut = start.length < text.length;
  const safe = hidden.slice(0, isCut ? Math.max(0, hidden.length - longest) : undefined);
  const escaped = escapeUnprintable(safe);
  if (!isCut && escaped.length <= MAX_LENGTH) return escaped;
  return `${escaped.slice(0, MAX_LENGTH).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** Describes what foreign code threw, whatever it is, so that it is safe to print. */
export function describeThrown(thrown: unknown, secrets: readonly string[]): string {
  try {
    return sanitizeText(String(thrown), secrets);
  } catch {
    return "a value without text";
  }
}

/** Returns the log id if it looks like Feishu's and holds no secret, since a server may repeat the request. */
export function sanitizeLogId(
  logId: string | null | undefined,
  secrets: readonly string[],
): string | undefined {
  if (!logId || !/^[\w-]{1,64}$/.test(logId)) return undefined;
  return holdsSecret(logId, secrets) ? undefined : logId;
}

export function holdsSecret(text: string, secrets: readonly string[]): boolean {
  return secrets.some((secret) => isSecret(secret) && text.includes(secret));
}

/** Escapes control characters, line separators, lone surrogates, and characters that reorder text. */
function escapeUnprintable(text: string): string {
  // Here rather than in a constant, since V8 takes half a millisecond to compile it.
  return text.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

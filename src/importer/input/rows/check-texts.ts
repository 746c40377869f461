import { isObject } from "../../../is-object.js";
import { phrase } from "../../messages/phrase.js";
import type { Issue } from "./row-problem.js";

/** Control characters, and those that HTML and a text decoded wrongly are full of. Few texts have any. */
const SUSPECT = /(?![\t\n\r])[\p{Cc}\u00c2\u00c3\u00e2-\u00ef\ufffd\p{Cs}锟斤烫屯<&]/u;

/** Controls but tab and line ends. */
const CONTROL = /(?![\t\n\r])\p{Cc}/u;
/** U+FFFD replaces bytes that could not be decoded, and will replace half of an emoji. */
const REPLACEMENT = /[\ufffd\p{Cs}]/u;
/** UTF-8 that was decoded as Latin-1 or Windows-1252: `JÃ¼rgen`, `é—²`. */
const LATIN_MOJIBAKE =
  /[\u00c2\u00c3][\u0080-\u00bf\u2010-\u203a\u0152-\u0178\u20ac\u2122]|[\u00e2-\u00ef][\u0080-\u00bf\u2010-\u203a\u0152-\u0178\u20ac\u2122]{2}/;
/** U+FFFD written as UTF-8 and read as GB18030, and uninitialized memory. */
const GB_MOJIBAKE = /锟斤|斤拷|烫烫烫|屯屯屯/;

/** What editors in pages write: Feishu would show it as it is. */
const HTML =
  /<\/?(?:p|br|div|span|ul|ol|li|b|strong|i|em|u|a|h[1-6]|table|t[rdh])(?:\s[^<>]{0,500})?\/?>|&(?:nbsp|amp|lt|gt|quot|#\d{2,5});/i;

export interface TextIssues {
  readonly problems: readonly Issue[];
  readonly warnings: readonly Issue[];
}

const NOTHING: TextIssues = { problems: [], warnings: [] };

/**
 * Finds texts with control characters, HTML, and texts that were decoded wrongly before: importing does not repair them.
 */
export function checkTexts(body: unknown): TextIssues {
  if (!hasSuspect(body)) return NOTHING;
  const problems: Issue[] = [];
  const warnings: Issue[] = [];
  for (const { pointer, text } of listTexts(body, "")) {
    if (REPLACEMENT.test(text) || LATIN_MOJIBAKE.test(text) || GB_MOJIBAKE.test(text)) {
      warnings.push({ pointer, expected: phrase("readableText"), received: phrase("damagedText") });
    }
    if (HTML.test(text)) warnings.push({ pointer, expected: phrase("textAlone"), received: phrase("html") });
    const [control] = CONTROL.exec(text) ?? [];
    if (control === undefined) continue;
    const code = control.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    const received = phrase("controlCharacter", { character: `U+${code}` });
    const issue = { pointer, expected: phrase("plainText"), received };
    (control === "\0" ? problems : warnings).push(issue);
  }
  return { problems, warnings };
}

function hasSuspect(value: unknown): boolean {
  if (typeof value === "string") return SUSPECT.test(value);
  if (Array.isArray(value)) return value.some(hasSuspect);
  if (!isObject(value)) return false;
  for (const name in value) if (hasSuspect(value[name])) return true;
  return false;
}

function* listTexts(value: unknown, pointer: string): Generator<{ pointer: string; text: string }> {
  if (typeof value === "string") yield { pointer, text: value };
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* listTexts(item, `${pointer}/${index}`);
  else if (isObject(value))
    for (const name of Object.keys(value)) yield* listTexts(value[name], `${pointer}/${name}`);
}

import { eastAsianWidth } from "get-east-asian-width";

const GRAPHEMES = new Intl.Segmenter();
/** Marks, joiners and controls. */
const INVISIBLE = /^[\p{Cc}\p{Cf}\p{Mark}\p{Default_Ignorable_Code_Point}]+$/u;
/** An emoji, or a character that a variation selector makes one. */
const EMOJI = /\p{Emoji_Presentation}|\p{Emoji}\ufe0f/u;

/** How many columns of a terminal a text takes; a Chinese character takes two. */
export function measureText(text: string): number {
  let columns = 0;
  for (const { segment } of GRAPHEMES.segment(text)) columns += measureCharacter(segment);
  return columns;
}

function measureCharacter(character: string): number {
  if (INVISIBLE.test(character)) return 0;
  return EMOJI.test(character) ? 2 : eastAsianWidth(character.codePointAt(0) ?? 0);
}

/** A text and blanks, this many columns wide. */
export function padText(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - measureText(text)));
}

/** As much of a text as fits into this many columns. */
export function cutText(text: string, columns: number): string {
  if (measureText(text) <= columns) return text;
  let left = columns;
  let cut = "";
  for (const { segment } of GRAPHEMES.segment(text)) {
    left -= measureCharacter(segment);
    if (left < 0) break;
    cut += segment;
  }
  return cut;
}

const OPENING = "（“「『《";
const CLOSING = "，。、；：？！）”」』》…";
const HAN = String.raw`\p{Script=Han}`;
const OTHERS = String.raw`[^\s${HAN}${OPENING}${CLOSING}]+`;
/** A line may end at a blank or beside a Chinese character, but not before a closing mark or after an opening one. */
const CHUNKS = new RegExp(
  String.raw`\s*(?:[${OPENING}<\[]+(?:${HAN}|${OTHERS})?|${HAN}|${OTHERS}|[${CLOSING}])[${CLOSING}>\]]*`,
  "gu",
);

/** Wraps a text at a number of columns; its own line ends are kept. What an indented line continues on is indented more. */
export function wrapText(text: string, columns: number): string {
  return text
    .split("\n")
    .flatMap((line) => wrapLine(line, columns))
    .join("\n");
}

function wrapLine(line: string, columns: number): string[] {
  const [indent = ""] = /^ */.exec(line) ?? [];
  const hanging = indent === "" ? "" : `${indent}  `;
  const lines = [""];
  for (const chunk of line.match(CHUNKS) ?? []) {
    const last = lines.length - 1;
    const current = lines[last] ?? "";
    if (current.trim() === "" || measureText(current + chunk) <= columns) lines[last] = current + chunk;
    else lines.push(hanging + chunk.trimStart());
  }
  return lines;
}

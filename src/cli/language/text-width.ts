import stringWidth from "string-width";

/** A text and blanks, this many columns wide; a Chinese character is two columns wide. */
export function padText(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - stringWidth(text)));
}

/** As much of a text as fits into this many columns. */
export function cutText(text: string, columns: number): string {
  if (stringWidth(text) <= columns) return text;
  let left = columns;
  let cut = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    left -= stringWidth(segment);
    if (left < 0) break;
    cut += segment;
  }
  return cut;
}

/** Where a line may end: at a blank, or beside a Chinese character, but not before one that closes what is before it. */
const CHUNKS =
  /\s*(?:[\p{Script=Han}，。、；：？！）」』》…](?:[，。、；：？！）」』》…]*)|[（「『《]+\p{Script=Han}?[，。、；：？！）」』》…]*|[^\s\p{Script=Han}，。、；：？！）」』》（「『《…]+[，。、；：？！）」』》…]*)/gu;

/** A text in lines of at most so many columns, with its own line ends kept. */
export function wrapText(text: string, columns: number): string {
  return text
    .split("\n")
    .flatMap((line) => wrapLine(line, columns))
    .join("\n");
}

function wrapLine(line: string, columns: number): string[] {
  const lines = [""];
  for (const chunk of line.match(CHUNKS) ?? []) {
    const last = lines.length - 1;
    const current = lines[last] ?? "";
    if (current === "" || stringWidth(current + chunk) <= columns) lines[last] = current + chunk;
    else lines.push(chunk.trimStart());
  }
  return lines;
}

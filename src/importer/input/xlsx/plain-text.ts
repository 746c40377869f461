/** A character that XML cannot hold, such as `_x000D_` for a carriage return. */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** Gathers the text of a shared or an inline string: all its runs, without the phonetic ones. */
export class PlainText {
  #text = "";
  #isInText = false;
  #phoneticDepth = 0;

  open(name: string): void {
    if (name === "m:t") this.#isInText = this.#phoneticDepth === 0;
    else if (name === "m:rPh") this.#phoneticDepth++;
  }

  close(name: string): void {
    if (name === "m:t") this.#isInText = false;
    else if (name === "m:rPh") this.#phoneticDepth--;
  }

  add(text: string): void {
    if (this.#isInText) this.#text += text;
  }

  /** The text; what is gathered next is another one. */
  take(): string {
    const text = this.#text;
    this.#text = "";
    return unescapeText(text);
  }
}

export function unescapeText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

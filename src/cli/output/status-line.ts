import { cutText, wrapText } from "../language/text-width.js";
import { getColumns } from "./print.js";

const TERMINAL_EVERY_MS = 200;
const LINE_EVERY_MS = 10_000;
const CLEAR_LINE = "\r\x1b[K";

/** A stream that the line is written to. */
export interface LineOutput {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Shows how far a command is: on a terminal one line in place, otherwise a line every 10 s. */
export class StatusLine {
  readonly #output: LineOutput;
  readonly #timer: NodeJS.Timeout;

  /** @param format the current line; `width` is the terminal's, undefined elsewhere */
  constructor(output: LineOutput, format: (width: number | undefined) => string) {
    this.#output = output;
    const show = () => {
      const width = this.#width;
      const line = format(width);
      output.write(width === undefined ? `${line}\n` : `${CLEAR_LINE}${cutText(line, width)}`);
    };
    this.#timer = setInterval(show, output.isTTY ? TERMINAL_EVERY_MS : LINE_EVERY_MS);
    this.#timer.unref();
  }

  /** Prints a line of its own. */
  print(text: string): void {
    this.#clear();
    this.#output.write(`${this.#width === undefined ? text : wrapText(text, this.#width)}\n`);
  }

  end(): void {
    clearInterval(this.#timer);
    this.#clear();
  }

  #clear(): void {
    if (this.#output.isTTY) this.#output.write(CLEAR_LINE);
  }

  get #width(): number | undefined {
    return this.#output.isTTY ? getColumns(this.#output) - 1 : undefined;
  }
}

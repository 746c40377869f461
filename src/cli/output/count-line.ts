import { cutText } from "../language/text-width.js";

const TERMINAL_EVERY_MS = 200;
const LINE_EVERY_MS = 10_000;
const CLEAR_LINE = "\r\x1b[K";

interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Shows how far a command is: on a terminal one line in place, otherwise a line every 10 s. */
export class CountLine {
  readonly #output: Output;
  readonly #timer: NodeJS.Timeout;

  /** @param format the current line */
  constructor(output: Output, format: () => string) {
    this.#output = output;
    const show = () => {
      const width = (output.columns ?? 80) - 1;
      output.write(output.isTTY ? `${CLEAR_LINE}${cutText(format(), width)}` : `${format()}\n`);
    };
    this.#timer = setInterval(show, output.isTTY ? TERMINAL_EVERY_MS : LINE_EVERY_MS);
    this.#timer.unref();
  }

  end(): void {
    clearInterval(this.#timer);
    if (this.#output.isTTY) this.#output.write(CLEAR_LINE);
  }
}

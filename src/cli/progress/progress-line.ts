import { escapeText } from "../../messages/escape-text.js";
import type { InputProgress } from "../input-file.js";
import { type Formattable, formatText, translate } from "../language/translate.js";
import { programMessages } from "../messages/program.js";
import { type LineOutput, StatusLine } from "../output/status-line.js";
import { formatProgress } from "./format-progress.js";
import { RunProgress } from "./run-progress.js";

/** Shows a run while it is in progress. */
export class ProgressLine extends RunProgress {
  readonly #line: StatusLine;

  constructor(output: LineOutput, read: () => InputProgress, now?: () => number) {
    super(read, now);
    this.#line = new StatusLine(output, (width) => formatProgress(this.takeSnapshot(), width));
  }

  override warn(warning: Formattable): void {
    const text = escapeText(formatText(warning));
    this.print(translate(programMessages.warning, { text }));
  }

  override print(text: string): void {
    this.#line.print(text);
  }

  override end(): void {
    this.#line.end();
  }
}

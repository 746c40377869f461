import { join } from "node:path";
import { BYTE_ORDER_MARK, escapeFormula, formatRecord, LINE_END } from "../input/csv/format-record.js";
import { wrapExcelText } from "../input/table/excel-text.js";
import { OutcomeFile } from "./outcome-file.js";

/** The columns of which a spreadsheet must keep all digits. */
const IDS = new Set(["external_id", "id", "external_application_id"]);

/** A list of interviews: as JSONL for programs, and as CSV for a spreadsheet. */
export class KeyFile {
  readonly #jsonl: OutcomeFile;
  readonly #csv: OutcomeFile;
  readonly #columns: readonly string[];

  constructor(jobDir: string, name: string, columns: readonly string[]) {
    this.#columns = columns;
    this.#jsonl = new OutcomeFile(join(jobDir, `${name}.jsonl`));
    this.#csv = new OutcomeFile(join(jobDir, `${name}.csv`));
  }

  /** How many interviews have been written. */
  get lines(): number {
    return this.#jsonl.lines;
  }

  async write(interview: Readonly<Record<string, unknown>>): Promise<void> {
    if (this.lines === 0) await this.#writeHeader();
    await this.#jsonl.writeLine(interview);
    const cells = this.#columns.map((column) => formatCell(column, interview[column]));
    await this.#csv.write(formatRecord(cells) + LINE_END);
  }

  async finish(): Promise<void> {
    if (this.lines === 0) await this.#writeHeader();
    await this.#jsonl.finish();
    await this.#csv.finish();
  }

  async discard(): Promise<void> {
    await this.#jsonl.discard();
    await this.#csv.discard();
  }

  #writeHeader(): Promise<void> {
    return this.#csv.write(BYTE_ORDER_MARK + formatRecord(this.#columns) + LINE_END);
  }
}

function formatCell(column: string, value: unknown): string {
  const text = value === undefined ? "" : String(value);
  return IDS.has(column) ? wrapExcelText(text) : escapeFormula(text);
}

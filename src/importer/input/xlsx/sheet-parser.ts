/// <reference path="./package/saxen.d.ts" />
import type { Attributes } from "saxen";
import { MAX_COLUMNS, MAX_ROWS, parseColumn } from "./cell-address.js";
import { BLANK, type CellContext, type CellFault, readCell } from "./cell-value.js";
import type { XmlHandler } from "./package/xml-parser.js";
import { PlainText } from "./plain-text.js";

/** A row with the cells that it holds itself. */
export interface SheetRow {
  /** 1-based. */
  readonly number: number;
  readonly isHidden: boolean;
  /**
   * By column, from 0, as far as the first row is wide; after these, what is not blank beyond it. Blank cells at its
   * end are left out: one cell in the last column would make a row of 16,384.
   */
  readonly cells: string[];
  /** The columns, from 0, of the last cells: those beyond the first row's. */
  readonly beyond: number[];
  /** By column, from 0. */
  readonly faults: Map<number, CellFault>;
}

/** Cells that are left out cost time: below a wide first row, a file could have one in the last column of each. */
const MAX_BLANK_CELLS = 20_000_000;
/** As many more are allowed for each cell that holds anything: a table of many columns is mostly blank. */
const BLANKS_PER_CELL = 100;

/** Gathers a worksheet's rows. */
export class SheetParser implements XmlHandler {
  /** The 1-based ranges of hidden columns, which a file has before its rows. */
  readonly hiddenColumns: { readonly from: number; readonly to: number }[] = [];
  readonly #context: CellContext;
  readonly #inlineText = new PlainText();
  #rows: SheetRow[] = [];
  /** How wide the first row is that holds anything. */
  #width: number | undefined;
  #row: SheetRow | undefined;
  #rowNumber = 0;
  #column = 0;
  #type = "";
  #style = 0;
  #value = "";
  #hasFormula = false;
  #isInValue = false;
  #isInline = false;
  #blankCells = 0;
  #filledCells = 0;

  constructor(context: CellContext) {
    this.#context = context;
  }

  /** The rows that are complete, hold anything, and are not taken yet. */
  takeRows(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: () => Attributes): void {
    if (this.#isInline) this.#inlineText.open(name);
    switch (name) {
      case "m:c":
        this.#openCell(attributes());
        break;
      case "m:v":
        this.#isInValue = true;
        break;
      case "m:is":
        this.#isInline = true;
        break;
      case "m:f":
        this.#hasFormula = true;
        break;
      case "m:row":
        this.#openRow(attributes());
        break;
      case "m:col":
        this.#addColumn(attributes());
        break;
    }
  }

  close(name: string): void {
    if (this.#isInline) this.#inlineText.close(name);
    switch (name) {
      case "m:c":
        this.#closeCell();
        break;
      case "m:v":
        this.#isInValue = false;
        break;
      case "m:is":
        this.#isInline = false;
        this.#value = this.#inlineText.take();
        break;
      case "m:row":
        if (this.#row) this.#closeRow(this.#row);
        this.#row = undefined;
        break;
    }
  }

  text(text: string): void {
    if (this.#isInValue) this.#value += text;
    else if (this.#isInline) this.#inlineText.add(text);
  }

  #openRow({ r, hidden }: Attributes): void {
    const number = r === undefined ? this.#rowNumber + 1 : Number(r);
    if (!(number > this.#rowNumber && number <= MAX_ROWS)) throw new Error(`row ${r} is out of order`);
    this.#rowNumber = number;
    this.#column = 0;
    this.#row = { number, isHidden: isOn(hidden), cells: [], beyond: [], faults: new Map() };
  }

  #closeRow(row: SheetRow): void {
    if (this.#width === undefined) {
      const width = row.cells.findLastIndex((text) => text.trim() !== "") + 1;
      row.cells.length = width;
      if (width > 0) this.#width = width;
    }
    if (row.cells.length > 0 || row.faults.size > 0) this.#rows.push(row);
  }

  #openCell({ r, t, s }: Attributes): void {
    const column = r === undefined ? this.#column + 1 : parseColumn(r);
    if (!(column > this.#column && column <= MAX_COLUMNS)) throw new Error(`cell ${r} is out of order`);
    this.#column = column;
    this.#type = t ?? "n";
    this.#style = s === undefined ? 0 : Number(s);
    this.#value = "";
    this.#hasFormula = false;
  }

  #closeCell(): void {
    const row = this.#row;
    if (!row || (this.#value === "" && !this.#hasFormula)) return;
    const cell = { type: this.#type, style: this.#style, value: this.#value, hasFormula: this.#hasFormula };
    const { text, fault } = readCell(cell, this.#context);
    if (text === "" && !fault) return;
    const index = this.#column - 1;
    const width = this.#width ?? MAX_COLUMNS;
    if (index >= width) {
      if (text.trim() === "" && !fault) return;
      row.beyond.push(index);
    }
    this.#padCells(row, Math.min(index, width));
    this.#filledCells++;
    row.cells.push(text);
    if (fault) row.faults.set(index, fault);
  }

  #padCells({ cells }: SheetRow, count: number): void {
    this.#blankCells += Math.max(0, count - cells.length);
    if (this.#blankCells > MAX_BLANK_CELLS + BLANKS_PER_CELL * this.#filledCells)
      throw new Error("almost all of its cells are blank");
    while (cells.length < count) cells.push(BLANK.text);
  }

  #addColumn({ min, max, hidden }: Attributes): void {
    if (isOn(hidden)) this.hiddenColumns.push({ from: Number(min), to: Number(max) });
  }
}

function isOn(attribute: string | undefined): boolean {
  return attribute === "1" || attribute === "true" || attribute === "on";
}

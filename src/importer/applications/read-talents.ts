import { InputError } from "../input/input-error.js";
import { findFormat, isTableFormat, openTable } from "../input/open-table.js";
import { escapeShort, quoteShort } from "../input/rows/escape-short.js";
import type { InputOptions } from "../input/rows/interview-row.js";
import { trimCell } from "../input/table/excel-text.js";
import { simplifyName } from "../input/table/schema/column-name.js";
import { phrase } from "../messages/phrase.js";
import { TALENT_NAMES } from "./application-table.js";

const NAMES = new Set(TALENT_NAMES.map(simplifyName));
const TALENT_ID = /^\d{1,19}$/;

export interface TalentOptions extends InputOptions {
  /** The column with the talents' ids. @default the one called talent_id or 人才 ID, or the only one */
  readonly column?: string | undefined;
}

/**
 * Reads the ids of talents (人才) from a column of a table, each once, in order.
 *
 * @param path a CSV or a workbook
 * @throws InputError if the column is unclear, or if a cell is not an id
 */
export async function readTalents(path: string, options: TalentOptions): Promise<ReadonlySet<string>> {
  const format = findFormat(path, options);
  if (!isTableFormat(format)) throw new InputError(phrase("talentsOfTable"));
  const talents = new Set<string>();
  let column: number | undefined;
  for await (const record of openTable(path, { ...options, format }, []).records()) {
    const { cells, fault, cellFaults } = record;
    if (column === undefined) {
      column = findColumn(cells, options.column);
      continue;
    }
    const id = trimCell(cells[column] ?? "");
    if (id === "" && !fault) continue;
    const place = record.locate(column).text;
    const damage = fault ?? cellFaults?.get(column);
    if (damage) {
      const { expected, received } = damage;
      throw new InputError(phrase("problem", { place, expected, received }));
    }
    if (!TALENT_ID.test(id)) throw new InputError(phrase("notATalent", { place, text: escapeShort(id) }));
    // A substring may keep its whole text in memory; this is a copy.
    talents.add(Buffer.from(id).toString());
  }
  return talents;
}

function findColumn(header: readonly string[], name: string | undefined): number {
  const isWanted = (text: string) =>
    name === undefined ? NAMES.has(simplifyName(text)) : simplifyName(text) === simplifyName(name);
  const id = header.find((text) => TALENT_ID.test(text.trim()));
  if (id !== undefined) throw new InputError(phrase("talentsWithoutHeader", { text: id.trim() }));
  const found = header.flatMap((text, index) => (isWanted(text) ? [index] : []));
  const [only] = found.length === 0 && name === undefined && header.length === 1 ? [0] : found;
  if (only !== undefined && found.length <= 1) return only;
  const columns = header.map(quoteShort);
  throw new InputError(phrase("unclearTalents", { columns }));
}

import { columnNotes } from "../../../messages/columns.js";
import { INTERVIEW_SCHEMA } from "../../table/schema/interview-schema.js";
import { findEnumCells, listColumns } from "../../table/schema/table-schema.js";
import { templateRows } from "../../template.js";
import { formatColumnLetters, MAX_ROWS } from "../cell-address.js";
import { escapeXml, formatRow, TEXT_STYLE } from "./sheet-xml.js";

const COLUMNS = listColumns(INTERVIEW_SCHEMA);
const WIDTH = 24;
const NOTE_WIDTH = 80;

/**
 * Writes a workbook to start from, to a new file: every cell is formatted as text, choices have lists, and a second
 * sheet explains each column in both languages.
 */
export async function writeTemplateWorkbook(path: string): Promise<void> {
  const names = COLUMNS.map(({ name }) => name);
  const { writeWorkbook } = await import("./write-workbook.js");
  await writeWorkbook(path, [
    {
      name: "面试 Interviews",
      rows: [names, ...templateRows].map(formatRow).join(""),
      columns: formatColumns(names.map(() => WIDTH)),
      validations: formatValidations(),
    },
    {
      name: "说明 Columns",
      rows: [
        ["column", "中文", "English"],
        ...COLUMNS.map(({ name }) => [name, columnNotes[name].zh, columnNotes[name].en]),
      ]
        .map(formatRow)
        .join(""),
      columns: formatColumns([WIDTH, NOTE_WIDTH, NOTE_WIDTH]),
    },
  ]);
}

function formatColumns(widths: readonly number[]): string {
  const columns = widths.map(
    (width, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${width}" style="${TEXT_STYLE}" customWidth="1"/>`,
  );
  return `<cols>${columns.join("")}</cols>`;
}

/** Lists to choose from. */
function formatValidations(): string {
  const lists = COLUMNS.flatMap(({ name }, index) => {
    const choices = findEnumCells(INTERVIEW_SCHEMA, name);
    if (!choices) return [];
    const letters = formatColumnLetters(index + 1);
    const list = escapeXml(`"${choices.labels.join(",")}"`);
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${letters}2:${letters}${MAX_ROWS}"><formula1>${list}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${lists.length}">${lists.join("")}</dataValidations>`;
}

import { phrase } from "../../../messages/phrase.js";
import { InputError } from "../../input-error.js";
import { INTERVIEW_SCHEMA } from "../../table/schema/interview-schema.js";
import { type ColumnName, listColumns } from "../../table/schema/table-schema.js";
import type { Mapping, Source } from "./mapping.js";
import { mappingError, parseMappingYaml } from "./mapping-node.js";
import { MappingReader } from "./mapping-reader.js";
import { readDateOrder, readDimensions, readLeftOut } from "./read-settings.js";
import { readSource } from "./read-source.js";

const COLUMNS = listColumns(INTERVIEW_SCHEMA).map(({ name }) => name);
const SETTINGS = ["dimensions", "leave_out", "time_zone", "date_order", "blank", "sheet"];

/**
 * Reads a mapping file.
 *
 * @param path its name, for messages
 * @throws InputError if it is not one, or if it has blanks that are still to be filled in
 */
export function parseMapping(text: string, path: string): Mapping {
  const blanks: string[] = [];
  const root = new MappingReader(parseMappingYaml(text, path), {
    path,
    what: "a mapping",
    names: [...COLUMNS, ...SETTINGS],
    blanks,
  });
  const blankWords = root.words("blank");
  const targets = new Map<ColumnName, Source>();
  for (const column of COLUMNS) {
    const source = readSource(root, column, blankWords);
    if (source) targets.set(column, source);
  }
  const mapping: Mapping = {
    path,
    targets,
    dimensions: readDimensions(root, blankWords),
    leaveOut: readLeftOut(root),
    timeZone: root.text("time_zone"),
    dateOrder: readDateOrder(root),
    sheet: root.text("sheet"),
  };
  if (blanks.length > 0) throw new InputError(phrase("blanksLeft", { path, blanks: blanks.join("; ") }));
  checkTargets(mapping);
  return mapping;
}

const LONG_COLUMNS = ["dimension_title", "dimension_type", "dimension_value"] as const;

function checkTargets({ path, targets, dimensions }: Mapping): void {
  if (!targets.has("external_application_id")) throw new InputError(phrase("noApplication", { path }));
  const long = LONG_COLUMNS.find((column) => targets.has(column));
  if (long !== undefined && dimensions.length > 0)
    throw new InputError(phrase("bothDimensions", { path, long }));
  const end = targets.get("end_time");
  if (end?.kind === "minutes" && !targets.has("begin_time"))
    throw mappingError(path, end.line, phrase("minutesNeedBegin"));
}

import { type Phrase, phrase } from "../../../messages/phrase.js";
import { INTERVIEW_SCHEMA } from "../../table/schema/interview-schema.js";
import { type ColumnName, listColumns } from "../../table/schema/table-schema.js";
import type { Mapping, Source } from "./mapping.js";
import { parseMappingYaml } from "./mapping-node.js";
import { MappingProblems } from "./mapping-problems.js";
import { MappingReader } from "./mapping-reader.js";
import { readDateOrder, readDimensions, readLeftOut } from "./read-settings.js";
import { readSource } from "./read-source.js";

const COLUMNS = listColumns(INTERVIEW_SCHEMA).map(({ name }) => name);
const SETTINGS = ["dimensions", "leave_out", "time_zone", "date_order", "blank", "sheet"];

/**
 * Reads a mapping file.
 *
 * @param path its name, for messages
 * @throws InputError with all that is wrong, blanks that are still to be filled in included
 */
export function parseMapping(text: string, path: string): Mapping {
  const blanks: Phrase[] = [];
  const problems = new MappingProblems(path);
  const node = parseMappingYaml(text, path);
  const mapping = problems.attempt(() => {
    const root = new MappingReader(node, {
      problems,
      what: phrase("aMapping"),
      names: [...COLUMNS, ...SETTINGS],
      blanks,
    });
    const read = readRoot(root);
    if (blanks.length > 0) problems.addOfWhole(phrase("blanksLeft", { path, blanks }));
    checkTargets(root, read);
    return read;
  });
  problems.assertNone();
  if (!mapping) throw new Error("A mapping that cannot be read has a problem.");
  return mapping;
}

/** Reads what can be read; the rest is among the reader's problems. */
function readRoot(root: MappingReader): Mapping {
  const { problems } = root;
  const blankNode = root.node("blank");
  const blankWords = problems.attempt(() => root.words("blank")) ?? [];
  const targets = new Map<ColumnName, Source>();
  for (const column of COLUMNS) {
    const source = problems.attempt(() => readSource(root, column, blankWords));
    if (source) targets.set(column, source);
  }
  return {
    path: problems.path,
    targets,
    dimensions: problems.attempt(() => readDimensions(root, blankWords)) ?? [],
    blank: {
      words: blankWords,
      lines: root.findLines("blank"),
      isBlock: blankNode?.kind === "list" && blankNode.isBlock,
    },
    leaveOut: problems.attempt(() => readLeftOut(root)) ?? [],
    timeZone: problems.attempt(() => root.text("time_zone")),
    dateOrder: problems.attempt(() => readDateOrder(root)),
    sheet: problems.attempt(() => root.text("sheet")),
  };
}

const LONG_COLUMNS = ["dimension_title", "dimension_type", "dimension_value"] as const;

function checkTargets(root: MappingReader, { path, targets, dimensions }: Mapping): void {
  const { problems } = root;
  if (!root.node("external_application_id")) problems.addOfWhole(phrase("noApplication", { path }));
  const long = LONG_COLUMNS.find((column) => targets.has(column));
  if (long !== undefined && dimensions.length > 0)
    problems.addOfWhole(phrase("bothDimensions", { path, long }));
  const end = targets.get("end_time");
  if (end?.kind === "minutes" && !root.node("begin_time")) problems.add(end.line, phrase("minutesNeedBegin"));
}

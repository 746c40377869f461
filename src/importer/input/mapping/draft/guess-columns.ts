import { TALENT_NAMES } from "../../../applications/application-table.js";
import { simplifyName } from "../../table/schema/column-name.js";
import { INTERVIEW_SCHEMA } from "../../table/schema/interview-schema.js";
import { type ColumnName, listColumns } from "../../table/schema/table-schema.js";
import type { ColumnProfile } from "./column-profile.js";

/** Which columns of a file become which of this tool's. */
export interface GuessedColumns {
  readonly targets: ReadonlyMap<ColumnName, ColumnProfile>;
  /** The parts of the interviewer's name, if they have columns of their own. */
  readonly nameParts: readonly ColumnProfile[];
  /** The column with the ids of talents, if there is none with the applications. */
  readonly talent: ColumnProfile | undefined;
  readonly duration: ColumnProfile | undefined;
  /** Those that are left over. */
  readonly others: readonly ColumnProfile[];
}

const DURATIONS = ["duration", "duration (min)", "duration (minutes)", "时长", "面试时长", "时长(分钟)"];
const FIRST_NAME = ["Interviewer First Name", "Interviewer's First Name"];
const LAST_NAME = ["Interviewer Last Name", "Interviewer's Last Name"];

/** Guesses by the columns' names; two columns of one meaning are a doubt, and left to the person. */
export function guessColumns(columns: readonly ColumnProfile[]): GuessedColumns {
  const find = (names: readonly string[]): ColumnProfile | undefined => {
    const wanted = new Set(names.map(simplifyName));
    const [only, ...more] = columns.filter(({ name }) => wanted.has(simplifyName(name)));
    return more.length === 0 ? only : undefined;
  };
  const targets = new Map<ColumnName, ColumnProfile>();
  for (const { name, aliases, hintNames } of listColumns(INTERVIEW_SCHEMA)) {
    const found = find([name, ...aliases, ...hintNames]);
    if (found) targets.set(name, found);
  }
  const parts = [find(FIRST_NAME), find(LAST_NAME)].flatMap((column) => column ?? []);
  const nameParts = targets.has("username") || parts.length < 2 ? [] : parts;
  const duration = targets.has("end_time") || !targets.has("begin_time") ? undefined : find(DURATIONS);
  const talent = targets.has("external_application_id") ? undefined : find(TALENT_NAMES);
  const used = new Set([...targets.values(), ...nameParts, talent, duration]);
  const others = columns.filter((column) => !used.has(column) && column.name.trim() !== "");
  return { targets, nameParts, talent, duration, others };
}

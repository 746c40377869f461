import type { ExternalApplication } from "../../index.js";
import type { Language } from "../../messages/language.js";
import { BYTE_ORDER_MARK, escapeFormula, formatRecord, LINE_END } from "../input/csv/format-record.js";
import { unwrapExcelText, wrapExcelText } from "../input/table/excel-text.js";
import { applicationNotes } from "../messages/columns.js";
import type { TalentApplications } from "./find-applications.js";

/** The columns that a mapping's lookup reads. */
export const LOOKUP_COLUMNS = ["talent_id", "external_application_id"] as const;
/** The names of a column with the ids of talents. */
export const TALENT_NAMES = ["talent_id", "人才ID", "人才编号", "飞书人才ID"] as const;
const COLUMNS = [...LOOKUP_COLUMNS, "job_title", "stage", "create_time", "modify_time", "note"];

export const applicationTableHeader: string = BYTE_ORDER_MARK + COLUMNS.join(",") + LINE_END;

/**
 * Formats a line for each application; if there is none, one with a note.
 *
 * @param language that of the notes
 */
export function formatApplications(
  { talentId, applications }: TalentApplications,
  language: Language = "en",
): string {
  const { noApplication, noTalent, oneOfSeveral } = applicationNotes;
  const format = (...cells: string[]) => formatRecord([wrapExcelText(talentId), ...cells]) + LINE_END;
  if (!applications?.length)
    return format("", "", "", "", "", (applications ? noApplication : noTalent)[language]);
  // A lookup has one application for a talent, and which one only a person knows.
  const note = applications.length > 1 ? oneOfSeveral[language] : "";
  return applications
    .map(({ id = "", job_title = "", stage = "", create_time, modify_time }) => {
      const times = [formatTime(create_time), formatTime(modify_time)];
      return format(wrapExcelText(id), formatText(job_title), formatText(stage), ...times, note);
    })
    .join("");
}

/** What a table of applications holds. */
export interface ApplicationCounts {
  talents: number;
  applications: number;
  /** Talents with several applications. */
  several: number;
  /** Talents without an application. */
  without: number;
  /** Talents that Feishu does not have. */
  unknown: number;
}

/** What an interrupted run has written. */
export interface WrittenApplications {
  /** The talents that it has completed. */
  readonly done: ReadonlySet<string>;
  readonly counts: ApplicationCounts;
  /** The header and the lines of these talents. */
  readonly text: string;
}

/**
 * Reads what an interrupted run has written. The last talent may be incomplete, so it does not count as done.
 *
 * @returns undefined if another program has written the text
 */
export function readWritten(text: string): WrittenApplications | undefined {
  if (!text.startsWith(applicationTableHeader)) return undefined;
  const lines = text.slice(applicationTableHeader.length).split(LINE_END);
  lines.pop(); // text after the last line end
  const talents = lines.map((line) =>
    unwrapExcelText((/^"(="".*?"")"/.exec(line)?.[1] ?? "").replaceAll('""', '"')),
  );
  const last = talents.at(-1);
  const kept = lines.filter((_, i) => talents[i] !== last);
  const done = new Set(talents.filter((talent) => talent !== last));
  const several = new Set(talents.filter((talent, i) => done.has(talent) && talent === talents[i - 1])).size;
  const without = countNoted(kept, applicationNotes.noApplication);
  const unknown = countNoted(kept, applicationNotes.noTalent);
  return {
    done,
    counts: { talents: done.size, applications: kept.length - without - unknown, several, without, unknown },
    text: applicationTableHeader + kept.map((line) => line + LINE_END).join(""),
  };
}

/** The run before may have had another language. */
function countNoted(lines: readonly string[], note: Readonly<Record<Language, string>>): number {
  return lines.filter((line) => Object.values(note).some((text) => line.endsWith(`,${text}`))).length;
}

/** Joins the lines of a text, so that each line of the table is an application. */
function formatText(text: string): string {
  return escapeFormula(text.replace(/\s+/g, " "));
}

function formatTime(time: ExternalApplication["create_time"]): string {
  return time === undefined ? "" : new Date(Number(time)).toISOString();
}

import type { ExternalApplication } from "../../index.js";
import { BYTE_ORDER_MARK, escapeFormula, formatRecord, LINE_END } from "../input/csv/format-record.js";
import { unwrapExcelText, wrapExcelText } from "../input/table/excel-text.js";
import type { TalentApplications } from "./find-applications.js";

/** The first two are what a mapping's lookup reads. */
export const LOOKUP_COLUMNS = ["talent_id", "external_application_id"] as const;
const COLUMNS = [...LOOKUP_COLUMNS, "job_title", "stage", "create_time", "modify_time"];

export const applicationTableHeader: string = BYTE_ORDER_MARK + COLUMNS.join(",") + LINE_END;

/** A line per application; one with a blank if the talent has none. */
export function formatApplications({ talentId, applications = [] }: TalentApplications): string {
  const lines = applications.map(({ id = "", job_title = "", stage = "", create_time, modify_time }) => [
    ...[wrapExcelText(id), formatText(job_title), formatText(stage)],
    ...[formatTime(create_time), formatTime(modify_time)],
  ]);
  return (lines.length > 0 ? lines : [["", "", "", "", ""]])
    .map((cells) => formatRecord([wrapExcelText(talentId), ...cells]) + LINE_END)
    .join("");
}

/**
 * What an interrupted run has written: the talents that it has done, and how much of the text is theirs. The last
 * talent may be incomplete, so it is not one of them.
 *
 * @returns undefined if another program has written the text
 */
export function readDone(
  text: string,
): { readonly done: ReadonlySet<string>; readonly text: string } | undefined {
  if (!text.startsWith(applicationTableHeader)) return undefined;
  const lines = text.slice(applicationTableHeader.length).split(LINE_END);
  lines.pop(); // what comes behind the last line end
  const talents = lines.map((line) =>
    unwrapExcelText((/^"(="".*?"")"/.exec(line)?.[1] ?? "").replaceAll('""', '"')),
  );
  const last = talents.at(-1);
  const kept = lines.filter((_, i) => talents[i] !== last);
  return {
    done: new Set(talents.filter((talent) => talent !== last)),
    text: applicationTableHeader + kept.map((line) => line + LINE_END).join(""),
  };
}

/** On one line, so that each line is an application. */
function formatText(text: string): string {
  return escapeFormula(text.replace(/\s+/g, " "));
}

function formatTime(time: ExternalApplication["create_time"]): string {
  return time === undefined ? "" : new Date(Number(time)).toISOString();
}

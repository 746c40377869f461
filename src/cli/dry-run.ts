import {
  deriveExternalId,
  type JobPreviewCounts,
  type Message,
  previewJob,
  type ValidRow,
} from "../importer/index.js";
import type { ExternalInterviewCreate } from "../index.js";
import { checkInput } from "./check/check-input.js";
import { createReporter } from "./check/diagnostic.js";
import { ExitCode } from "./exit-codes.js";
import type { ReadFlags } from "./flags.js";
import { nameJobDir } from "./job-dir.js";
import { translate } from "./language/translate.js";
import { dryRunMessages } from "./messages/commands/dry-run.js";
import { importMessages } from "./messages/commands/import.js";
import { formatNumbers } from "./output/format-numbers.js";
import { describeInterview } from "./output/interview-table.js";
import { countInterviews } from "./output/plural.js";
import { printLine } from "./output/print.js";

export interface DryRunFlags extends ReadFlags {
  readonly job?: string;
  readonly mock?: boolean;
  readonly idNamespace?: string;
  readonly settle?: boolean;
  readonly update?: boolean;
  readonly json?: boolean;
}

/** How many interviews a dry run shows. */
const SHOWN = 3;

/**
 * Reads and validates everything, and sends nothing. Shows the first interviews as a person reads them, or as JSON as
 * they would be sent.
 */
export async function runDry(path: string, flags: DryRunFlags): Promise<ExitCode> {
  const { idNamespace, json } = flags;
  const jobDir = flags.job ?? nameJobDir(path, flags.mock);
  const preview = await previewJob(jobDir, { idNamespace });
  const shown = new Set<string>();
  const show = (row: ValidRow, timeZone: string | undefined) => {
    preview?.add(row);
    if (shown.size >= SHOWN) return;
    const body = row.assignedId === undefined ? row.body : { external_id: row.assignedId, ...row.body };
    const needsId = body.external_id === undefined && idNamespace !== undefined;
    const request = needsId ? withDerivedId(body, idNamespace, shown) : body;
    shown.add(request.external_id ?? String(shown.size));
    const text = json
      ? JSON.stringify({ event: "request", body: request })
      : describeInterview(request, shown.size, timeZone);
    process.stdout.write(`${text}\n`);
  };
  const { valid, invalid, withoutId } = await checkInput(path, flags, createReporter(path, json), show);
  const interviews = countInterviews(valid);
  printLine(
    valid > SHOWN
      ? translate(importMessages.wouldSendMore, { interviews, invalid, shown: SHOWN })
      : translate(importMessages.wouldSend, { interviews, invalid }),
  );
  if (preview && json)
    process.stdout.write(`${JSON.stringify({ event: "job", job: jobDir, ...preview.counts })}\n`);
  if (preview) for (const line of describePreview(jobDir, preview.counts, flags)) printLine(line);
  if (withoutId > 0 && idNamespace === undefined) {
    printLine(translate(importMessages.needsNamespace, { count: withoutId }));
    return ExitCode.Failed;
  }
  return invalid > 0 ? ExitCode.Incomplete : ExitCode.Success;
}

/** What the job would do with the rows that can be sent. */
function describePreview(
  jobDir: string,
  counts: JobPreviewCounts,
  { settle, update }: DryRunFlags,
): string[] {
  const { create, skip, changed, unknown, postponed } = counts;
  const note = (count: number, message: Message) => (count > 0 ? translate(message) : undefined);
  return [
    translate(dryRunMessages.job, { job: jobDir }),
    ...formatNumbers([
      [translate(dryRunMessages.create), create],
      [translate(dryRunMessages.skip), skip, note(skip, dryRunMessages.skipped)],
      [
        translate(dryRunMessages.changed),
        changed,
        note(changed, update ? dryRunMessages.overwritten : dryRunMessages.notUpdated),
      ],
      [
        translate(dryRunMessages.unknown),
        unknown,
        note(unknown, settle ? dryRunMessages.settled : dryRunMessages.notSettled),
      ],
      [translate(dryRunMessages.postponed), postponed, note(postponed, dryRunMessages.postponedNote)],
    ]),
  ];
}

/** The interview with the id that the import derives; identical ones differ by their occurrence. */
function withDerivedId(
  body: ExternalInterviewCreate,
  idNamespace: string,
  taken: ReadonlySet<string>,
): ExternalInterviewCreate {
  let occurrence = 0;
  while (taken.has(deriveExternalId(idNamespace, body, occurrence))) occurrence++;
  return { external_id: deriveExternalId(idNamespace, body, occurrence), ...body };
}

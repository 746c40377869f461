import {
  assertColumnsKnown,
  type JobPreviewCounts,
  type Message,
  previewJob,
  type ValidRow,
} from "../importer/index.js";
import { checkInput } from "./check/check-input.js";
import { createReporter } from "./check/diagnostic.js";
import { ExitCode } from "./exit-codes.js";
import type { ReadFlags } from "./flags.js";
import { openInput } from "./input-file.js";
import { assertNotRejected, chooseJobDir, nameJobDir } from "./job-dir.js";
import { translate } from "./language/translate.js";
import { dryRunMessages } from "./messages/commands/dry-run.js";
import { importMessages } from "./messages/commands/import.js";
import { countInterviews } from "./output/count-interviews.js";
import { formatNumbers } from "./output/format-numbers.js";
import { describeInterview } from "./output/interview-table.js";
import { getColumns, printEvent, printLine } from "./output/print.js";

export interface DryRunFlags extends ReadFlags {
  readonly job?: string;
  readonly mock?: boolean;
  readonly idNamespace?: string;
  readonly settle?: boolean;
  readonly update?: boolean;
  readonly json?: boolean;
}

/** How many interviews a dry run shows. */
const MAX_SHOWN = 3;

/**
 * Reads and validates everything, and sends nothing. Prints the first interviews as tables, or with `--json` as the
 * request bodies.
 *
 * @throws CommandError or InputError at the end, if that would stop the import
 */
export async function printDryRun(path: string, flags: DryRunFlags): Promise<ExitCode> {
  const { idNamespace, json } = flags;
  const jobDir = nameJobDir(path, flags);
  const input = await openInput(path, flags);
  const preview = await previewJob(jobDir, { idNamespace, input: input.interviews });
  const columns = process.stdout.isTTY ? getColumns(process.stdout) : undefined;
  let shown = 0;
  let withoutId = 0;
  const show = (row: ValidRow, timeZone: string | undefined) => {
    const externalId = preview.add(row);
    if (externalId === undefined) withoutId++;
    if (shown === MAX_SHOWN) return;
    shown++;
    const request = externalId === undefined ? row.body : { external_id: externalId, ...row.body };
    if (json) printEvent("request", { body: request });
    else process.stdout.write(`${describeInterview(request, shown, timeZone, columns)}\n`);
  };
  const summary = await checkInput(input, flags, createReporter(path, json), show);
  const { valid, invalid } = summary;
  const interviews = countInterviews(valid);
  printLine(
    valid > shown
      ? translate(importMessages.wouldSendMore, { interviews, invalid, shown })
      : translate(importMessages.wouldSend, { interviews, invalid }),
  );
  if (withoutId > 0) printLine(translate(importMessages.needsNamespace, { count: withoutId }));
  if (preview.exists) printPreview(jobDir, preview.counts, flags);
  await assertNotRejected(path, { job: flags.job, jobDir: chooseJobDir(path, input, flags) });
  assertColumnsKnown(summary, flags.ignoreColumns);
  if (withoutId > 0) return ExitCode.Failed;
  return invalid > 0 ? ExitCode.Incomplete : ExitCode.Success;
}

function printPreview(job: string, counts: JobPreviewCounts, flags: DryRunFlags): void {
  if (flags.json) printEvent("job", { job, ...counts });
  for (const line of describePreview(job, counts, flags)) printLine(line);
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

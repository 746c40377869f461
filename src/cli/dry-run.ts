import { deriveExternalId } from "../importer/index.js";
import type { ExternalInterviewCreate } from "../index.js";
import { checkInput } from "./check/check-input.js";
import { createReporter } from "./check/diagnostic.js";
import { ExitCode } from "./exit-codes.js";
import type { ReadFlags } from "./flags.js";
import { translate } from "./language/translate.js";
import { importMessages } from "./messages/commands/import.js";
import { describeInterview } from "./output/interview-table.js";
import { countInterviews } from "./output/plural.js";
import { printLine } from "./output/print.js";

export interface DryRunFlags extends ReadFlags {
  readonly idNamespace?: string;
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
  const shown = new Set<string>();
  const show = (body: ExternalInterviewCreate, timeZone: string | undefined) => {
    if (shown.size >= SHOWN) return;
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
  if (withoutId > 0 && idNamespace === undefined) {
    printLine(translate(importMessages.needsNamespace, { count: withoutId }));
    return ExitCode.Failed;
  }
  return invalid > 0 ? ExitCode.Incomplete : ExitCode.Success;
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

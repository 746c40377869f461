import { deriveExternalId } from "../importer/index.js";
import type { ExternalInterviewCreate } from "../index.js";
import { checkInput, createReporter } from "./check-input.js";
import { ExitCode } from "./exit-codes.js";
import type { ReadFlags } from "./flags.js";
import { countInterviews } from "./plural.js";
import { printLine } from "./print.js";

export interface DryRunFlags extends ReadFlags {
  readonly idNamespace?: string;
  readonly json?: boolean;
}

/** How many requests a dry run shows. */
const SHOWN_REQUESTS = 3;

/** Reads and validates everything, shows the first requests as they would be sent, and sends nothing. */
export async function runDry(path: string, flags: DryRunFlags): Promise<ExitCode> {
  const { idNamespace, json } = flags;
  const shown = new Set<string>();
  const show = (body: ExternalInterviewCreate) => {
    if (shown.size >= SHOWN_REQUESTS) return;
    const needsId = body.external_id === undefined && idNamespace !== undefined;
    const request = needsId ? withDerivedId(body, idNamespace, shown) : body;
    shown.add(request.external_id ?? String(shown.size));
    const text = json
      ? JSON.stringify({ event: "request", body: request })
      : JSON.stringify(request, null, 2);
    process.stdout.write(`${text}\n`);
  };
  const { valid, invalid, withoutId } = await checkInput(path, flags, createReporter(path, json), show);
  const first = valid > SHOWN_REQUESTS ? ` (the first ${SHOWN_REQUESTS} are shown)` : "";
  printLine(`Dry run: ${countInterviews(valid)} can be sent${first}, ${invalid} invalid. Nothing was sent.`);
  if (withoutId > 0 && idNamespace === undefined) {
    printLine(
      `${withoutId} of them have no external_id: name the system they come from with --id-namespace NAME.`,
    );
    return ExitCode.Failed;
  }
  return invalid > 0 ? ExitCode.Incomplete : ExitCode.Success;
}

/** The interview with the id that the import derives; identical ones are told apart by their occurrence. */
function withDerivedId(
  body: ExternalInterviewCreate,
  idNamespace: string,
  taken: ReadonlySet<string>,
): ExternalInterviewCreate {
  let occurrence = 0;
  while (taken.has(deriveExternalId(idNamespace, body, occurrence))) occurrence++;
  return { external_id: deriveExternalId(idNamespace, body, occurrence), ...body };
}

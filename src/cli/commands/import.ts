import { basename, dirname, resolve } from "node:path";
import {
  deriveExternalId,
  type InterviewRow,
  importInterviews,
  isRejectedFile,
  type MaxRejects,
  type Report,
} from "../../importer/index.js";
import { ConfigurationError, type ExternalInterviewCreate } from "../../index.js";
import { checkInput, tellerOf } from "../check-input.js";
import { type ConnectionOptions, connect } from "../connect.js";
import { describeReport, headline } from "../describe-report.js";
import { ExitCode } from "../exit-codes.js";
import { type InputFile, openInput } from "../input-file.js";
import { onInterrupt } from "../interrupt.js";
import { interviews } from "../plural.js";
import { JsonEvents, type Progress, ProgressLine, silence } from "../progress.js";
import type { ReadOptions } from "./validate.js";

export interface ImportCommandOptions extends ConnectionOptions, ReadOptions {
  readonly job?: string;
  readonly dryRun?: boolean;
  readonly concurrency?: number;
  readonly maxRejects: MaxRejects;
  readonly idNamespace?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** How many requests a dry run shows. */
const SHOWN = 3;
/** A row's size, guessed, to make room for the keys of all at once. */
const BYTES_PER_INTERVIEW = 600;

export async function importCommand(path: string, options: ImportCommandOptions): Promise<ExitCode> {
  if (options.dryRun) return dryRun(path, options);
  const warnings = new FirstWarnings((message) => progress.warning(message));
  const input = await openInput(path, options, (row) => warnings.of(row, input.interviews.warnings));
  const job = options.job ?? `${path}.${options.mock ? "mock-" : ""}import`;
  if (options.job === undefined) refuseRejectedRows(path);
  refuseOwnFile(path, job);
  const progress = progressOf(options, input);
  const { client, mock } = await connect(options, (reason, ms) => progress.waiting(reason, ms));
  const interrupt = onInterrupt(() =>
    say("\nStopping: what is in flight comes to its end. Once more leaves at once."),
  );
  if (mock)
    say(
      `MOCK: nothing is sent to Feishu. A simulated one in this process (${mock.baseUrl}) keeps its rules, without waiting.`,
    );
  try {
    const run = importInterviews(input.interviews, {
      client,
      jobDir: job,
      signal: interrupt.signal,
      expectedCount: Math.ceil(input.sizeBytes / BYTES_PER_INTERVIEW),
      maxRejects: options.maxRejects,
      ...(options.idNamespace !== undefined && { idNamespace: options.idNamespace }),
      ...(options.concurrency !== undefined && { concurrency: options.concurrency }),
    });
    const report = await consume(run, progress);
    if (progress instanceof JsonEvents) progress.event("report", report);
    const rejectedFile = `rejected.${input.interviews.rejectedFormat}`;
    if (!options.quiet)
      process.stderr.write(
        describeReport(report, {
          path,
          job,
          words: process.argv.slice(2),
          rejectedFile,
          told: warnings.ofInput,
        }),
      );
    else if (report.status !== "finished") say(headline(report));
    return exitCodeOf(report);
  } finally {
    progress.end();
    interrupt.release();
    await mock?.close();
  }
}

/** A run writes its rejected.* anew, so rows that it read from there would be lost where it ends early. */
function refuseOwnFile(path: string, job: string): void {
  if (resolve(dirname(path)) !== resolve(job) || !basename(path).startsWith("rejected.")) return;
  throw new ConfigurationError(`This run writes ${path} anew: copy it elsewhere and import the copy.`);
}

/** In a job of their own, rows would be sent that the one which rejected them knows to be created. */
function refuseRejectedRows(path: string): void {
  if (!isRejectedFile(path)) return;
  throw new ConfigurationError(
    `${path} holds rows that a job has rejected. Name that job with --job, so that nothing is created twice.`,
  );
}

/** So many warnings are told as they come; a column that a spreadsheet has damaged has one in each row. */
const TOLD_WARNINGS = 5;

/** Tells what is wrong with the input as a whole, and the first warnings of its rows, while they are read. */
class FirstWarnings {
  readonly #tell: (message: string) => void;
  #left = TOLD_WARNINGS;
  /** What was said of the input as a whole. */
  readonly ofInput = new Set<string>();

  constructor(tell: (message: string) => void) {
    this.#tell = tell;
  }

  of({ warnings }: InterviewRow, ofInput: readonly string[]): void {
    for (const message of ofInput) {
      if (this.ofInput.has(message)) continue;
      this.ofInput.add(message);
      this.#tell(message);
    }
    for (const { message } of warnings) {
      if (this.#left > 0) this.#tell(message);
      if (this.#left === 0) this.#tell("and more; feishu-hire validate tells all of them");
      this.#left--;
    }
  }
}

async function consume(run: ReturnType<typeof importInterviews>, progress: Progress): Promise<Report> {
  for (;;) {
    const { done, value } = await run.next();
    if (done) {
      progress.end();
      return value;
    }
    progress.outcome(value);
  }
}

function progressOf({ json, quiet }: ImportCommandOptions, input: InputFile): Progress {
  if (json) return new JsonEvents((text) => process.stdout.write(text));
  if (quiet) return silence;
  return new ProgressLine(process.stderr, input.read);
}

function exitCodeOf({ status, rejected, unknown, unknownFromEarlierRuns }: Report): ExitCode {
  switch (status) {
    case "tooManyRejections":
      return ExitCode.TooManyRejections;
    case "failed":
      return ExitCode.CannotGoOn;
    case "interrupted":
      return ExitCode.Interrupted;
    case "finished":
      return rejected + unknown + unknownFromEarlierRuns > 0 ? ExitCode.Incomplete : ExitCode.Created;
  }
}

/** Reads, maps and validates all, shows the first requests as they would be sent, and sends nothing. */
async function dryRun(path: string, options: ImportCommandOptions): Promise<ExitCode> {
  const { idNamespace, json } = options;
  const shown = new Set<string>();
  const show = (body: ExternalInterviewCreate) => {
    if (shown.size >= SHOWN) return;
    const request =
      body.external_id === undefined && idNamespace !== undefined
        ? withDerivedId(body, idNamespace, shown)
        : body;
    shown.add(request.external_id ?? String(shown.size));
    process.stdout.write(
      json
        ? `${JSON.stringify({ event: "request", body: request })}\n`
        : `${JSON.stringify(request, null, 2)}\n`,
    );
  };
  const { valid, refused, withoutId } = await checkInput(path, options, tellerOf(path, json), show);
  const first = valid > SHOWN ? ` (the first ${SHOWN} are shown)` : "";
  say(`Dry run: ${interviews(valid)} could be sent${first}, ${refused} would be refused. Nothing was sent.`);
  if (withoutId > 0 && idNamespace === undefined) {
    say(
      `${withoutId} of them have no external_id: importing them needs --id-namespace NAME, the system they come from.`,
    );
    return ExitCode.CannotGoOn;
  }
  return refused > 0 ? ExitCode.Incomplete : ExitCode.Created;
}

/** The interview with the key that the import gives it; identical ones are told apart by their number. */
function withDerivedId(
  body: ExternalInterviewCreate,
  idNamespace: string,
  taken: ReadonlySet<string>,
): ExternalInterviewCreate {
  let occurrence = 0;
  while (taken.has(deriveExternalId(idNamespace, body, occurrence))) occurrence++;
  return { external_id: deriveExternalId(idNamespace, body, occurrence), ...body };
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

import { basename, dirname, resolve } from "node:path";
import { type InterviewInput, importInterviews, type MaxRejects, type Report } from "../importer/index.js";
import { ConfigurationError } from "../index.js";
import { describeReport } from "./describe-report.js";
import { type ConnectionOptions, connect } from "./environment.js";
import { ExitCode } from "./exit-codes.js";
import { type InputFile, openInput } from "./input-file.js";
import { onInterrupt } from "./interrupt.js";
import { JsonEvents, type Progress, ProgressLine, silence } from "./progress.js";
import type { ReadOptions } from "./validate-command.js";

export interface ImportCommandOptions extends ConnectionOptions, ReadOptions {
  readonly job?: string;
  readonly dryRun?: boolean;
  readonly concurrency?: number;
  readonly maxRejects: MaxRejects;
  readonly source?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** How many requests a dry run shows. */
const SHOWN = 3;
/** A row's size, guessed, to make room for the keys of all at once. */
const BYTES_PER_INTERVIEW = 600;

export async function importCommand(path: string, options: ImportCommandOptions): Promise<ExitCode> {
  const input = await openInput(path, options);
  if (options.dryRun) return dryRun(input.interviews);
  const job = options.job ?? `${path}.${options.mock ? "mock-" : ""}import`;
  refuseOwnFile(path, job);
  const progress = progressOf(options, input);
  const { client, mock } = await connect(options, (reason, ms) => progress.waiting(reason, ms));
  const interrupt = onInterrupt(() =>
    say("\nStopping: what is in flight comes to its end. Once more leaves at once."),
  );
  if (mock) say(`MOCK: nothing is sent to Feishu; ${mock.url} answers in this process, always the same.`);
  try {
    const run = importInterviews(input.interviews, {
      client,
      job,
      signal: interrupt.signal,
      expected: Math.ceil(input.sizeBytes / BYTES_PER_INTERVIEW),
      maxRejects: options.maxRejects,
      ...(options.source !== undefined && { source: options.source }),
      ...(options.concurrency !== undefined && { concurrency: options.concurrency }),
    });
    const report = await consume(run, progress);
    if (progress instanceof JsonEvents) progress.event("report", report);
    if (!options.quiet) process.stderr.write(describeReport(report, job, process.argv.slice(2)));
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
  return new ProgressLine(process.stderr, () => input.readBytes() / input.sizeBytes);
}

function exitCodeOf({ end, rejected, unknown, unknownNotReached }: Report): ExitCode {
  switch (end) {
    case "tooManyRejections":
      return ExitCode.TooManyRejections;
    case "cannotGoOn":
      return ExitCode.CannotGoOn;
    case "interrupted":
      return ExitCode.Interrupted;
    case "finished":
      return rejected + unknown + unknownNotReached > 0 ? ExitCode.Incomplete : ExitCode.Created;
  }
}

/** Reads, maps and validates all, shows the first requests, and sends nothing. */
async function dryRun(interviews: InterviewInput): Promise<ExitCode> {
  let sendable = 0;
  let refused = 0;
  for await (const { body, problems } of interviews) {
    if (body && sendable++ < SHOWN) process.stdout.write(`${JSON.stringify(body, null, 2)}\n`);
    for (const { message } of problems) say(message);
    if (!body) refused++;
  }
  for (const warning of interviews.warnings) say(`warning: ${warning}`);
  say(`Dry run: ${sendable} interviews could be sent, ${refused} would be refused. Nothing was sent.`);
  return refused > 0 ? ExitCode.Incomplete : ExitCode.Created;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

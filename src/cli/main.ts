#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Command, InvalidArgumentError, Option } from "commander";
import { InputError, JobError, type MaxRejects, template } from "../importer/index.js";
import { ConfigurationError } from "../index.js";
import { registerChinese } from "../zh.js";
import { type ImportCommandOptions, importCommand } from "./commands/import.js";
import { statusCommand } from "./commands/status.js";
import { type ValidateOptions, validateCommand } from "./commands/validate.js";
import { highestRate } from "./connect.js";
import { ExitCode } from "./exit-codes.js";

registerChinese();

const { version } = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve("feishu-hire/package.json"), "utf8"),
) as { version: string };

const program = new Command("feishu-hire")
  .description("Brings past interviews into Feishu Hire (飞书招聘).")
  .version(version)
  .showHelpAfterError("(feishu-hire --help tells more)")
  .exitOverride(({ exitCode: code }) => process.exit(code === 0 ? ExitCode.Created : ExitCode.CannotGoOn))
  .addHelpText(
    "after",
    `
Examples:
  feishu-hire template csv > interviews.csv       a file to start from
  feishu-hire validate interviews.csv             every problem, with its line; sends nothing
  feishu-hire import interviews.csv --dry-run     the first requests as they would be sent
  feishu-hire import interviews.csv               run it again to go on where it ended

Credentials come from FEISHU_APP_ID and FEISHU_APP_SECRET, the host from FEISHU_BASE_URL ("feishu", "lark" or an address).

Exit codes: 0 all created; 1 finished, some rejected or unknown; 2 stopped at too many rejections;
3 could not start or go on; 4 interrupted, can be resumed; 5 a fault of this program.`,
  );

const format = new Option("--format <format>", "the file's format").choices(["csv", "jsonl", "json"]);
const timeZone = new Option(
  "--time-zone <zone>",
  "for times without an offset, such as Asia/Shanghai or +08:00",
);
const maxRejects = new Option("--max-rejects <n>", "stop after N or N% rejections")
  .argParser(parseMaxRejects)
  .default({ percent: 10 }, "10%");
let exitCode: ExitCode = ExitCode.Created;

program
  .command("import <file>")
  .description("create every interview of a CSV, JSONL or JSON file, and account for each")
  .option("--job <dir>", "the job's directory (default: FILE.import, or FILE.mock-import)", parseName)
  .addOption(format)
  .addOption(timeZone)
  .option(
    "--id-namespace <name>",
    "the system that the interviews come from; needed where one has no external_id",
    parseName,
  )
  .option("--env-file <path>", "a file of NAME=value lines with the credentials")
  .option("--dry-run", "read, map and validate, and show the first requests; send nothing")
  .option("--rate <n>", `requests a second, up to ${highestRate()}`, parseRate)
  .option("--concurrency <n>", "requests in flight at once (default: 320)", parseWhole)
  .addOption(maxRejects)
  .option("--mock", "send to a mock in this process instead of Feishu")
  .option("--json", "one event a line on stdout")
  .option("--quiet", "no progress and no summary")
  .addHelpText(
    "after",
    `
Examples:
  feishu-hire import scorecards.csv --time-zone Asia/Shanghai
  feishu-hire import history.jsonl --id-namespace greenhouse --env-file .env
  feishu-hire import history.jsonl --rate 5 --max-rejects 50 --json > events.jsonl`,
  )
  .action(async (file: string, options: ImportCommandOptions) => {
    exitCode = await importCommand(file, options);
  });

program
  .command("validate <file>")
  .description("tell every problem of a file, with its place; nothing is sent")
  .addOption(format)
  .addOption(timeZone)
  .option("--json", "one problem a line, as JSON")
  .addHelpText("after", "\nExample:\n  feishu-hire validate scorecards.csv --time-zone Asia/Shanghai")
  .action(async (file: string, options: ValidateOptions) => {
    exitCode = await validateCommand(file, options);
  });

program
  .command("status <job>")
  .description("tell what a job has done in all its runs")
  .option("--json", "as JSON")
  .addHelpText("after", "\nExample:\n  feishu-hire status scorecards.csv.import")
  .action(async (job: string, options: { json?: boolean }) => {
    exitCode = await statusCommand(job, options);
  });

program
  .command("template")
  .description("print a sample file to start from")
  .argument("<format>", "csv or jsonl", parseTemplate)
  .addHelpText("after", "\nExample:\n  feishu-hire template csv > interviews.csv")
  .action((name: keyof typeof template) => {
    process.stdout.write(template[name]);
  });

function parseName(text: string): string {
  if (text.trim() !== "") return text;
  throw new InvalidArgumentError("It must not be blank.");
}

/** A thousand seconds for one interview. */
const LOWEST_RATE = 0.001;

function parseRate(text: string): number {
  const rate = Number(text);
  if (rate >= LOWEST_RATE && rate <= highestRate()) return rate;
  throw new InvalidArgumentError(
    `It must be at least ${LOWEST_RATE} and at most ${highestRate()}, Feishu's limit.`,
  );
}

function parseWhole(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new InvalidArgumentError("It must be a whole number from 1.");
}

function parseMaxRejects(text: string): MaxRejects {
  const [, digits, percent] = /^(\d+|\d+\.\d+(?=%))(%?)$/.exec(text) ?? [];
  if (digits === undefined) throw new InvalidArgumentError("It must be a number (50) or a share (5%).");
  return percent ? { percent: Number(digits) } : { count: Number(digits) };
}

function parseTemplate(name: string): keyof typeof template {
  if (name === "csv" || name === "jsonl") return name;
  throw new InvalidArgumentError("It must be csv or jsonl.");
}

/** What cannot start or go on is said in a line; anything else is a fault of ours and comes with its stack. */
function explain(error: unknown): ExitCode {
  const expected = [ConfigurationError, InputError, JobError].some((type) => error instanceof type);
  if (expected && error instanceof Error) {
    process.stderr.write(`feishu-hire: ${error.message}\n`);
    return ExitCode.CannotGoOn;
  }
  const stack = error instanceof Error ? error.stack : String(error);
  process.stderr.write(
    `feishu-hire: a fault of this program; the job, if there is one, is safe.\n${stack}\n`,
  );
  return ExitCode.Fault;
}

// Node's own exit code for what nobody caught is 1, which says something else here.
process.on("uncaughtException", (error) => process.exit(explain(error)));
// Whoever read it has gone. Only an import can be resumed.
const whenUnread = process.argv[2] === "import" ? ExitCode.Interrupted : ExitCode.CannotGoOn;
for (const output of [process.stdout, process.stderr])
  output.on("error", ({ code, message }: NodeJS.ErrnoException) => {
    if (code === "EPIPE") process.exit(whenUnread);
    if (output === process.stdout)
      process.stderr.write(`feishu-hire: stdout cannot be written: ${message}\n`);
    process.exit(ExitCode.CannotGoOn);
  });

await program.parseAsync().catch((error: unknown) => {
  exitCode = explain(error);
});
for (const output of [process.stdout, process.stderr])
  await new Promise<void>((resolve) => output.write("", () => resolve()));
process.exit(exitCode); // an input that makes wait would keep the process

import { Command } from "commander";
import { FeishuHire } from "../../index.js";
import { readCredentials } from "../credentials.js";
import { describeCheck } from "../doctor/describe-check.js";
import { type Check, diagnose } from "../doctor/diagnose.js";
import { ExitCode } from "../exit-codes.js";
import { formatExample } from "../language/format-example.js";
import { wrapText } from "../language/text-width.js";
import { translate } from "../language/translate.js";
import { doctorMessages } from "../messages/commands/doctor.js";
import { flagMessages } from "../messages/flags.js";
import { getColumns } from "../output/print.js";

interface DoctorFlags {
  readonly credentials?: string;
  readonly json?: boolean;
}

export function createDoctorCommand(): Command {
  return new Command("doctor")
    .description(translate(doctorMessages.description))
    .option("--credentials <file>", translate(flagMessages.credentials))
    .option("--json", translate(flagMessages.jsonLines))
    .addHelpText("after", formatExample("feishu-hire doctor --credentials hire.env"))
    .action(async (flags: DoctorFlags) => {
      process.exitCode = await runChecks(flags);
    });
}

async function runChecks({ credentials: path, json }: DoctorFlags): Promise<ExitCode> {
  const credentials = readCredentials(path);
  const client = new FeishuHire({ ...credentials, maxRetries: 1 });
  const checks = await diagnose({
    client,
    now: Date.now,
    createFor: (baseUrl) => new FeishuHire({ ...credentials, baseUrl, maxRetries: 1 }),
  });
  const columns = process.stdout.isTTY ? getColumns(process.stdout) : Infinity;
  for (const check of checks)
    process.stdout.write(`${json ? toJson(check) : wrapText(describeCheck(check), columns)}\n`);
  return checks.some(({ state }) => state === "failed") ? ExitCode.Failed : ExitCode.Success;
}

function toJson({ name, state, error, details }: Check): string {
  return JSON.stringify({ check: name, state, ...details, ...(error && { reason: error.message }) });
}

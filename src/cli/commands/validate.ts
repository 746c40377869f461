import { Command } from "commander";
import { checkInput, createReporter } from "../check-input.js";
import { ExitCode } from "../exit-codes.js";
import { formatFlag, itemsFlag, type ReadFlags, timeZoneFlag } from "../flags.js";
import { countInterviews } from "../plural.js";
import { printLine } from "../print.js";

interface ValidateFlags extends ReadFlags {
  readonly json?: boolean;
}

export function createValidateCommand(): Command {
  return new Command("validate")
    .argument("<file>")
    .description("List every problem in a file; send nothing")
    .addOption(formatFlag())
    .addOption(timeZoneFlag())
    .addOption(itemsFlag())
    .option("--json", "Print one JSON object per line")
    .addHelpText("after", "\nExample:\n  feishu-hire validate scorecards.csv --time-zone Asia/Shanghai")
    .action(async (path: string, flags: ValidateFlags) => {
      process.exitCode = await validateFile(path, flags);
    });
}

async function validateFile(path: string, { json, ...flags }: ValidateFlags): Promise<ExitCode> {
  const report = createReporter(path, json);
  const { valid, invalid, withoutId } = await checkInput(path, flags, report);
  if (withoutId > 0) {
    const message = `${countInterviews(withoutId)} without external_id: importing them requires --id-namespace NAME`;
    report({ level: "warning", message });
  }
  printLine(`${path}: ${countInterviews(valid)} can be imported, ${invalid} invalid.`);
  return invalid > 0 ? ExitCode.Incomplete : ExitCode.Success;
}

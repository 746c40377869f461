import { Command } from "commander";
import { checkInput } from "../check/check-input.js";
import { createReporter } from "../check/diagnostic.js";
import { ExitCode } from "../exit-codes.js";
import { addReadFlags, type ReadFlags } from "../flags.js";
import { formatExample } from "../language/format-example.js";
import { compose, translate } from "../language/translate.js";
import { validateMessages } from "../messages/commands/validate.js";
import { flagMessages } from "../messages/flags.js";
import { countInterviews } from "../output/plural.js";
import { printLine } from "../output/print.js";

interface ValidateFlags extends ReadFlags {
  readonly json?: boolean;
}

export function createValidateCommand(): Command {
  const command = new Command("validate")
    .argument("<file>")
    .description(translate(validateMessages.description));
  return addReadFlags(command)
    .option("--json", translate(flagMessages.jsonLines))
    .addHelpText("after", formatExample("feishu-hire validate interviews.csv --time-zone +08:00"))
    .action(async (path: string, flags: ValidateFlags) => {
      process.exitCode = await validateFile(path, flags);
    });
}

async function validateFile(path: string, flags: ValidateFlags): Promise<ExitCode> {
  const report = createReporter(path, flags.json);
  const { valid, invalid, withoutId } = await checkInput(path, flags, report);
  if (withoutId > 0) {
    report({ level: "warning", text: compose(validateMessages.withoutId, { count: withoutId }) });
  }
  printLine(translate(validateMessages.summary, { path, interviews: countInterviews(valid), invalid }));
  return invalid > 0 ? ExitCode.Incomplete : ExitCode.Success;
}

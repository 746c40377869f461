import { Command } from "commander";
import { assertColumnsKnown } from "../../importer/index.js";
import { checkInput } from "../check/check-input.js";
import { createReporter } from "../check/diagnostic.js";
import { ExitCode } from "../exit-codes.js";
import { addReadFlags, ignoreColumnsFlag, type ReadFlags } from "../flags.js";
import { openInput } from "../input-file.js";
import { formatExample } from "../language/format-example.js";
import { compose, translate } from "../language/translate.js";
import { validateMessages } from "../messages/commands/validate.js";
import { flagMessages } from "../messages/flags.js";
import { countInterviews } from "../output/count-interviews.js";
import { printLine } from "../output/print.js";

interface ValidateFlags extends ReadFlags {
  readonly json?: boolean;
}

export function createValidateCommand(): Command {
  const command = new Command("validate")
    .argument("<file>")
    .description(translate(validateMessages.description));
  return addReadFlags(command)
    .addOption(ignoreColumnsFlag())
    .option("--json", translate(flagMessages.jsonLines))
    .addHelpText("after", formatExample("feishu-hire validate interviews.csv --time-zone +08:00"))
    .action(async (path: string, flags: ValidateFlags) => {
      process.exitCode = await validateFile(path, flags);
    });
}

/** @throws InputError at the end, if that would stop an import */
async function validateFile(path: string, flags: ValidateFlags): Promise<ExitCode> {
  const report = createReporter(path, flags.json);
  const summary = await checkInput(await openInput(path, flags), flags, report);
  const { valid, invalid, withoutId } = summary;
  if (withoutId > 0) {
    report({ level: "warning", text: compose(validateMessages.withoutId, { count: withoutId }) });
  }
  printLine(translate(validateMessages.summary, { path, interviews: countInterviews(valid), invalid }));
  assertColumnsKnown(summary, flags.ignoreColumns);
  return invalid > 0 ? ExitCode.Incomplete : ExitCode.Success;
}

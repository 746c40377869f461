import { writeFile } from "node:fs/promises";
import { Argument, Command } from "commander";
import { template, writeTemplateWorkbook } from "../../importer/index.js";
import { CommandError } from "../command-error.js";
import { explainSystemError } from "../files/unreadable-file.js";
import { parseText } from "../flags.js";
import { formatExample } from "../language/format-example.js";
import { translate } from "../language/translate.js";
import { templateMessages } from "../messages/commands/template.js";
import { printLine } from "../output/print.js";

export function createTemplateCommand(): Command {
  return new Command("template")
    .description(translate(templateMessages.description))
    .addArgument(new Argument("<format>").choices(["csv", "xlsx", "jsonl"]))
    .option("--output <file>", translate(templateMessages.output), parseText)
    .addHelpText("after", formatExample("feishu-hire template xlsx --output interviews.xlsx"))
    .action(async (format: keyof typeof template | "xlsx", { output }: { output?: string }) => {
      if (output !== undefined) await writeTemplate(output, format);
      else if (format !== "xlsx") process.stdout.write(template[format]);
      else throw new CommandError(translate(templateMessages.needsOutput));
    });
}

/** PowerShell's own `>` would write UTF-16. @throws CommandError if the file is there already */
async function writeTemplate(path: string, format: keyof typeof template | "xlsx"): Promise<void> {
  try {
    if (format === "xlsx") await writeTemplateWorkbook(path);
    else await writeFile(path, template[format], { flag: "wx" });
  } catch (error) {
    const isThere = error instanceof Error && "code" in error && error.code === "EEXIST";
    throw new CommandError(
      isThere
        ? translate(templateMessages.exists, { path })
        : translate(templateMessages.cannotWrite, { path, reason: explainSystemError(error) }),
    );
  }
  printLine(translate(templateMessages.written, { path }));
}

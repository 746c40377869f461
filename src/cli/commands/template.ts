import { writeFile } from "node:fs/promises";
import { Argument, Command } from "commander";
import { template } from "../../importer/index.js";
import { CommandError } from "../command-error.js";
import { parseText } from "../flags.js";
import { formatExample } from "../language/format-example.js";
import { translate } from "../language/translate.js";
import { templateMessages } from "../messages/commands/template.js";
import { printLine } from "../output/print.js";

export function createTemplateCommand(): Command {
  return new Command("template")
    .description(translate(templateMessages.description))
    .addArgument(new Argument("<format>").choices(["csv", "jsonl"]))
    .option("--output <file>", translate(templateMessages.output), parseText)
    .addHelpText("after", formatExample("feishu-hire template csv --output interviews.csv"))
    .action(async (format: keyof typeof template, { output }: { output?: string }) => {
      if (output === undefined) process.stdout.write(template[format]);
      else await writeTemplate(output, template[format]);
    });
}

/** PowerShell's own `>` would write UTF-16. @throws CommandError if the file is there already */
async function writeTemplate(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: "wx" });
  } catch (error) {
    const isThere = error instanceof Error && "code" in error && error.code === "EEXIST";
    throw new CommandError(
      translate(isThere ? templateMessages.exists : templateMessages.cannotWrite, { path }),
    );
  }
  printLine(translate(templateMessages.written, { path }));
}

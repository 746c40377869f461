import { Argument, Command } from "commander";
import { template } from "../../importer/index.js";
import { formatExample } from "../language/format-example.js";
import { translate } from "../language/translate.js";
import { templateMessages } from "../messages/commands/template.js";

export function createTemplateCommand(): Command {
  return new Command("template")
    .description(translate(templateMessages.description))
    .addArgument(new Argument("<format>").choices(["csv", "jsonl"]))
    .addHelpText("after", formatExample("feishu-hire template csv > interviews.csv"))
    .action((format: keyof typeof template) => {
      process.stdout.write(template[format]);
    });
}

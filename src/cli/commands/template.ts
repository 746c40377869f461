import { Argument, Command } from "commander";
import { template } from "../../importer/index.js";

export function createTemplateCommand(): Command {
  return new Command("template")
    .description("Print a sample file to start from")
    .addArgument(new Argument("<format>").choices(["csv", "jsonl"]))
    .addHelpText("after", "\nExample:\n  feishu-hire template csv > interviews.csv")
    .action((format: keyof typeof template) => {
      process.stdout.write(template[format]);
    });
}

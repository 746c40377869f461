import { writeFile } from "node:fs/promises";
import { Command } from "commander";
import { draftMapping } from "../../importer/index.js";
import { CommandError } from "../command-error.js";
import { ExitCode } from "../exit-codes.js";
import { encodingFlag, formatFlag, type ReadFlags, sheetFlag } from "../flags.js";
import { getFileSize, getMappingPath, resolveFormat } from "../input-file.js";
import { formatExample } from "../language/format-example.js";
import { getLanguage, translate } from "../language/translate.js";
import { mapMessages } from "../messages/commands/map.js";
import { formatCommand, nameProgram } from "../output/format-command.js";
import { printLine } from "../output/print.js";

export function createMapCommand(): Command {
  return new Command("map")
    .argument("<file>")
    .description(translate(mapMessages.description))
    .addOption(formatFlag())
    .addOption(sheetFlag())
    .addOption(encodingFlag())
    .addHelpText("after", formatExample("feishu-hire map scorecards.xlsx"))
    .action(async (path: string, flags: ReadFlags) => {
      process.exitCode = await writeDraft(path, flags);
    });
}

async function writeDraft(path: string, flags: ReadFlags): Promise<ExitCode> {
  const { sheet, encoding } = flags;
  await getFileSize(path);
  const format = resolveFormat(path, flags);
  const draft = await draftMapping(path, { format, sheet, encoding, language: getLanguage(), nameProgram });
  const mapping = getMappingPath(path);
  try {
    // A person's work may be in it.
    await writeFile(mapping, draft.text, { flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    throw new CommandError(translate(mapMessages.exists, { mapping }));
  }
  const { understood, columns, blanks } = draft;
  printLine(translate(mapMessages.written, { mapping, understood, columns }));
  printLine(
    blanks > 0
      ? translate(mapMessages.fillIn, { mapping, count: blanks })
      : translate(mapMessages.check, { mapping }),
  );
  printLine(`  ${formatCommand(["validate", path])}`);
  return ExitCode.Success;
}

import { appendFile, readFile, writeFile } from "node:fs/promises";
import { Command } from "commander";
import {
  applicationTableHeader,
  findApplications,
  formatApplications,
  readTalents,
  readWritten,
  type WrittenApplications,
} from "../../importer/index.js";
import { CommandError } from "../command-error.js";
import { connect } from "../connect.js";
import { ExitCode } from "../exit-codes.js";
import { encodingFlag, formatFlag, parseText, type ReadFlags, sheetFlag } from "../flags.js";
import { getFileSize, resolveFormat } from "../input-file.js";
import { runWithStatus } from "../interrupt.js";
import { formatExample } from "../language/format-example.js";
import { getLanguage, translate } from "../language/translate.js";
import { applicationsMessages } from "../messages/commands/applications.js";
import { flagMessages } from "../messages/flags.js";
import { formatNumbers } from "../output/format-numbers.js";
import { printLine } from "../output/print.js";

interface ApplicationsFlags extends ReadFlags {
  readonly column?: string;
  readonly output?: string;
  readonly credentials?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export function createApplicationsCommand(): Command {
  return new Command("applications")
    .argument("<file>")
    .description(translate(applicationsMessages.description))
    .option("--column <name>", translate(applicationsMessages.column), parseText)
    .option("--output <file>", translate(applicationsMessages.output), parseText)
    .addOption(formatFlag())
    .addOption(sheetFlag())
    .addOption(encodingFlag())
    .option("--credentials <file>", translate(flagMessages.credentials))
    .option("--dry-run", translate(applicationsMessages.dryRun))
    .option("--json", translate(flagMessages.jsonLines))
    .addHelpText("after", formatExample("feishu-hire applications talents.csv --output ids.csv"))
    .action(async (path: string, flags: ApplicationsFlags) => {
      process.exitCode = await listApplications(path, flags);
    });
}

async function listApplications(path: string, flags: ApplicationsFlags): Promise<ExitCode> {
  const { column, sheet, encoding, json } = flags;
  await getFileSize(path);
  const format = resolveFormat(path, flags);
  const talents = await readTalents(path, { format, column, sheet, encoding });
  if (flags.dryRun) {
    printLine(translate(applicationsMessages.wouldFind, { count: talents.size }));
    return ExitCode.Success;
  }
  const { client } = await connect(flags, () => {});
  const { done, counts, write } = await openOutput(flags);
  const open = [...talents].filter((talent) => !done.has(talent));
  const total = done.size + open.length;
  const formatStatus = () => translate(applicationsMessages.progress, { done: counts.talents, total });
  const found = await runWithStatus(
    { formatStatus, interrupted: applicationsMessages.interrupted },
    async (signal) => {
      for await (const one of findApplications(open, { client, signal })) {
        counts.talents++;
        counts.applications += one.applications?.length ?? 0;
        if ((one.applications?.length ?? 0) > 1) counts.several++;
        if (!one.applications) counts.unknown++;
        else if (one.applications.length === 0) counts.without++;
        await write(
          json ? `${JSON.stringify({ event: "talent", ...one })}\n` : formatApplications(one, getLanguage()),
        );
      }
      return counts;
    },
  );
  if (!found) return ExitCode.Interrupted;
  const numbers = formatNumbers([
    [translate(applicationsMessages.talents), counts.talents],
    [translate(applicationsMessages.applications), counts.applications],
    [
      translate(applicationsMessages.several),
      counts.several,
      counts.several > 0 ? translate(applicationsMessages.keepOne) : undefined,
    ],
    [translate(applicationsMessages.without), counts.without],
    [translate(applicationsMessages.unknown), counts.unknown],
  ]);
  for (const line of numbers) printLine(line);
  return counts.without + counts.unknown > 0 ? ExitCode.Incomplete : ExitCode.Success;
}

interface Output extends Pick<WrittenApplications, "done" | "counts"> {
  readonly write: (text: string) => Promise<void>;
}

/** @throws CommandError if the file is another program's */
async function openOutput({ output, json }: ApplicationsFlags): Promise<Output> {
  const nothing = {
    done: new Set<string>(),
    counts: { talents: 0, applications: 0, several: 0, without: 0, unknown: 0 },
  };
  if (output === undefined || json) {
    const write = async (text: string) => void process.stdout.write(text);
    if (!json) await write(applicationTableHeader);
    return { ...nothing, write };
  }
  const before = await readFile(output, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    return undefined;
  });
  const earlier = before === undefined ? undefined : readWritten(before);
  if (before !== undefined && !earlier)
    throw new CommandError(translate(applicationsMessages.isOther, { path: output }));
  await writeFile(output, earlier?.text ?? applicationTableHeader, { mode: 0o600 });
  return { ...(earlier ?? nothing), write: (text) => appendFile(output, text) };
}

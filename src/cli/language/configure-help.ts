import { type Argument, type Command, Help, type Option } from "commander";
import { escapeText } from "../../messages/escape-text.js";
import { programMessages } from "../messages/program.js";
import { usageMessages } from "../messages/usage.js";
import { explainUsageError } from "./explain-usage-error.js";
import { joinList } from "./join-list.js";
import { measureText, wrapText } from "./text-width.js";
import { translate } from "./translate.js";
import { translatePlaceholders } from "./translate-placeholders.js";

/** Descriptions narrower than this are not wrapped. */
const MIN_DESCRIPTION_COLUMNS = 20;

const { usage, options, globalOptions, commands, arguments: parameters } = usageMessages;
const TITLES = [usage, options, globalOptions, commands, parameters];

/** Has a program print its help and its errors of usage in the language of the command; its subcommands inherit that. */
export function configureHelp(program: Command): Command {
  return program
    .configureHelp({
      showGlobalOptions: true,
      minWidthToWrap: MIN_DESCRIPTION_COLUMNS,
      displayWidth: measureText,
      boxWrap: wrapText,
      formatHelp,
      styleTitle: translateTitle,
      styleUsage: translatePlaceholders,
      styleSubcommandTerm: translatePlaceholders,
      styleOptionTerm: translatePlaceholders,
      optionDescription: describe,
      argumentDescription: describe,
    })
    .configureOutput({
      outputError: (text, write) => write(`feishu-hire: ${escapeText(explainUsageError(text))}\n`),
    })
    .helpOption("-h, --help", translate(programMessages.help))
    .helpCommand("help [command]", translate(programMessages.helpCommand))
    .showHelpAfterError(translate(programMessages.seeHelp));
}

/** The parser writes a blank after the first title, which Chinese does not have after its colon. */
function formatHelp(command: Command, helper: Help): string {
  const title = translate(usage);
  return Help.prototype.formatHelp
    .call(helper, command, helper)
    .replace(`${title} `, translate(usageMessages.usageTitle, { title }));
}

function translateTitle(title: string): string {
  const message = TITLES.find(({ en }) => en === title);
  return message ? translate(message) : title;
}

/** The description of an option or an argument, with its choices and its default. */
function describe({ description, argChoices, defaultValueDescription: value }: Option | Argument): string {
  const withChoices = argChoices ? `${description} [${joinList(argChoices)}]`.trim() : description;
  if (!value) return withChoices;
  return translate(usageMessages.default, { description: withChoices, value });
}

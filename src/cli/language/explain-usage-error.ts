import { usageMessages } from "../messages/usage.js";
import { joinList } from "./join-list.js";
import { translate } from "./translate.js";
import { translatePlaceholders } from "./translate-placeholders.js";

/** The errors of the parser, which gives them as finished English text, and what to print instead. */
const EXPLANATIONS: readonly (readonly [RegExp, (...groups: string[]) => string])[] = [
  [/^unknown option '(.+?)'/s, (name) => translate(usageMessages.unknownOption, { name })],
  [/^unknown command '(.+?)'/s, (name) => translate(usageMessages.unknownCommand, { name })],
  [/^missing required argument '(.+)'/s, (name) => translate(usageMessages.missingArgument, { name })],
  [/^option '(.+)' argument missing/s, (flags) => translate(usageMessages.missingOptionValue, { flags })],
  [/^required option '(.+)' not specified/s, (flags) => translate(usageMessages.missingOption, { flags })],
  [
    /^option '(.+)' cannot be used with option '(.+)'/s,
    (first, second) => translate(usageMessages.conflictingOptions, { first, second }),
  ],
  [
    /^too many arguments.*Expected (\d+) arguments? but got (\d+)/s,
    (expected, received) => translate(usageMessages.tooManyArguments, { expected, received }),
  ],
  [
    /^(?:option|command-argument value) '(.+?)'(?: argument '(.*)')? is invalid(?: for argument '(.*)')?\. (.*)/s,
    explainValue,
  ],
];

/** An error of the parser of the command line, in the language of the command. */
export function explainUsageError(text: string): string {
  const error = text.replace(/^error: /, "").trim();
  const suggestions = /\(Did you mean (?:one of )?(.+)\?\)$/s.exec(error)?.[1];
  for (const [pattern, explain] of EXPLANATIONS) {
    const match = pattern.exec(error);
    if (!match) continue;
    const [, ...groups] = match;
    const explanation = translatePlaceholders(explain(...groups.map((group) => group ?? "")));
    return suggestions === undefined ? explanation : suggest(explanation, suggestions.split(", "));
  }
  return error;
}

function suggest(error: string, names: readonly string[]): string {
  const listed = joinList(names.map((name) => translate(usageMessages.suggestion, { name })));
  return translate(usageMessages.didYouMean, { error, names: listed });
}

/** The parser has two forms: `option '--format <format>' argument 'xml'`, and `value 'xml' … for argument 'format'`. */
function explainValue(first = "", second = "", argument = "", reason = ""): string {
  const [what, value] = argument === "" ? [first, second] : [`<${argument}>`, first];
  const choices = /^Allowed choices are (.*)\.$/.exec(reason)?.[1];
  return translate(usageMessages.invalidValue, {
    what,
    value,
    reason:
      choices === undefined
        ? reason
        : translate(usageMessages.notAChoice, { choices: joinList(choices.split(", ")) }),
  });
}

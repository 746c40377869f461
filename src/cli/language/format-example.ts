import { programMessages } from "../messages/program.js";
import { nameProgram } from "../output/format-command.js";
import { translate } from "./translate.js";

/** An example for the end of a command's help. */
export function formatExample(command: string): string {
  return translate(programMessages.example, { command: nameProgram(command) });
}

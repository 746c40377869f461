import type { TextStyle } from "../../importer/index.js";
import type { Language } from "../../messages/language.js";
import { type Arguments, formatMessage, type Message } from "../../messages/message.js";
import { nameProgram } from "../output/format-command.js";
import { formatTime } from "../output/format-time.js";

/** One for the process: everything is printed in the language that it was started in. */
let current: Language = "en";

export function setLanguage(language: Language): void {
  current = language;
}

export function getLanguage(): Language {
  return current;
}

/**
 * A message in the language of the command. What it says to run can be run.
 *
 * @example
 * translate(importMessages.directory, { path })
 */
export function translate<M extends Message>(message: M, ...[parameters]: Arguments<M>): string {
  return formatMessage(current, message, parameters ?? {}, nameProgram);
}

/** A text that can be had in each language, such as a phrase of the importer: events are in English whatever is printed. */
export interface Formattable {
  format(language: Language, style?: TextStyle): string;
}

/** A message with its parameters. */
export function compose<M extends Message>(message: M, ...[parameters]: Arguments<M>): Formattable {
  return {
    format: (language, style) => formatMessage(language, message, parameters ?? {}, style?.nameProgram),
  };
}

/** A text in the language of the command, with times as a person reads them. */
export function formatText(text: Formattable): string {
  return text.format(current, { formatTime, nameProgram });
}

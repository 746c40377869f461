import type { Language } from "./language.js";

/** A text that depends on a number, its parameter `count`. */
export interface Plural {
  readonly one: string;
  readonly other: string;
}

/** A text in every language. A name in braces, such as `{path}`, is a parameter. Chinese has no plural. */
export interface Message {
  readonly en: string | Plural;
  readonly zh: string;
}

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type TextsOf<M extends Message> = M["zh"] | (M["en"] extends Plural ? M["en"][keyof Plural] : M["en"]);

/** The parameters of a message: the names in its texts, and the number that one with a plural depends on. */
export type Parameters<M extends Message, Value = string | number> = Readonly<
  Record<NamesIn<TextsOf<M> & string> | (M["en"] extends Plural ? "count" : never), Value>
>;

/** The arguments behind a message: its parameters, if it has any. */
export type Arguments<M extends Message, Value = string | number> = keyof Parameters<M> extends never
  ? []
  : [parameters: Parameters<M, Value>];

/** Parameters by name, of any message. */
export type Values = Readonly<Record<string, string | number>>;

/**
 * A message as text.
 *
 * @param rewrite changes the text before its parameters are filled in: what they hold is not ours to change
 */
export function formatMessage(
  language: Language,
  message: Message,
  values: Values,
  rewrite: (template: string) => string = (template) => template,
): string {
  const template = rewrite(pick(message[language], values));
  return template.replace(/\{(\w+)\}/g, (whole, name: string, index: number) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (language === "en") return String(value);
    return space(String(value), template.slice(0, index), template.slice(index + whole.length));
  });
}

function pick(text: string | Plural, { count }: Values): string {
  if (typeof text === "string") return text;
  return count === 1 ? text.one : text.other;
}

const HAN_AT_END = /\p{Script=Han}$/u;
const HAN_AT_START = /^\p{Script=Han}/u;
const LATIN_AT_END = /[\w+%/.)\]"'>]$/;
const LATIN_AT_START = /^[\w+<>=/.#@$(["'-]/;

/** A value with the blanks that Chinese typography has between Chinese and Latin letters, digits and marks. */
function space(value: string, before: string, after: string): string {
  const start = HAN_AT_END.test(before) && LATIN_AT_START.test(value) ? " " : "";
  const end = LATIN_AT_END.test(value) && HAN_AT_START.test(after) ? " " : "";
  return `${start}${value}${end}`;
}

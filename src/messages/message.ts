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

/** The parameters of a message: the names in its texts. */
export type Parameters<M extends Message> = Readonly<Record<NamesIn<TextsOf<M> & string>, string | number>>;

/** The arguments behind a message: its parameters, if it has any. */
export type Arguments<M extends Message> = keyof Parameters<M> extends never
  ? []
  : [parameters: Parameters<M>];

/** A message as text. */
export function formatMessage<M extends Message>(
  language: Language,
  message: M,
  ...[parameters]: Arguments<M>
): string {
  const values: Readonly<Record<string, string | number>> = parameters ?? {};
  const text = pick(message[language], values);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

function pick(text: string | Plural, { count }: Readonly<Record<string, string | number>>): string {
  if (typeof text === "string") return text;
  return count === 1 ? text.one : text.other;
}

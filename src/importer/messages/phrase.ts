import type { Language } from "../../messages/language.js";
import { type Arguments, formatMessage, type Message } from "../../messages/message.js";
import { bodyPhrases } from "./bodies.js";
import { idPhrases } from "./ids.js";
import { inputPhrases } from "./inputs.js";
import { jobPhrases } from "./jobs.js";
import { jsonPhrases } from "./json.js";
import { mappingPhrases } from "./mappings.js";
import { reasonPhrases } from "./reasons.js";
import { rowPhrases } from "./rows.js";
import { timePhrases } from "./times.js";
import { words } from "./words.js";

type Phrases = typeof bodyPhrases &
  typeof idPhrases &
  typeof inputPhrases &
  typeof jobPhrases &
  typeof jsonPhrases &
  typeof mappingPhrases &
  typeof reasonPhrases &
  typeof rowPhrases &
  typeof timePhrases &
  typeof words;

const PHRASES: Phrases = {
  ...bodyPhrases,
  ...idPhrases,
  ...inputPhrases,
  ...jobPhrases,
  ...jsonPhrases,
  ...mappingPhrases,
  ...reasonPhrases,
  ...rowPhrases,
  ...timePhrases,
  ...words,
};

type PhraseKey = keyof Phrases;

/** A text that comes in both languages, such as an error's advice. */
export interface LocalText {
  readonly en: string;
  readonly zh: string | undefined;
}

/** A parameter of a phrase. Phrases are put into the language of the whole; several are listed. */
export type PhraseValue = string | number | Date | LocalText | Phrase | readonly Phrase[];

/** How a text is written for whoever reads it. */
export interface TextStyle {
  /** Formats the times in it. @default ISO 8601 in UTC */
  readonly formatTime?: ((time: Date) => string) | undefined;
  /** Rewrites the commands in it, `feishu-hire …`, so that they can be run; what it quotes stays as it is. */
  readonly nameProgram?: ((text: string) => string) | undefined;
}

/** A text as data: what it says, and its parameters. Wherever it is written as a text or as JSON, it is in English. */
export class Phrase {
  /** What it says, whatever the language: the name of its message. */
  readonly key: string;
  readonly params: Readonly<Record<string, PhraseValue>>;
  readonly #message: Message;

  /**
   * @example
   * new Phrase("tooShort", { en: "at least {count} words", zh: "至少{count}个词" }, { count: 3 })
   */
  constructor(key: string, message: Message, params: Readonly<Record<string, PhraseValue>> = {}) {
    this.key = key;
    this.#message = message;
    this.params = params;
  }

  /** The text in a language. */
  format(language: Language, style: TextStyle = {}): string {
    const values = Object.entries(this.params).map(([name, value]) => [
      name,
      formatValue(value, language, style),
    ]);
    return formatMessage(language, this.#message, Object.fromEntries(values), style.nameProgram);
  }

  /** The same with other parameters in place of some. */
  with(params: Readonly<Record<string, PhraseValue>>): Phrase {
    return new Phrase(this.key, this.#message, { ...this.params, ...params });
  }

  toString(): string {
    return this.format("en");
  }

  toJSON(): string {
    return this.format("en");
  }
}

/** Creates a text as data. Its parameters are those of its key. */
export function phrase<Key extends PhraseKey>(
  key: Key,
  ...[params]: Arguments<Phrases[Key], PhraseValue>
): Phrase {
  return new Phrase(key, PHRASES[key], params);
}

/** Texts as a list, which each language separates in its own way. */
export function listTexts(texts: readonly string[]): readonly Phrase[] {
  return texts.map((text) => phrase("text", { text }));
}

function formatValue(value: PhraseValue, language: Language, style: TextStyle): string | number {
  if (typeof value !== "object") return value;
  if (value instanceof Date) return style.formatTime?.(value) ?? value.toISOString();
  if (value instanceof Phrase) return value.format(language, style);
  if ("en" in value) return value[language] ?? value.en;
  return value.map((one) => one.format(language, style)).join(language === "zh" ? "、" : ", ");
}

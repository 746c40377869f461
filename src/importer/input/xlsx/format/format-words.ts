/** What a format shows in place of a number; undefined if it shows the number. */
export type FindWord = (value: number) => string | undefined;

/** One of a format's parts, which semicolons separate. */
interface Section {
  /** Whether the section is for a number; undefined without a condition. */
  readonly accepts: ((value: number) => boolean) | undefined;
  /** What it shows, if that is a word and no number. */
  readonly word: string | undefined;
}

/** Texts in quotes, escaped, padding and filling characters, and what is in brackets. */
const TOKEN = /"[^"]*"|\\.|[_*].|\[[^\]]*\]|[\s\S]/g;
const CONDITION = /^\[(<=|>=|<>|<|>|=)([+-]?\d+(?:\.\d+)?)\]$/;
const PLACEHOLDER = /[0#?@a-z]|通用格式|上午/i;
/** A dash alone, as accounting formats show it for zero, is no word. */
const WORD = /[\p{L}\p{So}√×]/u;

/**
 * Finds the words that a format shows for some numbers, such as `[=1]"yes";[=2]"no"`; undefined if it shows none. The
 * numbers are the file's own choice: what it means by them, only the words say.
 */
export function findWords(code: string): FindWord | undefined {
  const all = splitSections(code);
  const isForText = all.length > 3 || (all.at(-1)?.includes("@") ?? false);
  const sections = (isForText ? all.slice(0, -1) : all).map(readSection);
  if (!sections.some(({ word }) => word !== undefined)) return undefined;
  return (value) => chooseSection(sections, value)?.word;
}

function splitSections(code: string): string[][] {
  const sections: string[][] = [[]];
  for (const [token] of code.matchAll(TOKEN)) {
    if (token === ";") sections.push([]);
    else sections.at(-1)?.push(token);
  }
  return sections;
}

function readSection(tokens: readonly string[]): Section {
  const [, operator, limit] = tokens.map((token) => CONDITION.exec(token)).find((match) => match) ?? [];
  const text = tokens.map(readLiteral).join("").trim();
  const isLiteral = !tokens.some((token) => token.length === 1 && PLACEHOLDER.test(token));
  return {
    accepts: operator === undefined ? undefined : (value) => compare(value, operator, Number(limit)),
    word: isLiteral && WORD.test(text) ? text : undefined,
  };
}

/** What a token shows, if it is not a placeholder. */
function readLiteral(token: string): string {
  if (token.length === 1) return token;
  if (token.startsWith('"')) return token.slice(1, -1);
  return token.startsWith("\\") ? token.slice(1) : "";
}

/** With conditions, the first section that accepts the number; otherwise by sign: positive, negative, zero. */
function chooseSection(sections: readonly Section[], value: number): Section | undefined {
  if (sections.some(({ accepts }) => accepts))
    return sections.find(({ accepts }) => accepts?.(value) ?? true);
  const [positive, negative, zero] = sections;
  if (value < 0) return negative ?? positive;
  return value === 0 ? (zero ?? positive) : positive;
}

function compare(value: number, operator: string, limit: number): boolean {
  switch (operator) {
    case "<":
      return value < limit;
    case "<=":
      return value <= limit;
    case ">":
      return value > limit;
    case ">=":
      return value >= limit;
    case "<>":
      return value !== limit;
    default:
      return value === limit;
  }
}

import { isTotal, meansNoValue } from "../../rows/check-ids.js";
import { trimCell } from "../../table/excel-text.js";

/** Words are counted up to this many. */
const MAX_WORDS = 200;
const LONGEST_WORD = 60;
/** After a time of day, as in `14:00:00+08`: alone, `-15` is a day. */
const HAS_OFFSET = /:\d\d.*(Z|[+-]\d\d(:?\d\d)?)$/i;

/** What one column of a person's file holds. */
export class ColumnProfile {
  readonly name: string;
  readonly index: number;
  /** How many cells are not blank. */
  filled = 0;
  /** How often each word comes, in the order of their first; undefined if they are too many or too long to be words. */
  words: Map<string, number> | undefined = new Map();

  constructor(name: string, index: number) {
    this.name = name;
    this.index = index;
  }

  add(cell: string): void {
    const word = trimCell(cell);
    if (word === "") return;
    this.filled++;
    if (word.length > LONGEST_WORD) this.words = undefined;
    this.words?.set(word, (this.words.get(word) ?? 0) + 1);
    if (this.words && this.words.size > MAX_WORDS) this.words = undefined;
    if (!meansNoValue(word) && !isTotal(word)) this.#note(word);
  }

  /** The first cell that is a date in parts which do not begin with the year. */
  unorderedDate: string | undefined;
  /** Whether a cell is a local time. */
  hasLocalTimes = false;
  /** The first cell that cannot be an id of Feishu's. */
  foreignId: string | undefined;

  #note(word: string): void {
    if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b/.test(word)) this.unorderedDate ??= word;
    if (/^\d{1,4}[-/.年]\d{1,2}/.test(word) && !HAS_OFFSET.test(word)) this.hasLocalTimes = true;
    if (!/^[67]\d{18}$/.test(word)) this.foreignId ??= word;
  }
}

import { type Phrase, phrase } from "../../../messages/phrase.js";
import { InputError } from "../../input-error.js";

const MAX_REPORTED = 20;

/** Gathers what is wrong with a mapping, so that a person can fix all of it in one go. */
export class MappingProblems {
  /** The mapping's name. */
  readonly path: string;
  readonly #problems: { readonly line: number; readonly phrase: Phrase }[] = [];

  constructor(path: string) {
    this.path = path;
  }

  /** Adds a problem of a line. */
  add(line: number, problem: Phrase): void {
    this.#problems.push({ line, phrase: phrase("inMapping", { path: this.path, line, problem }) });
  }

  /** Adds a problem of the mapping as a whole. */
  addOfWhole(problem: Phrase): void {
    this.#problems.push({ line: Infinity, phrase: problem });
  }

  /** Adds a problem of a line that cannot be read any further; {@link attempt} reads on after it. */
  fail(line: number, problem: Phrase): never {
    this.add(line, problem);
    throw new UnreadablePart();
  }

  /** Reads a part of the mapping; undefined if it cannot be read, for a problem that was added. */
  attempt<Value>(read: () => Value): Value | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof UnreadablePart)) throw error;
      return undefined;
    }
  }

  /** @throws InputError with all problems, in the order of the lines */
  assertNone(): void {
    const phrases = this.#problems.toSorted((a, b) => a.line - b.line).map((problem) => problem.phrase);
    const [first, ...others] = phrases.slice(0, MAX_REPORTED);
    if (!first) return;
    const more = phrases.length - MAX_REPORTED;
    if (more > 0) others.push(phrase("moreProblems", { count: more }));
    throw new InputError(first, ...others);
  }
}

/** A part of a mapping cannot be read; why is among the problems. */
class UnreadablePart extends Error {}

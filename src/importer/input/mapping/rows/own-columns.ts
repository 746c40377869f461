import { phrase } from "../../../messages/phrase.js";
import { normalizeName } from "../../table/schema/column-name.js";
import { MappingProblems } from "../file/mapping-problems.js";
import { findNearestName } from "../file/nearest-name.js";

/** The columns of a person's own file, by name. */
export class OwnColumns {
  readonly names: readonly string[];
  readonly #problems: MappingProblems;
  readonly #indexes = new Map<string, number[]>();
  readonly #used = new Set<number>();

  /** @param path the mapping's name, for messages */
  constructor(names: readonly string[], path: string) {
    this.names = names;
    this.#problems = new MappingProblems(path);
    for (const [index, name] of names.map(normalizeName).entries()) {
      const indexes = this.#indexes.get(name);
      if (indexes) indexes.push(index);
      else this.#indexes.set(name, [index]);
    }
  }

  /**
   * The index of the column that a line of the mapping names; -1 if the file has no such column. That, and more than one, is a
   * problem for {@link assertFound}.
   */
  indexOf(name: string, line: number): number {
    const [index, ...others] = this.#indexes.get(normalizeName(name)) ?? [];
    if (index === undefined) {
      const suggestion = findNearestName(
        name,
        this.names.filter((other) => other.trim() !== ""),
      );
      this.#problems.add(
        line,
        suggestion === undefined
          ? phrase("noSuchColumn", { name })
          : phrase("noSuchColumnSuggest", { name, suggestion }),
      );
      return -1;
    }
    if (others.length > 0) this.#problems.add(line, phrase("columnSeveralTimes", { name }));
    this.#used.add(index);
    return index;
  }

  /** @throws InputError if the file lacks columns that the mapping has asked for, or has them more than once */
  assertFound(): void {
    this.#problems.assertNone();
  }

  /** Whether the mapping has asked for a column. */
  isUsed(index: number): boolean {
    return this.#used.has(index);
  }
}

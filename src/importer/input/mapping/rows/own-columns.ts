import { phrase } from "../../../messages/phrase.js";
import { normalizeName } from "../../table/schema/column-name.js";
import { mappingError } from "../file/mapping-node.js";
import { findNearestName } from "../file/nearest-name.js";

/** The columns of a person's own file, by name. */
export class OwnColumns {
  readonly names: readonly string[];
  readonly #path: string;
  readonly #indexes = new Map<string, number[]>();
  readonly #used = new Set<number>();

  /** @param path the mapping's name, for messages */
  constructor(names: readonly string[], path: string) {
    this.names = names;
    this.#path = path;
    for (const [index, name] of names.map(normalizeName).entries()) {
      const indexes = this.#indexes.get(name);
      if (indexes) indexes.push(index);
      else this.#indexes.set(name, [index]);
    }
  }

  /**
   * The index of the column that a line of the mapping names.
   *
   * @throws InputError if the file has no such column, or more than one
   */
  indexOf(name: string, line: number): number {
    const [index, ...others] = this.#indexes.get(normalizeName(name)) ?? [];
    if (index === undefined) {
      const suggestion = findNearestName(
        name,
        this.names.filter((other) => other.trim() !== ""),
      );
      throw mappingError(
        this.#path,
        line,
        suggestion === undefined
          ? phrase("noSuchColumn", { name })
          : phrase("noSuchColumnSuggest", { name, suggestion }),
      );
    }
    if (others.length > 0) throw mappingError(this.#path, line, phrase("columnSeveralTimes", { name }));
    this.#used.add(index);
    return index;
  }

  /** Whether the mapping has asked for a column. */
  isUsed(index: number): boolean {
    return this.#used.has(index);
  }
}

interface Version<Value> {
  readonly sinceMs: number;
  /** Undefined once deleted. */
  readonly value: Value | undefined;
}

/** Records by id, with their history, so that a query can see them as they were a while ago. */
export class Records<Value> {
  readonly #versions = new Map<string, Version<Value>[]>();

  /** Finds a record as it was at a time; by default as it is now. */
  find(id: string, asOfMs: number = Infinity): Value | undefined {
    return this.#versions.get(id)?.findLast(({ sinceMs }) => sinceMs <= asOfMs)?.value;
  }

  wasDeleted(id: string): boolean {
    return this.#versions.has(id) && this.find(id) === undefined;
  }

  /** Whether any record ever was as the condition says. */
  hasHeld(condition: (value: Value) => boolean): boolean {
    const versions = [...this.#versions.values()].flat();
    return versions.some(({ value }) => value !== undefined && condition(value));
  }

  set(id: string, value: Value, nowMs: number): void {
    this.#append(id, { sinceMs: nowMs, value });
  }

  delete(id: string, nowMs: number): void {
    if (this.#versions.has(id)) this.#append(id, { sinceMs: nowMs, value: undefined });
  }

  /** Lists the records in order of creation, as they were at a time; by default as they are now. */
  list(asOfMs: number = Infinity): Value[] {
    return [...this.#versions.keys()]
      .map((id) => this.find(id, asOfMs))
      .filter((value) => value !== undefined);
  }

  #append(id: string, version: Version<Value>): void {
    const versions = this.#versions.get(id);
    if (versions) versions.push(version);
    else this.#versions.set(id, [version]);
  }
}

import type { Model } from "../model/model.js";
import { getRefName } from "../model/references.js";

/** Finds the named schemas and those that they refer to, by the `$ref` of a property or of its items. */
export function findReachableSchemas({ spec }: Model, names: readonly string[]): string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    const { properties = {} } = spec.components.schemas[name] ?? {};
    for (const { $ref, items } of Object.values(properties)) {
      const inner = getRefName($ref ?? items?.$ref);
      if (inner !== undefined) visit(inner);
    }
  };
  for (const name of names) visit(name);
  return [...found];
}

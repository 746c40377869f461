import type { Model } from "../model/model.js";
import { refName } from "../model/references.js";

/** Finds the schemas that these refer to, themselves included: by `$ref` of a property or of its items, as the spec does. */
export function findReachableSchemas({ spec }: Model, names: readonly string[]): string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    const { properties = {} } = spec.components.schemas[name] ?? {};
    for (const { $ref, items } of Object.values(properties)) {
      const inner = refName($ref ?? items?.$ref);
      if (inner !== undefined) visit(inner);
    }
  };
  for (const name of names) visit(name);
  return [...found];
}

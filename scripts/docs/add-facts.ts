import type { Language } from "../../src/messages/language.js";
import { describeFacts } from "../generate/docs/operation-facts.js";
import type { Model, Operation } from "../generate/model/model.js";
import { METHODS, type PathItem } from "../generate/model/spec.js";

/** Adds each operation's limit, scopes and repeats to its description, because Redoc shows no extensions. */
export function addFacts(
  paths: Readonly<Record<string, PathItem>>,
  { operations }: Model,
  language: Language,
): Record<string, PathItem> {
  const byId = new Map(operations.map((operation) => [operation.id, operation]));
  const entries = Object.entries(paths).map(([path, item]) => [path, addToItem(item, byId, language)]);
  return Object.fromEntries(entries);
}

function addToItem(item: PathItem, operations: ReadonlyMap<string, Operation>, language: Language): PathItem {
  const copy = { ...item };
  for (const method of METHODS) {
    const raw = item[method];
    const operation = operations.get(raw?.operationId ?? "");
    if (!raw || !operation) continue;
    const facts = describeFacts(operation, language).map((fact) => `- ${fact}`);
    copy[method] = { ...raw, description: [raw.description, ...facts].join("\n") };
  }
  return copy;
}

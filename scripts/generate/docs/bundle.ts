import { stringify } from "yaml";
import type { Model } from "../model/model.js";
import { METHODS, type PathItem } from "../model/spec.js";
import { createCodeSamples } from "./code-samples.js";

/**
 * Formats openapi.yaml: the whole spec as one file, headed by its comment, with
 * code samples of each operation.
 */
export function formatBundle(model: Model): string {
  const { spec, head, operations } = model;
  const samples = new Map(operations.map((operation) => [operation.id, createCodeSamples(model, operation)]));
  const withSamples = (item: PathItem): PathItem => {
    const copy = { ...item };
    for (const method of METHODS) {
      const raw = item[method];
      if (raw) copy[method] = { ...raw, "x-codeSamples": samples.get(raw.operationId ?? "") };
    }
    return copy;
  };
  const paths = Object.entries(spec.paths).map(([path, item]) => [path, withSamples(item)]);
  const document = { ...spec, paths: Object.fromEntries(paths) };
  return head + stringify(document, { lineWidth: 0, aliasDuplicateObjects: false });
}

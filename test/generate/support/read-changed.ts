import { expect } from "vitest";
import type { Model } from "../../../scripts/generate/model/model.js";
import { readModel } from "../../../scripts/generate/model/read-model.js";
import { readSpecFile } from "../../../scripts/generate.js";

export const INTERVIEWS = "paths/external-interviews.yaml";

/** Reads the spec with one text of one file replaced. */
export function readChanged(file: string, before: string | RegExp, after: string): () => Model {
  const changed = readSpecFile(file).replace(before, after);
  expect(changed).not.toBe(readSpecFile(file));
  return () => readModel((name) => (name === file ? changed : readSpecFile(name)));
}

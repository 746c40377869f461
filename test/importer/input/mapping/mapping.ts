import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import {
  draftMapping,
  type InputOptions,
  type InterviewInput,
  readInterviews,
  readMapping,
} from "../../../../src/importer/index.js";

/** Files of a test's own, by name; returns the path of the first. */
export async function writeFiles(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "mapping-"));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return join(folder, Object.keys(files)[0] ?? "");
}

/** A table that is read through a mapping. */
export async function openMapped(
  table: string,
  mapping: string,
  { files = {}, ...options }: Partial<InputOptions> & { files?: Readonly<Record<string, string>> } = {},
): Promise<InterviewInput> {
  const path = await writeFiles({ "table.csv": table, "table.csv.map.yaml": mapping, ...files });
  return readInterviews(path, {
    format: "csv",
    mapping: await readMapping(join(dirname(path), "table.csv.map.yaml")),
    ...options,
  });
}

/** Drafts a mapping of a CSV. */
export async function draft(table: string): Promise<string> {
  return (await draftMapping(await writeFiles({ "table.csv": table }), { format: "csv" })).text;
}
